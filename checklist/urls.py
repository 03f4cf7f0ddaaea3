"""The addresses of dossiers and of what leads to them."""

from itertools import product, starmap

from django.urls import include, path, register_converter
from django.urls.converters import StringConverter

from checklist.domain.advies.file_form import FileForm, FileKind
from checklist.domain.advies.reading import Reading
from checklist.domain.meeting.device import TOKEN_PATTERN
from checklist.domain.settled.code import ALPHABET, LENGTH
from checklist.domain.settled.value import SettledFileKind, SettledKind
from checklist.keys import (
    AFTERWARDS,
    CHECKING,
    EDITING,
    JOINING,
    KEY_PATTERN,
    PARTICIPATING,
    READING,
    EditKey,
    Key,
    ReadKey,
)
from checklist.meeting import (
    chair,
    chair_acts,
    chair_asking,
    chair_closing,
    chair_opening,
    chair_seat,
    join,
    late,
    live,
    phone,
    privacy,
    screen,
    sheets,
)
from checklist.models import QUESTION_COUNT
from checklist.views import (
    acts,
    advies,
    check,
    closing,
    dossier,
    downloads,
    drawings,
    evaluation,
    evaluation_settling,
    house_style,
    outcome,
    public,
    published,
    reading,
    reference,
    settled,
    settled_files,
    settling,
    start,
    variants,
)
from checklist.wizard.conflict import question_conflict
from checklist.wizard.forms import QuestionForm
from checklist.wizard.outlook import outlook
from checklist.wizard.presence import presence
from checklist.wizard.repair import repair
from checklist.wizard.views import QuestionWizard


class KeyConverter(StringConverter):
    """A key of a dossier as it stands in an address. By its kind `reverse` finds which of the two addresses of a page
    is meant: `ValueError` leads it to the other."""

    regex = KEY_PATTERN
    kind: type[Key]

    def to_python(self, value: str) -> Key:
        """Return the key that the address claims to have."""
        return self.kind(value)

    def to_url(self, value: object) -> str:
        """Return the key; raises `ValueError` for one of the other kind, and for text that is of neither."""
        if not isinstance(value, self.kind):
            raise ValueError
        return value


class EditKeyConverter(KeyConverter):
    """The key of a werklink."""

    kind = EditKey


class ReadKeyConverter(KeyConverter):
    """The key of a leeslink."""

    kind = ReadKey


class CodeConverter(StringConverter):
    """The code of a settled version, in the one spelling that addresses have."""

    regex = f"[{ALPHABET}]{{{LENGTH}}}"


class TokenConverter(StringConverter):
    """The token of a screen or a link of a meeting."""

    regex = TOKEN_PATTERN


class FileKindConverter(StringConverter):
    """A kind of file of an act."""

    regex = "|".join(SettledFileKind)

    def to_python(self, value: str) -> SettledFileKind:
        """Return the kind of this name."""
        return SettledFileKind(value)


class StepConverter(StringConverter):
    """The number of a question, 1 to 12, as the wizard's name of a step."""

    regex = "(?:[1-9]|1[0-2])"


register_converter(EditKeyConverter, "edit_key")
register_converter(ReadKeyConverter, "read_key")
register_converter(CodeConverter, "code")
register_converter(TokenConverter, "token")
register_converter(FileKindConverter, "file_kind")
register_converter(StepConverter, "step")

# formtools reads the steps when this module is imported, so they are static; the question is passed to the form.
STEPS = [(str(number), QuestionForm) for number in range(1, QUESTION_COUNT + 1)]

# Each reading in each form: 'voorstel.pdf', 'verslag.docx'.
_DOCUMENTS = [
    path(f"{kind.reading}.{kind.form}", downloads.document, {"kind": kind}, name=str(kind))
    for kind in starmap(FileKind, product(Reading, FileForm))
]
# What whoever has a link may see: the same pages, by the same names, under both.
_TO_READ = [
    path("", dossier.overview, name="dossier"),
    path("controle/", check.check, name="check"),
    path("uitkomst/", outcome.page, name="outcome"),
    path("vergelijken/", reference.compare_dossier, name="dossier-compare"),
    path("beeld/", drawings.page, name="dossier-drawings"),
    path("advies/", advies.page, name="advies"),
    path("verslag/", advies.verslag, name="verslag"),
    path("reglement/", advies.reglement, name="reglement"),
    path("varianten/", variants.page, name="variants"),
    path("varianten.pdf", variants.pdf, name="variants-pdf"),
    path("downloads/", downloads.page, name="downloads"),
    path("vastgesteld/", settled.page, {"kind": SettledKind.VOORSTEL}, name="settled"),
    path("evaluatie/", evaluation.page, name="evaluation"),
    path("evaluatie/vastgesteld/", settled.page, {"kind": SettledKind.EVALUATIE}, name="evaluation-settled"),
    path("vergadering/scherm/", screen.page, name="meeting-screen"),
    path("vergadering/privacy/", privacy.of_dossier, name="meeting-privacy"),
    *_DOCUMENTS,
    path("vastgesteld/<code:code>/<int:act>/<file_kind:kind>/", settled_files.file, name="settled-file"),
    path("vastgesteld/<code:code>/gegevens/", settled_files.snapshot, name="settled-snapshot"),
    path("vastgesteld/<code:code>/tekst/", settled_files.html, name="settled-html"),
    path("vastgesteld/<code:code>/alles/", settled_files.everything, name="settled-zip"),
    path("dossier.json", downloads.dossier_file, name="dossier-json"),
    path("keuzes.csv", downloads.choices, name="choices-csv"),
]
_TO_EDIT = [
    path("vergadering/bladen/", sheets.page, name="meeting-sheets"),
    path("links/", dossier.links, name="dossier-links"),
    path("gegevens/", dossier.title_page, name="dossier-title-page"),
    path("varianten/bestand/", variants.compare_file, name="variants-file"),
    path("variant/", variants.new_variant, name="variant-new"),
    path("verwijderen/", dossier.delete, name="dossier-delete"),
    path("vraag/<step:step>/", QuestionWizard.as_view(STEPS, url_name="question"), name="question"),
    path("vraag/<step:step>/botsing/", question_conflict, name="question-conflict"),
    path("vraag/<step:step>/vooruitblik/", outlook, name="question-outlook"),
    path("aanwezig/", presence, name="presence"),
    path("uitkomst/herstel/", repair, name="repair"),
    path("afronding/", closing.closing, name="closing"),
    path("afronding/meer/", closing.closing_more, name="closing-more"),
    path("vaststellen/", settling.page, name="settling"),
    path("vaststellen/proefdruk.pdf", settling.proof, name="settling-proof"),
    path("intrekken/", acts.withdraw, name="withdraw"),
    path("vastgesteld/handeling/", acts.act, {"kind": SettledKind.VOORSTEL}, name="settled-act"),
    path("vastgesteld/document/", acts.make, name="settled-make"),
    path("vastgesteld/opruimen/", acts.clear_out, name="settled-clear"),
    path("vergadering/", chair.page, name="meeting"),
    path("vergadering/uitnodiging/", chair_opening.invite, name="meeting-invite"),
    path("vergadering/doe/", chair_acts.act, name="meeting-act"),
    path("vergadering/tekst/", chair_acts.words, name="meeting-words"),
    path("vergadering/sluiten/", chair_closing.close, name="meeting-close"),
    path("vergadering/gemeente/<str:gemeente>/", chair_seat.page, name="meeting-seat"),
    path("vergadering/heropenen/<step:step>/", chair_asking.reopen, name="meeting-reopen"),
    path("evaluatie/vaststellen/", evaluation_settling.page, name="evaluation-settling"),
    path("evaluatie/vaststellen/proefdruk.pdf", evaluation_settling.proof, name="evaluation-proof"),
    path("evaluatie/handeling/", acts.act, {"kind": SettledKind.EVALUATIE}, name="evaluation-act"),
]
# Somebody at a question, or at the afronding, sends its address to somebody who reads.
_OF_QUESTIONS = [
    path("vraag/<step:step>/", reading.question, name="question"),
    path("vraag/<step:step>/botsing/", reading.question, name="question-conflict"),
    path("vraag/<step:step>/vooruitblik/", reading.question, name="question-outlook"),
    path("aanwezig/", reading.question, name="presence"),
    path("afronding/", reading.question, name="closing"),
    path("afronding/meer/", reading.question, name="closing-more"),
]

urlpatterns = [
    path("", start.start, name="start"),
    path("checklist/", reference.checklist, name="checklist"),
    path("checklist/werkblad.pdf", reference.worksheet, name="worksheet"),
    path("begrippen/", reference.terms, name="terms"),
    path("methode/", reference.method, name="method"),
    path("over/", reference.about, name="about"),
    path(CHECKING, public.ask, name="public-ask"),
    path(f"{CHECKING}<str:typed>/", public.page, name="public"),
    path("regiostaf-controle.html", public.control, name="control-file"),
    path("regiostaf-dossier.schema.json", published.dossier_schema, name="dossier-schema"),
    path("huisstijl.css", house_style.stylesheet, name="house-css"),
    path("huisstijl/logo.png", house_style.logo, name="house-logo"),
    path(f"{live.ADDRESS}<token:token>/", live.live, name="live"),
    path(JOINING, join.code, name="join"),
    path(f"{JOINING}<token:token>/", join.gemeente, name="join-token"),
    path(f"{PARTICIPATING}<int:meeting>/", phone.page, name="participate"),
    path(f"{PARTICIPATING}<int:meeting>/doe/", phone.act, name="participate-act"),
    path(f"{AFTERWARDS}<str:signed>/", late.page, name="late"),
    path(f"{PARTICIPATING}<int:meeting>/privacy/", privacy.of_participant, name="participate-privacy"),
    path("modellen/vergelijken/", reference.compare, name="models-compare"),
    path("dossier/nieuw/", start.new_dossier, name="dossier-new"),
    path("openen/", start.open_link, name="dossier-open"),
    path("openen/bestand/", start.upload, name="dossier-upload"),
    path(f"{READING}<read_key:key>/", include(_TO_READ + _OF_QUESTIONS)),
    # The last is the first that `reverse` tries, and most links on a page are a werklink's.
    path(f"{EDITING}<edit_key:key>/", include(_TO_READ + _TO_EDIT)),
]
