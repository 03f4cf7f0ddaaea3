"""The static files of the site, whose addresses stay the same for as long as a process runs."""

from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # WhiteNoise has no types
    """WhiteNoise's storage, which remembers the address of each file: working it out took a twentieth of a page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._addresses: dict[str | None, str] = {}

    def url(self, name: str | None, force: bool = False) -> str:
        """Return the address of a file. Raises `ValueError` for one that wasn't collected."""
        if name not in self._addresses:
            self._addresses[name] = super().url(name, force)
        return self._addresses[name]
