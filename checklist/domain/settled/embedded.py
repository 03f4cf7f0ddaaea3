"""The files embedded in a PDF, looked for while it passes by: only their hashes are kept.

The stream of an embedded file is an object of its own and stands in plain sight, also where other objects are packed.
`static/js/bestand.js` looks for the same files in the same way.
"""

import re
import zlib
from hashlib import sha256

# More than all files in a document of ours, written out.
MOST_INFLATED = 16 * 1024 * 1024
_AT_ONCE = 65_536
# How far before its stream the dictionary of an embedded file starts; ours take some 250 bytes.
_FARTHEST = 1024
_START = re.compile(rb">>\s{0,4}stream\r?\n")
_LONGEST_START = len(b">>    stream\r\n")
_LENGTH = re.compile(rb"/Length\s+(\d{1,9})(?!\d|\s+\d+\s+R)")
_EMBEDDED = re.compile(rb"/EmbeddedFile(?![A-Za-z])")


class EmbeddedHashes:
    """The SHA-256 of each file embedded in a PDF that is fed in pieces; one that is encrypted or written in another way
    isn't found. Keeps a kilobyte or two of what passed, however large the PDF is."""

    def __init__(self) -> None:
        self.found: set[str] = set()
        self._passed = b""
        self._stream: _Stream | None = None
        self._room = MOST_INFLATED

    def feed(self, piece: bytes) -> None:
        """Look at the next piece."""
        while piece:
            piece = self._read_on(self._stream, piece) if self._stream else self._look_for_one(piece)

    def _look_for_one(self, piece: bytes) -> bytes:
        """Start at the next embedded file; return what is left of the piece behind its start."""
        window = self._passed + piece
        for start in _START.finditer(window):
            before = window[max(start.start() - _FARTHEST, 0) : start.start()]
            head = before[before.rfind(b" obj") + 1 :]
            length = _LENGTH.search(head)
            if length and _EMBEDDED.search(head):
                self._passed = b""
                self._stream = _Stream(int(length[1]), packed=b"/FlateDecode" in head, room=self._room)
                return window[start.end() :]
        self._passed = window[-(_FARTHEST + _LONGEST_START) :]
        return b""

    def _read_on(self, stream: "_Stream", piece: bytes) -> bytes:
        rest = stream.feed(piece)
        if stream.left == 0:
            self.found |= stream.hashes()
            self._room, self._stream = stream.room, None
        return rest


class _Stream:
    """One embedded file, as it passes by."""

    def __init__(self, length: int, *, packed: bool, room: int) -> None:
        self.left = length
        self.room = room
        self._inflate = zlib.decompressobj() if packed else None
        self._hash = sha256()
        self._readable = True

    def feed(self, piece: bytes) -> bytes:
        """Take what belongs to it; return the rest."""
        mine, rest = piece[: self.left], piece[self.left :]
        self.left -= len(mine)
        if self._readable:
            try:
                self._take(mine)
            except zlib.error:
                self._readable = False
        return rest

    def hashes(self) -> set[str]:
        """Its hash; nothing for one that couldn't be read to its end."""
        whole = self._inflate is None or self._inflate.eof
        return {self._hash.hexdigest()} if self._readable and whole else set()

    def _take(self, packed: bytes) -> None:
        while packed and self._readable:
            written = self._inflate.decompress(packed, _AT_ONCE) if self._inflate else packed
            packed = self._inflate.unconsumed_tail if self._inflate else b""
            self._hash.update(written)
            self.room -= len(written)
            self._readable = self.room >= 0
