"""`script/bench`: what pages, saves, documents and the outcome cost, each with its floor measured in the same run."""

import shutil

from django.conf import settings
from django.core.management import call_command

from bench import outcome, pages, pdf
from checklist import selectors, services
from checklist.domain.advies.compose import compose_advies
from checklist.domain.dossier_file import parse_dossier
from checklist.export.html import advies_html

RUNS = 100
PDF_RUNS = 10
LINE = "{:<46} {:>9.2f} ms  {:>9.2f} ms  {:>6.2f}  {}"


def main() -> None:
    """Fill a database of its own, measure, print a line per figure, and remove what it made."""
    settings.VAR_DIR.mkdir(mode=0o700)
    try:
        call_command("migrate", verbosity=0)
        call_command("load_content", verbosity=0)
        call_command("collectstatic", verbosity=0, interactive=False)
        _measure()
    finally:
        shutil.rmtree(settings.VAR_DIR)


def _measure() -> None:
    print(f"{'medians':<46} {'product':>12}  {'floor':>12}  {'ratio':>6}  aim")
    for name in ("leeg", "vol"):
        raw = (settings.BASE_DIR / f"fixtures/dossiers/{name}.json").read_bytes()
        value = parse_dossier(raw, selectors.content_all(), selectors.gemeenten_by_region())
        dossier = services.create_dossier(value)
        if name == "vol":
            _print("question page / bare view, same bytes", pages.measure_page(dossier.edit_key, RUNS), "2.5")
            _print("save / bare view that updates a row", pages.measure_save(dossier, RUNS), "2.0")
        advies = compose_advies(
            value, selectors.content_all(), selectors.regions()[value.veiligheidsregio], selectors.backgrounds()
        )
        figures = pdf.measure(advies_html(advies), PDF_RUNS)
        _print(f"PDF in the worker / WeasyPrint warm ({name})", figures, "1.3")
    found = outcome.measure()
    print(
        f"whole outcome of a full dossier: {found.median_ms:.2f} ms (aim {outcome.AIM_MS:.0f}); "
        f"slowest of a hundred others {found.slowest_ms:.2f} ms; first after an edit {found.first_ms:.2f} ms"
    )


def _print(name: str, figures: pages.Figures, aim: str) -> None:
    print(LINE.format(name, figures.product_ms, figures.floor_ms, figures.ratio, f"≤ {aim}"))


if __name__ == "__main__":
    main()
