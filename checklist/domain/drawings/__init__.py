"""What the choices look like: the regiostaf they make, and the map of all options."""
