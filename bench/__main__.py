"""`script/bench`: what pages, saves, documents and the outcome cost, each with its floor measured in the same run; see
the script for its usage."""

import argparse
import os
import shutil
import subprocess
import sys
from statistics import median

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.urls import reverse

from bench import answers, fixed_floor, growth, outcome, pages, pdf, screens, whole
from checklist import selectors, services
from checklist.domain.advies.reading import Reading
from checklist.domain.advies.value import Advies
from checklist.domain.dossier import DossierValue
from checklist.domain.dossier_file import parse_dossier, write_dossier
from checklist.domain.meeting_record.words import Mode
from checklist.export.html import advies_html, stylesheet_of
from checklist.export.pdf import Attachment
from checklist.models import Dossier

RUNS = 100
PDF_RUNS = 10
LINE = "{:<46} {:>9.2f} ms  {:>9.2f} ms  {:>6.2f}  {}"
FIXED_AIM = 2.0
GROWTH_AIM = 1.1
KEPT_AIM_MS = 20
ANSWER_AIM = 2.0


def main() -> None:
    """Fill a database of its own, measure, print a line per figure, and remove what it made."""
    parser = argparse.ArgumentParser(prog="script/bench")
    parser.add_argument("part", nargs="?", choices=["all", "fixed", "own", "growth", "meeting"], default="all")
    parser.add_argument("--postgres", action="store_true")
    asked = parser.parse_args()
    settings.VAR_DIR.mkdir(mode=0o700)
    try:
        call_command("migrate", verbosity=0)
        call_command("load_content", verbosity=0)
        call_command("collectstatic", verbosity=0, interactive=False)
        if asked.part in {"all", "fixed"}:
            _measure_fixed()
        if asked.part in {"all", "own"}:
            _measure_own()
        if asked.part == "growth":
            _measure_growth()
        if asked.part == "meeting":
            _measure_meeting()
    finally:
        connection.close()
        shutil.rmtree(settings.VAR_DIR)
    if asked.postgres:
        environment = {name: value for name, value in os.environ.items() if name != "TEST_VAR_DIR"}
        part = "meeting" if asked.part == "meeting" else "fixed"
        again = [sys.executable, "-m", "tests.postgres", sys.executable, "-m", "bench", part]
        sys.exit(subprocess.run(again, env=environment, check=False).returncode)


def _measure_fixed() -> None:
    """Print the table of the fixed floor; only SQLite has an aim."""
    sqlite = connection.vendor == "sqlite"
    print(
        f"Fixed floor ({'SQLite' if sqlite else 'PostgreSQL'}): a bare Django project, 8 queries of 4 rows and 14,737 "
        "bytes, or one insert.\nBoth under gunicorn, loaded from outside; the product also compresses its page."
    )
    print(f"{'':<46} {'product':>12}  {'floor':>12}  {'ratio':>6}  aim")
    for name, connections, found in fixed_floor.measure():
        for figure, aim in (("cpu_ms", FIXED_AIM), ("p50_ms", FIXED_AIM), ("p95_ms", None)):
            product, floor = getattr(found.product, figure), getattr(found.floor, figure)
            what = f"{name}, {connections} at once, {figure.removesuffix('_ms').replace('cpu', 'CPU')}"
            print(LINE.format(what, product, floor, product / floor, f"≤ {aim}" if aim and sqlite else "").rstrip())
        if name == "question page" and connections == 1:
            print(f"{'':<4}bytes of a page: {median(found.product.bytes):.0f} (compressed), {found.floor.bytes[0]}")
    print()


def _measure_growth() -> None:
    """Print what each page costs with 100,000 dossiers beside what it costs with one."""
    print(f"{growth.DOSSIERS:,} dossiers beside one (SQLite), loaded from outside.")
    print(f"{'':<46} {'all':>12}  {'one':>12}  {'ratio':>6}  aim")
    for name, found in growth.measure():
        for figure in ("cpu_ms", "p10_ms"):
            product, floor = getattr(found.product, figure), getattr(found.floor, figure)
            what = f"{name}, {figure.removesuffix('_ms').replace('cpu', 'CPU')}"
            print(LINE.format(what, product, floor, product / floor, f"≤ {GROWTH_AIM}"))
    print()


def _measure_meeting() -> None:
    """Print what following a meeting costs, and what an answer of a phone does beside a bare insert."""
    print(f"A meeting ({connection.vendor}), loaded from outside.")
    found = screens.measure()
    print(
        f"{screens.SCREENS} screens for {screens.SECONDS} s: {100 * found.share:.0f} % of a core; "
        f"{found.cpu_ms:.2f} ms of CPU a question, p95 of the answers {found.p95_ms:.0f} ms\n"
        f"from a change to a screen: p50 {found.p50:.1f} s, p95 {found.p95:.1f} s, longest {found.longest:.1f} s"
    )
    print(f"{'':<46} {'product':>12}  {'floor':>12}  {'ratio':>6}  aim")
    for mode in Mode:
        answered = answers.measure(mode)
        for figure, aim in (("p50_ms", ""), ("p95_ms", f"≤ {ANSWER_AIM}")):
            product, floor = getattr(answered.product, figure), getattr(answered.floor, figure)
            what = f"answer ({mode}), {answers.ROUND.connections} at once, {figure.removesuffix('_ms')}"
            print(LINE.format(what, product, floor, product / floor, aim).rstrip())
    for mode in Mode:
        found_whole = whole.measure(mode)
        print(
            f"whole of a kring of {whole.GEMEENTEN} ({mode}): {found_whole.median_ms:.1f} ms of CPU; "
            f"slowest of {whole.KRINGEN} {found_whole.slowest_ms:.1f} ms"
        )
    print()


def _measure_own() -> None:
    print("Own floor: bare views behind the product's own middleware, in one process.")
    print(f"{'medians':<46} {'product':>12}  {'floor':>12}  {'ratio':>6}  aim")
    for name in ("leeg", "vol"):
        value, dossier = _example(name)
        if name == "vol":
            _print("question page / bare view, same bytes", pages.measure_page(dossier.edit_key, RUNS), "2.5")
            _print("save / bare view that updates a row", pages.measure_save(dossier, RUNS), "2.0")
        figures = pdf.measure(advies_html(_advies(value), Reading.VERSLAG), PDF_RUNS)
        _print(f"PDF in the worker / WeasyPrint warm ({name})", figures, "1.3")
    _measure_voorstel()
    found = outcome.measure()
    print(
        f"whole outcome of a full dossier: {found.median_ms:.2f} ms (aim {outcome.AIM_MS:.0f}); "
        f"slowest of a hundred others {found.slowest_ms:.2f} ms; first after an edit {found.first_ms:.2f} ms"
    )


def _measure_voorstel() -> None:
    value, dossier = _example("vol-voorstel")
    html = advies_html(_advies(value), Reading.VOORSTEL)
    files = [Attachment("dossier.json", write_dossier(value), "application/json")]
    found = pdf.measure_document(html, stylesheet_of(Reading.VOORSTEL), files)
    _print("voorstel / WeasyPrint alone, best of five", pages.Figures(found.product_ms, found.alone_ms), "1.1")
    _print("voorstel / the same without a stylesheet", pages.Figures(found.product_ms, found.unstyled_ms), "1.2")
    kept = pdf.measure_kept(reverse("voorstel-pdf", args=[dossier.edit_key]), RUNS)
    print(f"voorstel: {found.size / 1000:.0f} kB (aim 300); kept, {kept:.1f} ms of CPU a request (aim {KEPT_AIM_MS})")


def _example(name: str) -> tuple[DossierValue, Dossier]:
    raw = (settings.BASE_DIR / f"fixtures/dossiers/{name}.json").read_bytes()
    value = parse_dossier(raw, selectors.content_all(), selectors.gemeenten_by_region())
    return value, services.create_dossier(value)


def _advies(value: DossierValue) -> Advies:
    return selectors.advies_of_value(value, selectors.content_all(), selectors.regions()[value.veiligheidsregio])


def _print(name: str, figures: pages.Figures, aim: str) -> None:
    print(LINE.format(name, figures.product_ms, figures.floor_ms, figures.ratio, f"≤ {aim}"))


if __name__ == "__main__":
    main()
