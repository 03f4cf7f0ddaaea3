"""Reading a file that is sent without keeping it: it is hashed as it passes by, and nothing of it is left."""

from hashlib import sha256
from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopFutureHandlers
from django.http import HttpRequest

from checklist.domain.settled.embedded import EmbeddedHashes


class HashingHandler(FileUploadHandler):
    """Takes the first file of a form; `embedded` has the hashes of the files in it. Neither memory nor a temporary file
    has more of it than the piece that is read now."""

    def __init__(self) -> None:
        super().__init__()
        self._sha256 = ""
        self.embedded = EmbeddedHashes()
        self._hash = sha256()

    def read(self, request: HttpRequest) -> str:
        """Read the body of a request of which this is the handler; return the SHA-256 of the file, '' when none was
        sent."""
        bool(request.FILES)  # reads it, unless the check of the token did
        return self._sha256

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Let no other handler see it. Raises `SkipFile` for a second file."""
        if self._sha256:
            raise SkipFile
        super().new_file(*args, **kwargs)
        raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Look at the next piece and let it go."""
        self._hash.update(raw_data)
        self.embedded.feed(raw_data)

    def file_complete(self, file_size: int) -> None:
        """Remember the hash; there is no file to hand on."""
        self._sha256 = self._hash.hexdigest()
