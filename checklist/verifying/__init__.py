"""Is what is settled still what was recorded? Every byte that is stored is read, every record of the chain is made anew
of the rows. Nothing is written.

It finds whatever was changed since it was recorded. Who can compute the whole chain anew, or cuts off its tail with the
rows, is found only by a head that was noted earlier and elsewhere (`Head`).
"""

from checklist.verifying.report import Report
from checklist.verifying.verify import verify

__all__ = ["Report", "verify"]
