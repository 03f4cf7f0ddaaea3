"""The page of a code as plain values: what anybody may know of a version, and what is said of a file there."""

import json
from collections import defaultdict
from dataclasses import dataclass, replace

from checklist.domain.settled.found import Answers, answers_of
from checklist.domain.settled.found import standing as standing_of
from checklist.domain.settled.value import ActFiles, FileFacts, SettledFileKind, SettledKind, Version
from checklist.pages.settled import FilesOfAct, ShownAct, settled_versions
from checklist.selectors import StoredVersion
from checklist.selectors.public import PublicVersion

_KINDS = {
    SettledKind.VOORSTEL: "Voorstel van een kring van gemeentesecretarissen",
    SettledKind.EVALUATIE: "Evaluatie door een kring van gemeentesecretarissen",
}


@dataclass(frozen=True)
class PublicPage:
    """What the page shows. No text that was typed is in it: of an act it has what was done and when. `example` is the
    name of a file, for who calculates its hash alone; `data` the answers of the check for the script."""

    facts: Version
    kind: str
    standing: str
    acts: tuple[ShownAct, ...]
    files: tuple[FilesOfAct, ...]
    newer: Version | None
    answers: Answers
    example: str

    @property
    def data(self) -> str:
        """The answers as JSON."""
        return json.dumps(self.answers.as_json())


def public_page(found: PublicVersion) -> PublicPage:
    """Return the page of a version. Pure."""
    facts, acts = _as_it_stands(found.stored), found.stored.acts
    (shown,) = settled_versions((found.stored,), {found.stored.id: found.files})
    newer = _as_it_stands(found.newer) if found.newer else None
    of_acts: dict[int, list[FileFacts]] = defaultdict(list)
    for file in found.files:
        of_acts[file.act].append(file.facts)
    names = [file.facts.name for file in found.files if file.facts.kind == SettledFileKind.PDF]
    return PublicPage(
        facts=facts,
        kind=_KINDS[facts.kind],
        standing=standing_of(shown.state),
        acts=shown.acts,
        files=tuple(one for one in shown.files if one.files),
        newer=newer,
        answers=answers_of(facts, acts, [ActFiles(number, files) for number, files in of_acts.items()], newer),
        example=names[-1] if names else "BESTAND",
    )


def _as_it_stands(version: StoredVersion) -> Version:
    """What is recorded of a version, with the day of the kring as it was put right since."""
    return replace(version.facts, settled_on=version.state.settled_on or version.facts.settled_on)
