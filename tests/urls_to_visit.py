"""Every address of the site, for tests that hold for all of them. A new address without an entry here fails a test."""

from dataclasses import dataclass
from itertools import product, starmap

from django.urls import get_resolver, reverse

from checklist.domain.advies.file_form import FileForm, FileKind
from checklist.domain.advies.reading import Reading
from checklist.domain.settled.value import SettledFileKind
from checklist.keys import EditKey, Key
from checklist.models import QUESTION_COUNT, Dossier
from models_catalogue.models import GovernanceModel

KINDS = list(starmap(FileKind, product(Reading, FileForm)))
UNKNOWN_KEY = EditKey("-" * 32)
UNKNOWN_CODE = "0" * 12
UNKNOWN_TOKEN = "-" * 22
BEHIND_A_KEY = ("/dossier/", "/lezen/")
# Of those who are in a meeting: no search engine has a use for it.
OF_A_MEETING = ("/live/", "/doe-mee/", "/deelnemen/", "/achteraf/")


@dataclass(frozen=True)
class Visit:
    """An address and the status with which it answers a GET from somebody who isn't logged in."""

    address: str
    status: int = 200
    html: bool = True


def named_visits(dossier: Dossier) -> dict[str, list[Visit]]:
    """All addresses of the site by their name, opened with the werklink."""
    return _of_nobody() | pages_to_read(dossier.edit_key) | pages_to_edit(dossier.edit_key)


def pages_to_read(key: Key) -> dict[str, list[Visit]]:
    """The pages of a dossier that both links open, by the name of their address."""
    return {
        "dossier": [Visit(reverse("dossier", args=[key]))],
        "check": [Visit(reverse("check", args=[key]))],
        "outcome": [Visit(reverse("outcome", args=[key]))],
        "dossier-compare": [
            Visit(reverse("dossier-compare", args=[key])),
            Visit(reverse("dossier-compare", args=[key]) + "?m=managementraad"),
        ],
        "dossier-drawings": [
            Visit(reverse("dossier-drawings", args=[key])),
            Visit(reverse("dossier-drawings", args=[key]) + "?model=managementraad"),
        ],
        "advies": [Visit(reverse("advies", args=[key]))],
        "variants": [
            Visit(reverse("variants", args=[key])),
            Visit(reverse("variants", args=[key]) + "?met=0123456789abcdef"),
        ],
        "variants-pdf": [Visit(reverse("variants-pdf", args=[key]), 302)],
        "downloads": [Visit(reverse("downloads", args=[key]))],
        "settled": [Visit(reverse("settled", args=[key]))],
        "evaluation": [Visit(reverse("evaluation", args=[key]))],
        "evaluation-settled": [Visit(reverse("evaluation-settled", args=[key]))],
        **{str(kind): [Visit(reverse(str(kind), args=[key]), 302)] for kind in KINDS},
        "verslag": [Visit(reverse("verslag", args=[key]))],
        "reglement": [Visit(reverse("reglement", args=[key]))],
        # Nothing of it is settled: tests/views/test_settled_files.py.
        "settled-file": [Visit(reverse("settled-file", args=[key, UNKNOWN_CODE, 1, SettledFileKind.PDF]), 404)],
        **{
            name: [Visit(reverse(name, args=[key, UNKNOWN_CODE]), 404)]
            for name in ("settled-snapshot", "settled-html", "settled-zip")
        },
        # There is no meeting: tests/meeting.
        "meeting-screen": [Visit(reverse("meeting-screen", args=[key]))],
        "meeting-privacy": [Visit(reverse("meeting-privacy", args=[key]), 302)],
        "dossier-json": [Visit(reverse("dossier-json", args=[key]), html=False)],
        "choices-csv": [Visit(reverse("choices-csv", args=[key]), html=False)],
    }


def pages_to_edit(key: EditKey) -> dict[str, list[Visit]]:
    """The pages of a dossier that the werklink alone opens, by the name of their address."""
    questions = range(1, QUESTION_COUNT + 1)
    return {
        "dossier-links": [Visit(reverse("dossier-links", args=[key]))],
        "meeting-sheets": [Visit(reverse("meeting-sheets", args=[key]), 302)],
        "dossier-delete": [Visit(reverse("dossier-delete", args=[key]))],
        "variants-file": [Visit(reverse("variants-file", args=[key]), 302)],
        "variant-new": [Visit(reverse("variant-new", args=[key]))],
        "dossier-title-page": [Visit(reverse("dossier-title-page", args=[key]))],
        "question": [Visit(reverse("question", args=[key, number])) for number in questions]
        + [Visit(reverse("question", args=[key, 4]) + "?naar=controle")],
        "question-conflict": [Visit(reverse("question-conflict", args=[key, number]), 302) for number in questions],
        "question-outlook": [
            Visit(reverse("question-outlook", args=[key, number]), html=False) for number in questions
        ],
        "presence": [Visit(reverse("presence", args=[key]), 302)],
        "meeting": [Visit(reverse("meeting", args=[key]))],
        # There is no meeting: these lead to the page that opens one.
        **{
            name: [Visit(reverse(name, args=[key]), 302)]
            for name in ("meeting-invite", "meeting-act", "meeting-words", "meeting-close")
        },
        "meeting-reopen": [Visit(reverse("meeting-reopen", args=[key, 7]), 302)],
        "meeting-seat": [Visit(reverse("meeting-seat", args=[key, "GM0828"]), 302)],
        "repair": [Visit(reverse("repair", args=[key]), 302)],
        "closing": [Visit(reverse("closing", args=[key]))],
        "closing-more": [Visit(reverse("closing-more", args=[key]))],
        "settling": [Visit(reverse("settling", args=[key])), Visit(reverse("settling", args=[key]) + "?namen=met")],
        "settling-proof": [Visit(reverse("settling-proof", args=[key]), 302)],
        "withdraw": [Visit(reverse("withdraw", args=[key]))],
        # There is nothing settled: these lead to the page that says so.
        "settled-act": [Visit(reverse("settled-act", args=[key]), 302)],
        "settled-make": [Visit(reverse("settled-make", args=[key]), 302)],
        # Nothing was decided: tests/views/test_evaluation.py.
        **{
            name: [Visit(reverse(name, args=[key]), 302)]
            for name in ("evaluation-settling", "evaluation-proof", "evaluation-act")
        },
        "settled-clear": [Visit(reverse("settled-clear", args=[key]), 302)],
    }


def _of_nobody() -> dict[str, list[Visit]]:
    return {
        "start": [Visit(reverse("start"))],
        "dossier-new": [Visit(reverse("dossier-new"))],
        "dossier-open": [Visit(reverse("dossier-open"), 302)],
        "dossier-upload": [Visit(reverse("dossier-upload"), 302)],
        "checklist": [Visit(reverse("checklist"))],
        "worksheet": [Visit(reverse("worksheet"), html=False)],
        "terms": [Visit(reverse("terms"))],
        "method": [Visit(reverse("method")), Visit(reverse("method") + "?vraag=7")],
        "about": [Visit(reverse("about"))],
        # There is no house style: tests/house_style has one.
        "house-css": [Visit(reverse("house-css"), 404)],
        "house-logo": [Visit(reverse("house-logo"), 404)],
        "public-ask": [Visit(reverse("public-ask"))],
        # Nothing is settled: tests/views/test_public.py.
        "public": [
            Visit(reverse("public", args=[UNKNOWN_CODE]), 404),
            Visit(reverse("public", args=["kort"]), 404),
            Visit(reverse("public", args=["oooo-oooo-oooo"]), 302),
        ],
        # Nothing is followed with it: tests/meeting/test_live.py.
        "live": [Visit(reverse("live", args=[UNKNOWN_TOKEN]), 404, html=False)],
        # Nobody takes part, and there is no meeting: tests/meeting.
        "join": [Visit(reverse("join"))],
        "join-token": [Visit(reverse("join-token", args=[UNKNOWN_TOKEN]), 404)],
        "participate": [Visit(reverse("participate", args=[1]), 404)],
        "participate-act": [Visit(reverse("participate-act", args=[1]), 302)],
        "late": [Visit(reverse("late", args=["kort"]), 404)],
        "participate-privacy": [Visit(reverse("participate-privacy", args=[1]), 404)],
        "control-file": [Visit(reverse("control-file"), html=False)],
        "dossier-schema": [Visit(reverse("dossier-schema"), html=False)],
        "models": [Visit(reverse("models")), Visit(reverse("models") + "?draagt=8a&waar=7d&diep=6b")],
        "models-compare": [
            Visit(reverse("models-compare")),
            Visit(reverse("models-compare") + "?m=managementraad&m=adoptieregeling"),
        ],
        "model": [Visit(reverse("model", args=[model.slug])) for model in GovernanceModel.objects.all()],
        "redactie": [Visit(reverse("redactie"), 302)],
    }


# With the leeslink these lead to the overzicht; what else changes a dossier has no address there.
OF_EACH_QUESTION = ("question", "question-conflict", "question-outlook")
OF_ALL = ("presence", "closing", "closing-more")
OF_QUESTIONS = OF_EACH_QUESTION + OF_ALL


def reading_visits(dossier: Dossier) -> list[Visit]:
    """What stands under the key of a leeslink."""
    read = [visit for visits in pages_to_read(dossier.read_key).values() for visit in visits]
    return read + [Visit(address, 302) for address in addresses_of_questions(dossier.read_key)]


def addresses_of_questions(key: Key) -> list[str]:
    """The addresses of the twelve questions and the afronding, and of what belongs to them."""
    numbers = range(1, QUESTION_COUNT + 1)
    return [
        *(reverse(name, args=[key, number]) for name in OF_EACH_QUESTION for number in numbers),
        *(reverse(name, args=[key]) for name in OF_ALL),
    ]


def refused_addresses(dossier: Dossier) -> list[str]:
    """What a leeslink has no right to, at the address where the werklink has it."""
    pages = pages_to_edit(dossier.edit_key)
    addresses = [visit.address for name in set(pages) - set(OF_QUESTIONS) for visit in pages[name]]
    return [address.replace(dossier.edit_key, dossier.read_key) for address in addresses]


def old_addresses(dossier: Dossier) -> dict[str, str]:
    """Where a leeslink was before /lezen/, and where each of those leads now."""
    key = dossier.read_key
    read = [visit.address for visits in pages_to_read(key).values() for visit in visits]
    overview = reverse("dossier", args=[key])
    moved = {address: address for address in read} | dict.fromkeys(addresses_of_questions(key), overview)
    return {old.replace("/lezen/", "/dossier/", 1): new for old, new in moved.items()}


def other_visits(dossier: Dossier) -> list[Visit]:
    """What isn't there, what lacks its last slash, and the door of the beheer."""
    return [
        Visit("/bestaat-niet/", 404),
        Visit("/modellen/bestaat-niet/", 404),
        Visit(f"/dossier/{UNKNOWN_KEY}/", 404),
        Visit(f"/dossier/{UNKNOWN_KEY}/vraag/1/", 404),
        Visit(f"/dossier/{UNKNOWN_KEY}/voorstel.pdf", 404),
        Visit("/dossier/kort/", 404),
        Visit(f"/dossier/{dossier.edit_key}/vraag/13/", 404),
        Visit(f"/dossier/{dossier.edit_key}/spanning/1/", 404),
        Visit(f"/dossier/{dossier.edit_key}", 301),
        Visit(f"/lezen/{UNKNOWN_KEY}/", 404),
        Visit(f"/lezen/{UNKNOWN_KEY}/vraag/1/", 404),
        Visit(f"/lezen/{dossier.edit_key}/", 404),
        Visit(f"/lezen/{dossier.read_key}/links/", 404),
        Visit(f"/lezen/{dossier.read_key}/vraag/13/", 404),
        Visit(f"/lezen/{dossier.read_key}", 301),
        Visit(reverse("admin:index"), 302),
        Visit(reverse("admin:login")),
    ]


def all_visits(dossier: Dossier) -> list[Visit]:
    """Every address, with the werklink and the leeslink."""
    named = [visit for visits in named_visits(dossier).values() for visit in visits]
    refused = [Visit(address, 403) for address in refused_addresses(dossier)]
    old = [Visit(address, 301) for address in old_addresses(dossier)]
    return named + reading_visits(dossier) + refused + old + other_visits(dossier)


def names_of_all_addresses() -> set[str]:
    """The names in the URL configuration, outside the beheer."""
    return {name for name in get_resolver().reverse_dict if isinstance(name, str)}
