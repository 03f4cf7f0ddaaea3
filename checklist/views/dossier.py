"""The pages of one dossier: its questions at a glance, its links, its title page and the check."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from checklist import selectors, services
from checklist.access import forget, open_dossier
from checklist.domain.advies.compose import compose_advies
from checklist.domain.choices.consistency import tensions_between
from checklist.domain.choices.progress import question_states, resume_at
from checklist.domain.content import Content, Option, Tension
from checklist.domain.dossier import Right
from checklist.domain.dutch import in_a_row
from checklist.domain.text import one_text
from checklist.forms import DeleteForm, KeepTensionForm, VersionedTitlePageForm
from checklist.selectors import KeptState, OpenDossier
from checklist.services import KeptConflictError, NotBothChosenError, TitlePage, TitlePageConflictError


@require_safe
def overview(request: HttpRequest, key: str) -> HttpResponse:
    """The twelve questions with their state, and where to go on."""
    dossier = open_dossier(request, key)
    value = selectors.dossier_value(dossier)
    kept = frozenset((item.a, item.b) for item in value.kept)
    states = question_states(selectors.content_all(), value.answers, kept)
    context = {
        "dossier": dossier,
        "questions": states,
        "answered": sum(bool(state.codes) for state in states),
        "resume_at": resume_at(states),
        "begun": any(state.looked_at for state in states),
        "content_date": selectors.content_date(),
        "changed_questions": selectors.changed_questions(dossier.id),
    }
    return render(request, "checklist/overview.html", context)


@require_safe
def links(request: HttpRequest, key: str) -> HttpResponse:
    """The werklink and the leeslink, to be kept."""
    dossier = open_dossier(request, key, Right.EDIT)
    context = {
        "dossier": dossier,
        "edit_link": request.build_absolute_uri(reverse("dossier", args=[dossier.edit_key])),
        "read_link": request.build_absolute_uri(reverse("dossier", args=[dossier.read_key])),
        "untouched_days": selectors.UNTOUCHED_FOR.days,
    }
    return render(request, "checklist/links.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def title_page(request: HttpRequest, key: str) -> HttpResponse:
    """Change the title page of a dossier; 409 with both when somebody else changed it first."""
    dossier = open_dossier(request, key, Right.EDIT)
    posted = request.POST if request.method == "POST" else None
    form = VersionedTitlePageForm(posted, regions=selectors.regions(), initial=_initial(dossier))
    if form.is_valid():
        data = form.cleaned_data
        try:
            services.save_title_page(
                dossier,
                TitlePage(data["title"], data["veiligheidsregio"], data["date"], data["present"]),
                based_on=data["version"],
            )
        except TitlePageConflictError:
            return _title_page_conflict(request, open_dossier(request, key, Right.EDIT))
        messages.success(request, "De gegevens van het dossier zijn opgeslagen.")
        return redirect("dossier", key)
    if "version" in form.errors:
        raise SuspiciousOperation("the form has no version")
    return render(request, "checklist/title_page.html", {"dossier": dossier, "form": form})


def _initial(dossier: OpenDossier) -> dict[str, object]:
    return {
        "title": dossier.title,
        "veiligheidsregio": dossier.region_code,
        "date": dossier.date,
        "present": "\n".join(dossier.present),
        "version": dossier.version,
    }


def _title_page_conflict(request: HttpRequest, theirs: OpenDossier) -> HttpResponse:
    """Answer 409: the form as it was typed, now based on what is stored, with what is stored beside it."""
    typed = request.POST.copy()
    typed["version"] = str(theirs.version)
    form = VersionedTitlePageForm(typed, regions=selectors.regions())
    context = {"dossier": theirs, "form": form, "theirs": theirs}
    return render(request, "checklist/title_page.html", context, status=409)


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, key: str) -> HttpResponse:
    """Say what will be gone and ask twice: with a checkbox, and with the button that deletes."""
    dossier = open_dossier(request, key, Right.DELETE)
    form = DeleteForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        services.delete_dossier(dossier)
        forget(request, dossier)
        messages.success(request, f"Het dossier ‘{dossier.title}’ is verwijderd.")
        return redirect("start")
    value = selectors.dossier_value(dossier)
    context = {
        "dossier": dossier,
        "form": form,
        "answered": sum(bool(answer.options) for answer in value.answers.values()),
        "kept": len(value.kept),
    }
    return render(request, "checklist/delete.html", context)


@dataclass(frozen=True)
class CheckTension:
    """A tension on the check page, or a former one, with the form in which the kring says why it keeps it."""

    tension: Tension
    a: Option
    b: Option
    kept: KeptState | None
    form: KeepTensionForm


@require_safe
def check(request: HttpRequest, key: str) -> HttpResponse:
    """All twelve answers, with what is open and what clashes on top."""
    return _check_page(request, open_dossier(request, key))


def _check_page(
    request: HttpRequest, dossier: OpenDossier, typed: Mapping[int, KeepTensionForm] | None = None, status: int = 200
) -> HttpResponse:
    typed = typed or {}
    content, kept = selectors.content_all(), selectors.kept_tensions(dossier.id)
    value = selectors.dossier_value(dossier, kept)
    between = tensions_between(content, value.chosen)
    context = {
        "dossier": dossier,
        "advies": compose_advies(value, content, dossier.region),
        # What was typed stays on the page, also when the tension went away meanwhile.
        "tensions": [
            _check_tension(tension, content, kept, typed)
            for tension in content.tensions
            if tension in between or tension.number in typed
        ],
        "former_tensions": [
            _check_tension(tension, content, kept, typed)
            for tension in content.switched_off
            if (tension.a, tension.b) in value.kept_motivations or tension.number in typed
        ],
        "page_has_errors": bool(typed),
        "typed_forms": list(typed.values()),
    }
    return render(request, "checklist/check.html", context, status=status)


def _check_tension(
    tension: Tension,
    content: Content,
    kept: Mapping[tuple[str, str], KeptState],
    typed: Mapping[int, KeepTensionForm],
) -> CheckTension:
    state = kept.get((tension.a, tension.b))
    initial = {"motivation": state.motivation if state else "", "version": state.version if state else 0}
    return CheckTension(
        tension=tension,
        a=content.option_of[tension.a],
        b=content.option_of[tension.b],
        kept=state,
        form=typed.get(tension.number) or KeepTensionForm(initial=initial, auto_id=f"spanning-{tension.number}-%s"),
    )


# What was done, by whether the tension is in use and whether it was let go.
_DONE = {
    (True, False): "De bewuste afwijking is opgeslagen.",
    (True, True): "De spanning staat weer open.",
    (False, False): "De motivering is opgeslagen. Dit is geen spanning meer, dus het telt niet meer mee.",
    (False, True): "De motivering is weggegooid.",
}


@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """Keep a tension on purpose, change its motivation or let it go, also one that was switched off: what the kring
    wrote is its own. A GET leads to the check page."""
    dossier = open_dossier(request, key, Right.EDIT)
    in_use = selectors.tension_in_use(number)
    if in_use is None:
        raise Http404
    if request.method != "POST":
        return redirect("check", key)
    form = KeepTensionForm(request.POST, auto_id=f"spanning-{number}-%s")
    if "version" in form.errors:
        raise SuspiciousOperation("the form has no version")
    let_go = "loslaten" in request.POST
    if not form.is_valid() and not let_go:
        return _check_page(request, dossier, typed={number: form})
    based_on = form.cleaned_data["version"]
    try:
        if let_go:
            services.let_tension_go(dossier, number, based_on=based_on)
        else:
            services.keep_tension(dossier, number, form.cleaned_data["motivation"], based_on=based_on)
    except NotBothChosenError as refusal:
        form.add_error("motivation", _nothing_to_keep(refusal.missing))
        return _check_page(request, dossier, typed={number: form}, status=409)
    except KeptConflictError as conflict:
        mine = "" if let_go else form.cleaned_data["motivation"]
        return _kept_conflict(request, dossier, number, conflict.theirs, mine)
    messages.success(request, _DONE[in_use, let_go])
    return redirect(reverse("check", args=[key]) + f"#spanning-{number}")


def _nothing_to_keep(missing: tuple[str, ...]) -> str:
    options = f"Optie {missing[0]} is" if len(missing) == 1 else f"De opties {in_a_row(missing)} zijn"
    return f"{options} niet gekozen, dus er is geen spanning om aan vast te houden. Er is niets opgeslagen."


def _kept_conflict(
    request: HttpRequest, dossier: OpenDossier, number: int, theirs: KeptState | None, mine: str
) -> HttpResponse:
    """Answer 409 with both motivations as one, or theirs to let go after all; the form carries the new version."""
    form = KeepTensionForm(
        initial={
            "motivation": one_text(theirs.motivation if theirs else "", mine),
            "version": theirs.version if theirs else 0,
        }
    )
    let_go = "loslaten" in request.POST
    context = {"dossier": dossier, "number": number, "theirs": theirs, "let_go": let_go, "form": form}
    return render(request, "checklist/kept_conflict.html", context, status=409)
