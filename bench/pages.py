"""What a question page and a save cost, through all middleware, as a ratio to bare Django views in the same run."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from statistics import median

from django.test import Client, override_settings

from bench import floor
from checklist import selectors
from checklist.models import Dossier

WARM_UP = 5
CURRENT_STEP = "question_wizard-current_step"


@dataclass(frozen=True)
class Figures:
    """Medians in milliseconds of the product and of its floor."""

    product_ms: float
    floor_ms: float

    @property
    def ratio(self) -> float:
        """How many times as long the product takes."""
        return self.product_ms / self.floor_ms


@override_settings(ROOT_URLCONF="bench.floor", ALLOWED_HOSTS=["testserver"])
def measure_page(key: str, runs: int) -> Figures:
    """A question page with its tensions, models and notes against the same bytes from a bare view."""
    client = Client()
    floor.page_body = client.get(f"/dossier/{key}/vraag/7/").content
    return _in_turn(
        lambda _: client.get(f"/dossier/{key}/vraag/7/"), lambda _: client.get(f"/dossier/{key}/kaal/"), runs
    )


@override_settings(ROOT_URLCONF="bench.floor", ALLOWED_HOSTS=["testserver"])
def measure_save(dossier: Dossier, runs: int) -> Figures:
    """A save that changes the motivation against a bare update of another answer."""
    client = Client()
    key = dossier.edit_key
    version = selectors.choice(dossier.pk, 7).version

    def save(turn: int) -> object:
        # A browser shows the message of a save on the page that follows; here it would only grow.
        client.cookies.pop("messages", None)
        data = {CURRENT_STEP: "7", "7-options": ["7a"], "7-motivation": f"Reden {turn}.", "7-version": version + turn}
        response = client.post(f"/dossier/{key}/vraag/7/", data)
        if response.status_code != HTTPStatus.FOUND:
            raise RuntimeError(f"the save answered {response.status_code}, which measures nothing")
        return response

    return _in_turn(
        save, lambda turn: client.post(f"/dossier/{key}/kaal/opslaan/", {"8-motivation": f"Reden {turn}."}), runs
    )


def _in_turn(product: Callable[[int], object], bare: Callable[[int], object], runs: int) -> Figures:
    """Time both in turn, so that a busy machine slows both; the first few of each don't count."""
    pairs = [(_milliseconds(product, turn), _milliseconds(bare, turn)) for turn in range(WARM_UP + runs)]
    return Figures(*(median(column) for column in zip(*pairs[WARM_UP:], strict=True)))


def _milliseconds(call: Callable[[int], object], turn: int) -> float:
    started = time.perf_counter()
    call(turn)
    return 1000 * (time.perf_counter() - started)
