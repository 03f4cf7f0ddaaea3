"""Where a POST of a meeting leads to."""

from django.http.response import HttpResponseRedirectBase


class SeeOther(HttpResponseRedirectBase):
    """Answers 303: what was sent is done, and the page at this address, asked with GET, shows how it is now."""

    status_code = 303
