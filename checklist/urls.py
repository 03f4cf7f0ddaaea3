"""The addresses of dossiers and of what leads to them."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from checklist.models import QUESTION_COUNT
from checklist.views import advies, check, dossier, drawings, outcome, reference, start
from checklist.wizard.conflict import question_conflict
from checklist.wizard.forms import QuestionForm
from checklist.wizard.outlook import outlook
from checklist.wizard.presence import presence
from checklist.wizard.repair import repair
from checklist.wizard.views import QuestionWizard


class KeyConverter(StringConverter):
    """A key of a dossier as it stands in an address."""

    regex = "[A-Za-z0-9_-]{32}"


class StepConverter(StringConverter):
    """The number of a question, 1 to 12, as the wizard's name of a step."""

    regex = "(?:[1-9]|1[0-2])"


register_converter(KeyConverter, "key")
register_converter(StepConverter, "step")

# formtools reads the steps when this module is imported, so they are static; the question is passed to the form.
STEPS = [(str(number), QuestionForm) for number in range(1, QUESTION_COUNT + 1)]

urlpatterns = [
    path("", start.start, name="start"),
    path("checklist/", reference.checklist, name="checklist"),
    path("checklist/werkblad.pdf", reference.worksheet, name="worksheet"),
    path("begrippen/", reference.terms, name="terms"),
    path("methode/", reference.method, name="method"),
    path("over/", reference.about, name="about"),
    path("modellen/vergelijken/", reference.compare, name="models-compare"),
    path("dossier/nieuw/", start.new_dossier, name="dossier-new"),
    path("openen/", start.open_link, name="dossier-open"),
    path("openen/bestand/", start.upload, name="dossier-upload"),
    path("dossier/<key:key>/", dossier.overview, name="dossier"),
    path("dossier/<key:key>/links/", dossier.links, name="dossier-links"),
    path("dossier/<key:key>/gegevens/", dossier.title_page, name="dossier-title-page"),
    path("dossier/<key:key>/verwijderen/", dossier.delete, name="dossier-delete"),
    path("dossier/<key:key>/vraag/<step:step>/", QuestionWizard.as_view(STEPS, url_name="question"), name="question"),
    path("dossier/<key:key>/vraag/<step:step>/botsing/", question_conflict, name="question-conflict"),
    path("dossier/<key:key>/vraag/<step:step>/vooruitblik/", outlook, name="question-outlook"),
    path("dossier/<key:key>/aanwezig/", presence, name="presence"),
    path("dossier/<key:key>/controle/", check.check, name="check"),
    path("dossier/<key:key>/uitkomst/", outcome.page, name="outcome"),
    path("dossier/<key:key>/uitkomst/herstel/", repair, name="repair"),
    path("dossier/<key:key>/vergelijken/", reference.compare_dossier, name="dossier-compare"),
    path("dossier/<key:key>/beeld/", drawings.page, name="dossier-drawings"),
    path("dossier/<key:key>/advies/", advies.page, name="advies"),
    path("dossier/<key:key>/advies.pdf", advies.pdf, name="advies-pdf"),
    path("dossier/<key:key>/dossier.json", advies.dossier_file, name="dossier-json"),
]
