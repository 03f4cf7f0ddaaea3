"""The pages of one dossier: its questions at a glance, its links, its title page, and the end of it."""

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from checklist import selectors, services
from checklist.access import forget, open_dossier
from checklist.domain.choices.agenda import told_actions
from checklist.domain.dossier import Right
from checklist.domain.dutch import in_a_row
from checklist.domain.proposal import NO_PROPOSAL
from checklist.forms import DeleteForm, VersionedTitlePageForm
from checklist.keys import Key
from checklist.pages.evaluation import planned_evaluation
from checklist.pages.links import leeslink, werklink
from checklist.pages.overview import overview_page
from checklist.pages.settled import kept_until
from checklist.selectors import OpenDossier
from checklist.services import LeftBehind, RegionHeldError, TitlePageConflictError
from models_catalogue.selectors import region_notes

_REGION_HELD = (
    "Gemeenten van {region} deden mee aan de vergadering over dit dossier. Daarom blijft de veiligheidsregio zo. "
    "Begin voor een andere veiligheidsregio een nieuw dossier."
)


@require_safe
def overview(request: HttpRequest, key: Key) -> HttpResponse:
    """The twelve answers in words, and below them the rest of the dossier."""
    dossier = open_dossier(request, key)
    value, content = selectors.dossier_value(dossier), selectors.content_all(dossier.stamp)
    context = {
        "dossier": dossier,
        "page": overview_page(content, value),
        "actions": told_actions(content, value),
        "region_notes": region_notes(dossier.region_code),
        "content_date": selectors.content_date(dossier.stamp),
        "changed_questions": selectors.changed_questions(dossier.id),
        "meeting_state": selectors.meeting_state(dossier.id),
        "planned_evaluation": planned_evaluation(dossier, value.proposal, timezone.localdate()),
    }
    return render(request, "checklist/overview.html", context)


@require_safe
def links(request: HttpRequest, key: Key) -> HttpResponse:
    """The werklink and the leeslink, to be kept and to be mailed."""
    dossier = open_dossier(request, key, Right.ACT)
    context = {
        "dossier": dossier,
        "werklink": werklink(dossier.title, request.build_absolute_uri(reverse("dossier", args=[dossier.edit_key]))),
        "leeslink": leeslink(dossier.title, request.build_absolute_uri(reverse("dossier", args=[dossier.read_key]))),
        "untouched_days": selectors.UNTOUCHED_FOR.days,
    }
    return render(request, "checklist/links.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def title_page(request: HttpRequest, key: Key) -> HttpResponse:
    """Change the title page of a dossier; 409 with both when somebody else changed it first."""
    dossier = open_dossier(request, key, Right.EDIT)
    posted = request.POST if request.method == "POST" else None
    form = VersionedTitlePageForm(posted, regions=selectors.regions(), initial=_initial(dossier))
    if "version" in form.errors:
        raise SuspiciousOperation("the form has no version")
    if not form.is_valid():
        return render(request, "checklist/title_page.html", {"dossier": dossier, "form": form})
    try:
        left_behind = services.save_title_page(dossier, form.title_page, based_on=form.cleaned_data["version"])
    except TitlePageConflictError:
        return _title_page_conflict(request, open_dossier(request, key, Right.EDIT))
    except RegionHeldError:
        form.add_error("veiligheidsregio", _REGION_HELD.format(region=dossier.region))
        return render(request, "checklist/title_page.html", {"dossier": dossier, "form": form})
    messages.success(request, f"De gegevens van het dossier zijn opgeslagen.{_told(left_behind)}")
    return redirect("dossier", key)


def _told(left: LeftBehind) -> str:
    """What to say of what the dossier lost with its region."""
    told = ""
    if len(left.questions) == 1:
        told = (
            f" De gemeente bij vraag {left.questions[0]} ligt in de vorige veiligheidsregio. Die keuze staat weer open."
        )
    elif left.questions:
        rows = in_a_row([str(number) for number in left.questions])
        told = f" De gemeenten bij de vragen {rows} liggen in de vorige veiligheidsregio. Die keuzes staan weer open."
    if left.attendance:
        told += " In de afronding is weggehaald wie er was van gemeenten in de vorige veiligheidsregio."
    return told


def _initial(dossier: OpenDossier) -> dict[str, object]:
    return {
        "title": dossier.title,
        "veiligheidsregio": dossier.region_code,
        "date": dossier.date,
        "until": dossier.until,
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
def delete(request: HttpRequest, key: Key) -> HttpResponse:
    """Say what will be gone and ask twice: with a checkbox, and with the button that deletes."""
    dossier = open_dossier(request, key, Right.ACT)
    if dossier.newest:
        return _kept_for_now(request, dossier)
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
        "actions": len(value.actions),
        "proposal": value.proposal != NO_PROPOSAL,
        "meeting": selectors.has_meeting(dossier.id),
    }
    return render(request, "checklist/delete.html", context)


def _kept_for_now(request: HttpRequest, dossier: OpenDossier) -> HttpResponse:
    """Say until when a dossier is kept of which something is settled; 409 for who deletes it all the same."""
    context = {"dossier": dossier, "kept_until": kept_until(selectors.versions_of(dossier.id))}
    return render(request, "checklist/delete_not_yet.html", context, status=409 if request.method == "POST" else 200)
