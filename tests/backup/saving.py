"""People who save all the time, through the server as it really runs."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from threading import Event
from time import sleep

from tests.backup.looking import rows, wait_until
from tests.live import Browser, Server
from tests.pages import Page

TABS = 4
LONG_TEXT = "Een motivering van een kring die er lang over sprak. " * 40


@dataclass
class Saved:
    """What the server confirmed so far."""

    # Question of the dossier → version that was confirmed last.
    versions: dict[int, int] = field(default_factory=dict)
    dossiers: "count[int]" = field(default_factory=count)
    saves: int = 0

    def wait_for(self, more: int) -> None:
        """Wait until so many more saves are confirmed."""
        wanted = self.saves + more
        wait_until(lambda: self.saves >= wanted, "the server confirms no saves")


@contextmanager
def saving(server: Server, database: Path) -> Iterator[Saved]:
    """Tabs that each save one question of the first dossier again and again, and one that makes dossiers, all through
    the block. Fails when a save does."""
    ((key,),) = rows(database, "SELECT edit_key FROM checklist_dossier ORDER BY id LIMIT 1")
    saved, stop = Saved(), Event()
    with ThreadPoolExecutor(TABS + 1) as pool:
        running = [pool.submit(_save, server, key, number, saved, stop) for number in range(1, TABS + 1)]
        running.append(pool.submit(_make_dossiers, server, saved, stop))
        try:
            yield saved
        finally:
            stop.set()
        for one in running:
            one.result()


def _save(server: Server, key: str, number: int, saved: Saved, stop: Event) -> None:
    browser, address = Browser(server), f"/dossier/{key}/vraag/{number}/"
    values = Page(browser.get(address)).form().values
    version = int(values[f"{number}-version"][0])
    while not stop.is_set():
        text = f"{version} {LONG_TEXT}"
        reply = browser.post(address, values | {f"{number}-motivation": [text], f"{number}-version": [str(version)]})
        assert reply.status == 302
        version += 1
        saved.versions[number] = version
        saved.saves += 1


def _make_dossiers(server: Server, saved: Saved, stop: Event) -> None:
    browser, address = Browser(server), "/dossier/nieuw/"
    values = Page(browser.get(address)).form().values
    while not stop.is_set():
        title = f"Dossier {next(saved.dossiers)}"
        reply = browser.post(address, values | {"title": [title], "veiligheidsregio": ["VR21"]})
        assert reply.status == 302
        sleep(0.05)
