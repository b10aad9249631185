"""Events become rows as UCDP GED, ACLED and GDELT have them; what we cannot know stays empty."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from eventdb.cli import run
from eventdb.export.shapes import SHAPES, Happening, Party, Told, write_shape
from eventdb.export.shapes.ucdp_ged import priogrid_gid


class Peru:
    """Names of one country."""

    def country(self, code: str) -> str | None:
        return {"PE": "Peru"}.get(code)

    def iso3(self, code: str) -> str | None:
        return {"PE": "PER"}.get(code)

    def province(self, code: str) -> str | None:
        return {"PE-LIM": "Lima Province"}.get(code)


BOMBING = Happening(
    event_id=6379272308205878389,
    event_type="assault.bombing",
    label="bombing, Lima, 2022-05-02",
    status="occurred",
    starts_from=date(2022, 5, 1),
    starts_to=date(2022, 5, 3),
    ends_to=None,
    date_precision=2,
    place="Lima",
    place_precision=1,
    country_code="PE",
    subdivision_code="PE-LIM",
    latitude=-12.05,
    longitude=-77.04,
    is_core=True,
    independent_sources=2,
    cameo_root="18",
    quad_class=4,
    low=4,
    best=6,
    high=None,
    acled_fatalities=4,
    parties=(
        Party("perpetrator", "alleged", "armed_group", "PE", "Shining Path"),
        Party("perpetrator", "denied", "armed_group", "PE", "Others"),
        Party("target", "did", "government", "PE", "National Police of Peru"),
    ),
    articles=(
        Told("Andes Herald", "2022-05-03", "=Bomb\nin Lima", "https://herald.example/1", "a.txt"),
        Told("", "", "", "", "b.txt"),
    ),
    speakers=("police",),
)
PLAN = replace(BOMBING, status="planned")
UNDATED = replace(BOMBING, starts_from=None, starts_to=None)
NOBODY_DIED = replace(BOMBING, low=0, best=0, high=0)
UNCOUNTED = replace(BOMBING, low=None, best=None, high=None, acled_fatalities=None)
ELECTION = replace(BOMBING, event_type="vote.election", cameo_root=None)


def table(form: str, *events: Happening) -> list[list[str]]:
    file, shape = io.BytesIO(), SHAPES[form]
    written, left_out = write_shape(file, shape, events, Peru(), guarded=True)
    rows = list(csv.reader(io.StringIO(file.getvalue().decode(), newline=""), delimiter=shape.delimiter))
    assert (len(rows), left_out) == (written + shape.has_names, len(events) - written)
    return rows


def filled(form: str, event: Happening) -> dict[str, str]:
    """The cells of an event that are not empty, by column."""
    row = table(form, event)[-1]
    return {column: text for column, text in zip(SHAPES[form].columns, row, strict=True) if text}


def test_a_row_of_ucdp_ged() -> None:
    assert filled("ucdp-ged", BOMBING) == {
        "id": "6379272308205878389",
        "year": "2022",
        "dyad_name": "Shining Path - National Police of Peru",
        "side_a": "Shining Path",
        "side_b": "National Police of Peru",
        "number_of_sources": "2",
        "source_article": '"Andes Herald,2022-05-03,=Bomb in Lima";"b.txt,,"',
        "source_office": "Andes Herald",
        "source_date": "2022-05-03",
        "source_headline": "'=Bomb in Lima",
        "source_original": "police",
        "where_prec": "1",
        "where_coordinates": "Lima",
        "adm_1": "Lima Province",
        "latitude": "-12.05",
        "longitude": "-77.04",
        "geom_wkt": "POINT (-77.04 -12.05)",
        "priogrid_gid": "111806",
        "country": "Peru",
        "date_prec": "2",
        "date_start": "2022-05-01",
        "date_end": "2022-05-03",
        "deaths_a": "0",
        "deaths_b": "0",
        "deaths_civilians": "0",
        "deaths_unknown": "6",
        "best": "6",
        "high": "6",
        "low": "4",
    }


def test_a_row_of_acled() -> None:
    assert filled("acled", BOMBING) == {
        "event_id_cnty": "6379272308205878389",
        "event_date": "2022-05-02",
        "year": "2022",
        "time_precision": "2",
        "disorder_type": "Political violence",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Remote explosive/landmine/IED",
        "actor1": "Shining Path",
        "actor2": "National Police of Peru",
        "inter2": "State forces",
        "country": "Peru",
        "admin1": "Lima Province",
        "location": "Lima",
        "latitude": "-12.05",
        "longitude": "-77.04",
        "geo_precision": "1",
        "source": "Andes Herald; b.txt",
        "notes": "bombing, Lima, 2022-05-02; =Bomb in Lima",
        "fatalities": "4",
    }


def test_a_row_of_gdelt() -> None:
    assert filled("gdelt", BOMBING) == {
        "GlobalEventID": "6379272308205878389",
        "Day": "20220502",
        "MonthYear": "202205",
        "Year": "2022",
        "FractionDate": "2022.4164",
        "Actor1Code": "PER",
        "Actor1Name": "SHINING PATH",
        "Actor1CountryCode": "PER",
        "Actor2Code": "PERGOV",
        "Actor2Name": "NATIONAL POLICE OF PERU",
        "Actor2CountryCode": "PER",
        "Actor2Type1Code": "GOV",
        "IsRootEvent": "1",
        "EventCode": "180",
        "EventBaseCode": "180",
        "EventRootCode": "18",
        "QuadClass": "4",
        "NumMentions": "2",
        "NumSources": "2",
        "NumArticles": "2",
        "ActionGeo_Type": "4",
        "ActionGeo_FullName": "Lima, Lima Province, Peru",
        "ActionGeo_Lat": "-12.05",
        "ActionGeo_Long": "-77.04",
        "SOURCEURL": "https://herald.example/1",
    }


def test_each_table_has_its_project_s_columns_and_gdelt_no_line_of_names() -> None:
    assert {form: len(shape.columns) for form, shape in SHAPES.items()} == {"ucdp-ged": 49, "acled": 31, "gdelt": 61}
    assert table("ucdp-ged")[0][:3] == ["id", "relid", "year"]
    assert table("acled")[0][-1] == "timestamp"
    assert table("gdelt") == []


@pytest.mark.parametrize("form", SHAPES)
def test_what_has_not_happened_or_has_no_day_is_left_out_and_counted(form: str) -> None:
    assert table(form, PLAN, UNDATED) == table(form)


def test_each_project_s_own_kinds_of_events_only() -> None:
    assert table("ucdp-ged", NOBODY_DIED, UNCOUNTED, ELECTION) == table("ucdp-ged")
    assert table("acled", ELECTION) == table("acled")
    assert table("gdelt", ELECTION) == []


def test_fatalities_that_nobody_counts_are_empty_and_not_0() -> None:
    assert "fatalities" not in filled("acled", UNCOUNTED)


def test_an_attack_on_armed_people_is_a_battle_for_acled_and_one_on_others_is_none() -> None:
    shooting = replace(BOMBING, event_type="assault.shooting")
    farmers = replace(shooting, parties=(Party("target", "did", "group", "PE", "farmers"),))
    assert filled("acled", shooting)["sub_event_type"] == "Armed clash"
    assert filled("acled", farmers)["event_type"] == "Violence against civilians"
    assert "actor1" not in filled("acled", farmers)


def test_those_who_are_blamed_stand_back_where_somebody_claims() -> None:
    claimed = Party("perpetrator", "claimed", "armed_group", "PE", "Claimants")
    assert filled("acled", replace(BOMBING, parties=(*BOMBING.parties, claimed)))["actor1"] == "Claimants"


def test_talks_put_the_host_first_and_the_guests_second() -> None:
    talks = replace(
        BOMBING,
        event_type="consult.talks",
        parties=(
            Party("host", "did", "state", "PE", "Peru"),
            Party("participant", "attended", "state", "CL", "Chile"),
            Party("participant", "attended", "state", "BO", "Bolivia"),
        ),
    )
    row = filled("acled", talks)
    assert (row["actor1"], row["actor2"], row["assoc_actor_2"]) == ("Peru", "Chile", "Bolivia")


@pytest.mark.parametrize(
    ("latitude", "longitude", "cell"), [(-46.75, 37.75, 62356), (-90, -180, 1), (90, 180, 360 * 720)]
)
def test_the_cell_of_prio_grid(latitude: float, longitude: float, cell: int) -> None:
    assert priogrid_gid(latitude, longitude) == cell


@pytest.mark.parametrize("form", SHAPES)
def test_the_command_tells_how_many_events_have_no_place_in_the_table(
    examples: str, form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "--format", form, "--out", str(tmp_path)]) == 0
    assert f"rows in {tmp_path / form}.csv; left out " in capsys.readouterr().out
    assert len((tmp_path / f"{form}.csv").read_text(encoding="utf-8").splitlines()) > 2
    assert run(["export", "timeline", "--format", form]) == 2
