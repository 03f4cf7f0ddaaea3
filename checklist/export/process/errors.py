"""What can go wrong when a document is made; a caller that shows one page for all catches `RenderFailed`."""


class RenderFailed(Exception):  # noqa: N818 - the names of its kinds say what happened
    """No document came out."""


class RenderBusy(RenderFailed):
    """All slots stayed taken for as long as a caller may wait; trying again later can help."""


class RenderTimeout(RenderFailed):
    """The renderer took more processor time, or longer by the clock, than it may and was ended."""


class RenderTooLarge(RenderFailed):
    """The renderer asked for more memory than it may have."""


class RenderCrashed(RenderFailed):
    """The renderer raised an error or died."""
