"""How to reach the pages of what is settled; no step changes anything."""

from tests.browser.visitor import TOO_LONG, Step, Visitor, at, press


def unfolded(address: str) -> Step:
    """A page with everything open that can be opened."""

    def step(visitor: Visitor) -> None:
        at(address)(visitor)
        visitor.page.evaluate("document.querySelectorAll('main details').forEach(fold => { fold.open = true; })")

    return step


def seen_before(visitor: Visitor) -> None:
    """The start page of somebody who was in a settled dossier."""
    at("/dossier/{settled}/")(visitor)
    visitor.go("/")


def not_filled_in(address: str, button: str) -> Step:
    """A form that is sent as it is."""

    def step(visitor: Visitor) -> None:
        unfolded(address)(visitor)
        press(visitor, button)

    return step


def overtaken(visitor: Visitor) -> None:
    unfolded("/dossier/{settled}/vastgesteld/")(visitor)
    visitor.page.get_by_label("Waarom, in één zin").fill("Er ontbrak iets.")
    visitor.page.locator("[name$=seen]").evaluate_all("all => all.forEach(input => { input.value = '1'; })")
    press(visitor, "Heropenen voor een nieuwe versie")


def evaluation_too_long(visitor: Visitor) -> None:
    at("/dossier/{decided}/evaluatie/")(visitor)
    visitor.page.locator("#tekst-1").fill(TOO_LONG)
    press(visitor, "Opslaan")


def evaluation_conflict(visitor: Visitor) -> None:
    at("/dossier/{decided}/evaluatie/")(visitor)
    visitor.page.locator("#tekst-0").fill("Anders dan een ander schreef.")
    visitor.page.locator("[name^=versie]").evaluate_all("all => all.forEach(input => { input.value = '0'; })")
    press(visitor, "Opslaan")


def typed_too_late(visitor: Visitor) -> None:
    """A question was open when the dossier was settled."""
    at("/dossier/{half}/vraag/2/")(visitor)
    visitor.page.get_by_label("Waarom kiest u dit?").fill("Zo denken wij erover.")
    address = f"/dossier/{visitor.dossiers.settled}/vraag/2/"
    visitor.page.evaluate("address => { document.querySelector('form[method=post]').action = address; }", address)
    press(visitor, "Opslaan en verder")


SETTLED: dict[str, Step] = {
    "settling": at("/dossier/{concept}/vaststellen/"),
    "settling, with the text": unfolded("/dossier/{concept}/vaststellen/?namen=met"),
    "settling, gaps": at("/dossier/{half}/vaststellen/"),
    "settling, not sure": not_filled_in("/dossier/{concept}/vaststellen/", "Vaststellen"),
    "withdraw": at("/dossier/{concept}/intrekken/"),
    "settled, nothing": at("/dossier/{half}/vastgesteld/"),
    "settled": unfolded("/dossier/{settled}/vastgesteld/"),
    "settled, reading": unfolded("/lezen/{settled_reading}/vastgesteld/"),
    "settled, without files": unfolded("/dossier/{without_files}/vastgesteld/"),
    "settled, reopened": unfolded("/dossier/{reopened}/vastgesteld/"),
    "settled, decided": unfolded("/dossier/{decided}/vastgesteld/"),
    "settled, errors": not_filled_in("/dossier/{settled}/vastgesteld/", "Besluit vastleggen"),
    "settled, overtaken, 409": overtaken,
    "settled, clear": at("/dossier/{settled}/vastgesteld/opruimen/"),
    "settled, clear, not sure": not_filled_in("/dossier/{settled}/vastgesteld/opruimen/", "Opruimen"),
    "settled, delete": at("/dossier/{settled}/verwijderen/"),
    "settled, start": seen_before,
    "settled, overview": at("/dossier/{settled}/"),
    "settled, advies": at("/dossier/{settled}/advies/"),
    "settled, downloads": unfolded("/dossier/{settled}/downloads/"),
    "settled, check": at("/dossier/{settled}/controle/"),
    "settled, closing, 409": at("/dossier/{settled}/afronding/"),
    "settled, question, 409": at("/dossier/{settled}/vraag/2/"),
    "settled, typed too late, 409": typed_too_late,
    "reopened, overview": at("/dossier/{reopened}/"),
    "reopened, advies": at("/dossier/{reopened}/advies/"),
    "decided, overview": at("/dossier/{decided}/"),
    "evaluation, nothing decided": at("/dossier/{settled}/evaluatie/"),
    "evaluation": at("/dossier/{decided}/evaluatie/"),
    "evaluation, reading": at("/lezen/{decided_reading}/evaluatie/"),
    "evaluation, errors": evaluation_too_long,
    "evaluation, 409": evaluation_conflict,
    "evaluation, settled already": at("/dossier/{evaluated}/evaluatie/"),
    "evaluation, settling": unfolded("/dossier/{decided}/evaluatie/vaststellen/"),
    "evaluation, settled": unfolded("/dossier/{evaluated}/evaluatie/vastgesteld/"),
    "evaluation, settled, reading": unfolded("/lezen/{evaluated_reading}/evaluatie/vastgesteld/"),
    "public": at("/advies/{settled_code}/"),
}
