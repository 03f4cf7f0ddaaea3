"""Benchmarks: ratios against a floor measured in the same run, never a test.

They run under the settings of the tests: a database and files of their own.
"""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()
