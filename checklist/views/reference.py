"""Pages to read and look things up in: checklist and worksheet, terms, method, what this is, models side by side."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from checklist import selectors
from checklist.access import open_dossier
from checklist.documents import worksheet_pdf
from checklist.domain.content import Content, GovernanceModel
from checklist.domain.outcome import judgements
from checklist.domain.outcome.silence import Silence
from checklist.domain.text import clean_line, shortened
from checklist.export.pdf import RenderFailed
from checklist.forms import question_number
from checklist.keys import Key
from checklist.pages.compare import model_links
from checklist.selectors import PRESENT_FOR, UNTOUCHED_FOR, OpenDossier

# With more columns than this nobody can follow a row.
MOST_MODELS = 4
# So much of an unknown model's name is told back.
_LONGEST_NAME = 60
# When somebody who got no worksheet may try again.
RETRY_SECONDS = 60


@require_safe
def checklist(request: HttpRequest) -> HttpResponse:
    """The twelve questions with their options on one sheet, after the check whether a regiostaf is needed and what the
    booklet says of all of them. One query."""
    content = selectors.content_all()
    backgrounds = selectors.backgrounds(content.stamp)
    context = {
        "glossary": content.glossary,
        "questions": content.questions,
        "check": [text for text in backgrounds if text.kind == "toets"],
        "start": [text for text in backgrounds if text.kind == "aanvulling" and not text.only_with],
    }
    return render(request, "checklist/checklist.html", context)


@require_safe
def worksheet(request: HttpRequest) -> HttpResponse:
    """The blank worksheet as PDF; a page with a way back when it can't be made now. One query."""
    try:
        made = worksheet_pdf(selectors.content_all().questions)
    except RenderFailed:
        response = render(request, "checklist/checklist_worksheet_failed.html", status=503)
        response["Retry-After"] = str(RETRY_SECONDS)
        return response
    response = HttpResponse(made, content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="werkblad-regiostaf.pdf"'
    return response


@require_safe
def terms(request: HttpRequest) -> HttpResponse:
    """The terms that the site explains, in alphabetical order. One query."""
    return render(request, "checklist/terms.html", {"terms": selectors.glossary().terms})


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Where the content comes from, who judged, and what is kept. One query."""
    context = {"present_minutes": int(PRESENT_FOR.total_seconds() // 60), "untouched_days": UNTOUCHED_FOR.days}
    return render(request, "checklist/about.html", context)


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    """How models are compared, with every tension and judgement; `?vraag=7` shows those of one question. One
    query."""
    content = selectors.content_all()
    asked = request.GET.get("vraag", "")
    number = question_number(asked)
    context = {
        "questions": content.questions,
        "number": number,
        "unknown": bool(asked) and number is None,
        "tensions": judgements.tension_rows(content, number),
        "models": judgements.model_traits(content, number),
        "reading": judgements.reading(content),
        "silence": {silence.name: silence.value for silence in Silence},
    }
    return render(request, "checklist/method.html", context)


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Two to four models side by side, `?m=SLUG&m=SLUG`; with anything else the form to choose them. One query."""
    return _compare_page(request, None)


@require_safe
def compare_dossier(request: HttpRequest, key: Key) -> HttpResponse:
    """One to four models beside the kring's own choices. One query."""
    return _compare_page(request, open_dossier(request, key))


@dataclass(frozen=True)
class Pick:
    """The models that were asked for, in the booklet's order, and what to say of what was asked."""

    models: tuple[GovernanceModel, ...]
    messages: tuple[str, ...]
    enough: bool


def pick_models(content: Content, slugs: Sequence[str], least: int) -> Pick:
    """Return which models to compare. Unknown and doubled names are told and left out. `enough` is False when the
    number that is left can't be compared; nothing asked is no mistake."""
    by_slug = {model.slug: model for model in content.models}
    models = tuple(model for model in content.models if model.slug in slugs)
    messages = (*_unknown(slugs, by_slug), *_doubled(slugs, by_slug))
    if len(models) > MOST_MODELS:
        messages += (f"U koos {len(models)} modellen. Naast elkaar passen er hoogstens vier. Haal er een paar weg.",)
    elif slugs and len(models) < least:
        messages += (
            f"Kies {'minstens één model' if least == 1 else 'twee, drie of vier modellen'} om te vergelijken.",
        )
    return Pick(models, messages, least <= len(models) <= MOST_MODELS)


def _unknown(slugs: Sequence[str], known: Collection[str]) -> list[str]:
    names = [shortened(slug, _LONGEST_NAME, clean_line) for slug in dict.fromkeys(slugs) if slug not in known]
    if len(names) > 1:
        return [f"{len(names)} van de gevraagde modellen bestaan niet. Die zijn weggelaten."]
    return [f"Het model ‘{name}’ bestaat niet. Het is weggelaten." for name in names]


def _doubled(slugs: Sequence[str], known: Mapping[str, GovernanceModel]) -> list[str]:
    return [
        f"U vroeg twee keer om het model ‘{known[slug].short_name}’. Het staat er één keer."
        for slug, times in Counter(slugs).items()
        if times > 1 and slug in known
    ]


def _compare_page(request: HttpRequest, dossier: OpenDossier | None) -> HttpResponse:
    content = selectors.content_all(dossier.stamp if dossier else "")
    chosen = dossier.chosen if dossier else ()
    pick = pick_models(content, [slug for slug in request.GET.getlist("m") if slug], least=1 if dossier else 2)
    picked = {model.slug for model in pick.models}
    context = {
        "frame": "checklist/dossier_base.html" if dossier else "base.html",
        "dossier": dossier,
        "all_models": content.models,
        "pick": pick,
        "picked": picked,
        "model_links": model_links(content.models, picked, MOST_MODELS) if dossier and dossier.read_only else (),
        "questions": judgements.side_by_side(content, pick.models, chosen) if pick.enough else (),
        "columns": 1 + len(pick.models) + bool(dossier),
    }
    return render(request, "checklist/compare.html", context)
