"""The fixed floor: a Django project as `startproject` makes it, that knows nothing of the product.

It never changes with the product, so a ratio against it can be compared from one year to the next. `bench/floor.py` is
the other floor: bare views behind the product's own middleware.
"""
