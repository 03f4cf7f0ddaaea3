"""What one rendering may use, and how many there may be at a time."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class RenderLimits:
    """Limits of one rendering.

    `seconds` is wall-clock time in the renderer, and once more for its start; `memory_bytes` its address space (some
    170 MB is there at the start), `wait_seconds` the time to wait for one of the `slots`, `waiting` how many may do so.
    Processes that name the same `slots_directory` share its slots.
    """

    slots_directory: Path
    seconds: float = 30.0
    memory_bytes: int = 1024**3
    wait_seconds: float = 20.0
    slots: int = 2
    waiting: int = 4
