"""The 25 veiligheidsregio's as the registers of the government know them, for the files of the archive.

Addresses and names are those of TOOI's register of samenwerkingsorganisaties, as DiWoo-metadata 0.9.8 lists them
(docs/archive.md). Two bodies have another name than their region.
"""

from dataclasses import dataclass

REGISTER = "TOOI-register samenwerkingsorganisaties"
_ADDRESS = "https://identifier.overheid.nl/tooi/id/so/"
_NUMBERS = {
    "VR01": "so0823",
    "VR02": "so0460",
    "VR03": "so0616",
    "VR04": "so0003",
    "VR05": "so0679",
    "VR06": "so0525",
    "VR07": "so0476",
    "VR08": "so0518",
    "VR09": "so0588",
    "VR10": "so0494",
    "VR11": "so0624",
    "VR12": "so0640",
    "VR13": "so0636",
    "VR14": "so0637",
    "VR15": "so0044",
    "VR16": "so0676",
    "VR17": "so0617",
    "VR18": "so0660",
    "VR19": "so0619",
    "VR20": "so0497",
    "VR21": "so0066",
    "VR22": "so0639",
    "VR23": "so0907",
    "VR24": "so0706",
    "VR25": "so0638",
}
_OTHER_NAMES = {
    "VR07": "Veiligheids- en Gezondheidsregio Gelderland-Midden",
    "VR23": "Veiligheidsregio en Gemeentelijke Gezondheidsdienst Limburg-Noord",
}


@dataclass(frozen=True)
class Organisation:
    """A body by its official name; `address` is its identifier in the register, empty when none is known."""

    name: str
    address: str


def organisation_of(region_code: str, region: str) -> Organisation:
    """Return the veiligheidsregio of a region (`VR21`, 'Brabant-Noord'). One that the register doesn't have, as after a
    merger, gets the name that its region gives it, and no address: none is made up."""
    number = _NUMBERS.get(region_code, "")
    name = _OTHER_NAMES.get(region_code, f"Veiligheidsregio {region}")
    return Organisation(name, f"{_ADDRESS}{number}" if number else "")
