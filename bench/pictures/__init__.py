"""`script/screenshots`: the pictures of the README, made anew from the product as it is."""
