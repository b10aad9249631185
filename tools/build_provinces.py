"""Builds loaders/lexicons/provinces.csv from iso3166-2 and gazetteer_names.yaml; run by hand, its output is committed.

Needs iso3166-2 and pyyaml in an environment of its own: the project never imports this. Prints nothing; existing rows
are replaced.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import yaml
from iso3166_2 import Subdivisions
from name_doubles import Doubles

HERE = Path(__file__).parent
OUT = HERE.parent / "loaders" / "lexicons" / "provinces.csv"
COLUMNS = ["code", "name", "country", "kind", "aliases", "caution", "latitude", "longitude", "valid_from", "valid_to"]
LOOSE = str.maketrans(
    dict(zip("øØłŁđĐıəƏǝðÐĦħ‘’ʻʼ", "oOlLdDiaAadDHh''''", strict=True))
    | {"ʿ": "", "æ": "ae", "ß": "ss", "þ": "th", "Þ": "Th"}
)
TAIL = re.compile(
    r"\s*(?:\(.*\)|\[.*\]|, .*| Sheng| Shi| oblast'?| oblysy| kraj| okrug| zupanija| voblasc| lan| Province| Region"
    r"| Metropolitan City| Special City| Governorate|-do|-gwangyeoksi| State| County| Federal District)$"
)
SKIPPED = {"CN-TW", "CN-HK", "CN-MO", "NL-AW", "NL-CW", "NL-SX", "FR-BL", "FR-MF", "FR-NC", "FR-PF", "FR-PM", "FR-TF",
           "FR-WF", "FR-971", "FR-972", "FR-973", "FR-974", "FR-976", "FI-01", "US-AS", "US-GU", "US-MP", "US-PR",
           "US-UM", "US-VI", "AZ-LA", "AZ-SA", "AZ-NV", "GB-EAW", "GB-GBN", "GB-UKM"}  # fmt: skip


def plain(text: str) -> str:
    """The text in ASCII letters."""
    folded = unicodedata.normalize("NFKD", text.translate(LOOSE))
    return "".join(letter for letter in folded if not unicodedata.combining(letter)).replace("`", "'").strip(" '")


def cleaned(name: str) -> str:
    """`Anhui Sheng` → Anhui; `Western Area (Freetown)` → Western Area."""
    while (shorter := TAIL.sub("", name)) != name:
        name = shorter
    return name.strip()


def english(other_names: str | None) -> str | None:
    """The first English name in iso3166-2's list of local names."""
    found = re.search(r"([^,()]+) \(eng\)", other_names or "")
    return plain(found[1]) if found else None


def names_of(code: str, row: dict[str, object], data: dict[str, object]) -> list[str]:
    """Name first, then aliases."""
    if given := data["names"].get(code):
        return given
    local = plain(str(row["name"])).split(" / ")[0]
    name = english(row["localOtherName"]) if code[:2] in data["english"] else None
    return [cleaned(name or local)]


def rows(data: dict[str, object]) -> Iterator[list[object]]:
    """One row per unit of the levels that news uses."""
    for country, units in sorted(Subdivisions().all.items()):
        for code, row in units.items():
            if code in SKIPPED or (row["parentCode"] and country not in data["second"]):
                continue
            name, *aliases = names_of(code, row, data)
            begin, end = data["valid"].get(code, ("", ""))
            latitude, longitude = (round(each, 3) for each in row["latLng"]) if row["latLng"] else ("", "")
            kind = plain(row["type"] or "province").lower()
            yield [code, name, country, kind, ";".join(aliases), "", latitude, longitude, begin, end]


def main() -> None:
    """Writes the table, sorted by code; codes of the overrides that ISO does not have raise KeyError."""
    data = yaml.safe_load((HERE / "gazetteer_names.yaml").read_text(encoding="utf-8").replace(": [NO", ': ["NO'))
    table = sorted(rows(data))
    known = {row[0] for row in table}
    if unknown := set(data["names"]) - known:
        raise KeyError(f"no such unit: {sorted(unknown)}")
    doubles = Doubles(yaml.safe_load((HERE / "city_names.yaml").read_text(encoding="utf-8"))["names_of_people"])
    for row in table:
        row[5] = "" if row[2] in data["sure"] or row[0] in data["sure"] else doubles.of(str(row[1]))
    with OUT.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(table)


if __name__ == "__main__":
    main()
