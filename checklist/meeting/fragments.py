"""Pieces of screens that this process made, kept by the version that they show."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

MOST = 64


class Fragments:
    """Keeps at most `MOST` pieces, the oldest goes first. A piece is kept under the token that asks for it and the
    version that was read before its content: so it is never older than its key, in whatever process. A token is of one
    view of one meeting, and of one life of its tables: after a restore versions run back and tokens are new."""

    def __init__(self) -> None:
        self._pieces: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._making = Lock()

    def get(self, token: str, version: int, make: Callable[[], bytes]) -> bytes:
        """Return the piece, made when it isn't there. Who asks while it is being made waits for it, so that each change
        is rendered once; what `make` raises goes through, and nothing is kept."""
        key = (token, version)
        piece = self._pieces.get(key)
        if piece is not None:
            return piece
        with self._making:
            if key not in self._pieces:
                self._pieces[key] = make()
                if len(self._pieces) > MOST:
                    self._pieces.popitem(last=False)
            return self._pieces[key]

    def clear(self) -> None:
        """Forget all of them."""
        self._pieces.clear()
