"""What one rendering may use, and how many there may be at a time."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class RenderLimits:
    """Limits of one rendering.

    `cpu_seconds` is what the document itself may cost: processor time of the renderer, in whole seconds as the kernel
    counts it, the same however busy the machine is. The largest dossier that is let in costs half of it. `wall_seconds`
    is what the clock may say in the renderer, and once more for its start; it ends what waits for ever, and is so much
    wider that a busy machine is no reason to refuse a document. `memory_bytes` is the renderer's address space (some
    170 MB is there at the start), `wait_seconds` the time to wait for one of the `slots`, `waiting` how many may do so.
    Processes that name the same `slots_directory` share its slots.
    """

    slots_directory: Path
    cpu_seconds: int = 30
    wall_seconds: float = 120.0
    memory_bytes: int = 1024**3
    wait_seconds: float = 20.0
    slots: int = 2
    waiting: int = 4
