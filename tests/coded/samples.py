"""Rows of the documented shape of each data set, invented here: all columns, the values of one event in the Andes.

In: the values that differ. Out: rows as dicts, and files of them. No row is one of the data set.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from eventdb.export.shapes import SHAPES

Row = dict[str, str]

GTD_NAMES = """
    eventid iyear imonth iday approxdate extended resolution country country_txt region region_txt provstate city
    latitude longitude specificity vicinity location summary crit1 crit2 crit3 doubtterr alternative alternative_txt
    multiple success suicide attacktype1 attacktype1_txt attacktype2 attacktype2_txt targtype1 targtype1_txt
    targsubtype1 targsubtype1_txt corp1 target1 natlty1 natlty1_txt gname gsubname gname2 motive guncertain1 individual
    nperps nperpcap claimed claimmode claimmode_txt compclaim weaptype1 weaptype1_txt weapsubtype1 weapdetail nkill
    nkillus nkillter nwound nwoundus nwoundte property propextent ishostkid nhostkid nhours ndays ransom addnotes
    scite1 scite2 scite3 dbsource related
"""
POLECAT_COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
COLUMNS = {
    "ucdp-ged": SHAPES["ucdp-ged"].columns,
    "acled": SHAPES["acled"].columns,
    "gtd": tuple(GTD_NAMES.split()),
    "polecat": POLECAT_COLUMNS,
}

VALUES: dict[str, Row] = {
    "ucdp-ged": {
        "id": "500001",
        "relid": "PER-2022-1-1-1",
        "year": "2022",
        "type_of_violence": "1",
        "dyad_name": "Government of Peru - Shining Path",
        "side_a": "Government of Peru",
        "side_b": "Shining Path",
        "source_date": "2022-05-03;2022-05-04",
        "source_headline": "Blast at a market in Lima",
        "source_original": "police",
        "where_prec": "1",
        "where_coordinates": "Lima city",
        "adm_1": "Lima province",
        "latitude": "-12.05",
        "longitude": "-77.04",
        "country": "Peru",
        "date_prec": "1",
        "date_start": "2022-05-02 00:00:00.000",
        "date_end": "2022-05-02 00:00:00.000",
        "deaths_a": "1",
        "deaths_b": "0",
        "deaths_civilians": "4",
        "deaths_unknown": "0",
        "best": "5",
        "high": "9",
        "low": "3",
    },
    "acled": {
        "event_id_cnty": "PER900001",
        "event_date": "2022-05-02",
        "year": "2022",
        "time_precision": "1",
        "disorder_type": "Political violence",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Remote explosive/landmine/IED",
        "actor1": "Shining Path",
        "inter1": "Rebel group",
        "actor2": "Civilians (Peru)",
        "inter2": "Civilians",
        "country": "Peru",
        "admin1": "Lima",
        "location": "Lima",
        "latitude": "-12.05",
        "longitude": "-77.04",
        "geo_precision": "1",
        "source": "Andes Herald",
        "notes": "On 2 May 2022, a device went off at a market in Lima. Five people died.",
        "fatalities": "5",
        "timestamp": "1651622400",
    },
    "gtd": {
        "eventid": "202205020001",
        "iyear": "2022",
        "imonth": "5",
        "iday": "2",
        "extended": "0",
        "country_txt": "Peru",
        "provstate": "Lima",
        "city": "Lima",
        "latitude": "-12.05",
        "longitude": "-77.04",
        "specificity": "1",
        "vicinity": "0",
        "summary": "5/2/2022: A device went off at a market in Lima.",
        "suicide": "0",
        "attacktype1": "3",
        "attacktype1_txt": "Bombing/Explosion",
        "target1": "Market",
        "natlty1_txt": "Peru",
        "gname": "Shining Path",
        "guncertain1": "1",
        "claimed": "0",
        "weaptype1": "6",
        "nkill": "5",
        "nkillter": "0",
        "nwound": "-99",
    },
    "polecat": {
        "Event ID": "20220502-1-ASSAULT-explosives",
        "Event Date": "2022-05-02",
        "Event Type": "ASSAULT",
        "Event Mode": "explosives",
        "Actor Name": "Shining Path",
        "Actor Country": "Peru",
        "Recipient Name": "None",
        "City": "Lima",
        "Province": "Lima",
        "Country": "PER",
        "Latitude": "-12.05",
        "Longitude": "-77.04",
        "Publication Date": "2022-05-03",
    },
}


def row(dataset: str, **values: str) -> Row:
    """A row with all columns; names of columns with `_` for a space."""
    return dict.fromkeys(COLUMNS[dataset], "") | VALUES[dataset] | values


def content(dataset: str, *rows: Mapping[str, str], delimiter: str = ",") -> str:
    """A file of rows; one row as it stands without any."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS[dataset], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows or (row(dataset),))
    return text.getvalue()


def file(at: Path, dataset: str, *rows: Mapping[str, str], delimiter: str = ",") -> Path:
    """The same, written."""
    at.write_text(content(dataset, *rows, delimiter=delimiter), encoding="utf-8")
    return at
