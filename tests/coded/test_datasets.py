"""A record of each data set becomes an event with its days, place, parties and figures, each on its cell."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from loaders.coded import DATASETS, Card, UnfitError
from loaders.facts import ArticleFacts, Day, EventFact, PlaceFact, Window
from tests.coded.samples import VALUES, row

DAY = Day(2022, 5, 2)
LIMA = PlaceFact("Lima", "PE", 1, "city:3936456")


def facts(dataset: str, **values: str) -> ArticleFacts:
    cells = row(dataset) | values
    return DATASETS[dataset].facts(Card(dataset, cells[DATASETS[dataset].id_column], 2, cells))


def event(dataset: str, **values: str) -> EventFact:
    (found,) = facts(dataset, **values).events
    return found


def parties(dataset: str, **values: str) -> list[tuple[Any, ...]]:
    """Name, kind, key, role and position of each party, with the words it rests on."""
    found = facts(dataset, **values)
    (told,) = found.events
    return [
        (
            found.actors[each.actor].name,
            found.actors[each.actor].kind,
            each.role,
            each.position,
            found.text[each.start : each.stop],
        )
        for each in told.participations
    ]


def figures(dataset: str, **values: str) -> list[tuple[Any, ...]]:
    """Kind, victims, low, best, high, qualifier and the words."""
    found = facts(dataset, **values)
    (told,) = found.events
    return [
        (each.kind, each.victims, each.low, each.value, each.high, each.qualifier, found.text[each.start : each.stop])
        for each in told.figures
    ]


@pytest.mark.parametrize(
    ("dataset", "kind"),
    [
        ("ucdp-ged", "assault.other"),
        ("acled", "assault.bombing"),
        ("gtd", "assault.bombing"),
        ("polecat", "assault.bombing"),
    ],
)
def test_one_event_on_its_day_in_its_town(dataset: str, kind: str) -> None:
    told = event(dataset)
    assert (told.type, told.status, told.is_core, told.rule) == (kind, "occurred", True, f"import.{dataset}")
    assert told.when == Window(DAY, DAY, "day", graded=1)
    assert told.place == LIMA


@pytest.mark.parametrize("dataset", DATASETS)
def test_the_text_is_the_row_and_nothing_of_it_is_lost(dataset: str) -> None:
    found, values = facts(dataset), VALUES[dataset]
    assert found.text.splitlines() == [
        f"{column}: {values[column]}" for column in row(dataset) if values.get(column, "None") != "None"
    ]
    assert found.url == f"{dataset}:{values[DATASETS[dataset].id_column]}"
    assert (found.dataset, found.publisher) == (dataset, DATASETS[dataset].label)


def test_parties_stand_on_their_cells() -> None:
    assert parties("ucdp-ged") == [
        ("Peruvian Government", "government", "participant", "did", "Government of Peru"),
        ("Shining Path", "armed_group", "participant", "did", "Shining Path"),
    ]
    assert parties("acled") == [
        ("Shining Path", "armed_group", "participant", "did", "Shining Path"),
        ("Civilians (Peru)", "group", "participant", "did", "Civilians (Peru)"),
    ]
    assert parties("gtd") == [
        ("Shining Path", "armed_group", "perpetrator", "alleged", "Shining Path"),
        ("Market", "group", "target", "did", "Market"),
    ]
    assert parties("polecat") == [("Shining Path", "armed_group", "perpetrator", "did", "Shining Path")]


def test_one_sided_violence_and_violence_against_civilians_have_a_side_that_acts() -> None:
    one_sided = parties("ucdp-ged", type_of_violence="3", side_a="IS", side_b="Civilians")
    assert [each[2] for each in one_sided] == ["perpetrator", "target"]
    assert one_sided[0][0] == "Islamic State"
    against = parties("acled", event_type="Violence against civilians", sub_event_type="Attack")
    assert [each[2] for each in against] == ["perpetrator", "target"]


def test_nobody_in_particular_is_no_party() -> None:
    assert [each[0] for each in parties("gtd", gname="Unknown")] == ["Market"]


def test_a_claim_goes_before_doubt_in_gtd() -> None:
    assert parties("gtd", claimed="1")[0][3] == "claimed"
    assert parties("gtd", guncertain1="0")[0][3] == "did"


def test_figures_are_as_coded() -> None:
    assert figures("ucdp-ged") == [
        ("killed", "people", 3, 5, 9, "coded", "5"),
        ("killed", "civilians", 4, 4, 4, "exact", "4"),
        ("killed", "Government of Peru", 1, 1, 1, "exact", "1"),
    ]
    assert figures("acled") == [("killed", "people", 5, 5, 5, "exact", "5")]
    assert figures("gtd") == [("killed", "people", 5, 5, 5, "exact", "5")]
    assert figures("polecat") == []
    assert event("ucdp-ged").figures[0].includes_attackers is True
    said_by = event("ucdp-ged").figures[0].said_by
    assert said_by is not None and said_by.name == "police"


def test_no_dead_counted_is_0_and_no_figure_is_none() -> None:
    assert figures("acled", fatalities="0")[0][3] == 0
    assert figures("acled", fatalities="") == []
    assert figures("gtd", nkill="", nwound="7.0", nkillter="2") == [
        ("injured", "people", 7, 7, 7, "exact", "7.0"),
        ("killed", "attackers", 2, 2, 2, "exact", "2"),
    ]


def test_days_keep_the_precision_that_the_coders_gave() -> None:
    days = event("ucdp-ged", date_prec="4", date_start="2022-05-01", date_end="2022-05-31").when
    assert days == Window(Day(2022, 5, 1), Day(2022, 5, 31), "month", graded=4)
    assert event("ucdp-ged", date_prec="2").when == Window(DAY, DAY, "day", graded=2)
    lasting = event("ucdp-ged", date_end="2022-05-04").when
    assert lasting == Window(DAY, Day(2022, 5, 4), "day", is_lasting=True, graded=1)
    assert event("acled", time_precision="2").when == Window(Day(2022, 4, 29), Day(2022, 5, 5), "week", graded=3)
    assert event("acled", event_date="02 May 2022").when == Window(DAY, DAY, "day", graded=1)
    assert event("gtd", iday="0").when == Window(Day(2022, 5, 1), Day(2022, 5, 31), "month", graded=4)
    assert event("gtd", imonth="0", iday="0").when == Window(Day(2022, 1, 1), Day(2022, 12, 31), "year", graded=5)
    assert event("gtd", extended="1", resolution="2022-05-09 00:00:00").when == Window(
        DAY, Day(2022, 5, 9), "day", is_lasting=True, graded=1
    )


def test_a_place_that_no_gazetteer_has_keeps_the_coordinates_given_and_its_province() -> None:
    place = event("ucdp-ged", where_coordinates="Alto Cuyani village", latitude="-11.5", longitude="-76.5").place
    assert place is not None and place.spot is not None
    assert (place.name, place.country, place.precision) == ("Alto Cuyani village", "PE", 1)
    assert (place.spot.latitude, place.spot.longitude) == (-11.5, -76.5)
    assert place.spot.parent is not None and place.spot.parent.startswith("province:PE-")


def test_a_namesake_far_from_the_coordinates_is_another_place() -> None:
    place = event("acled", latitude="-3.75", longitude="-73.25").place
    assert place is not None and place.spot is not None and place != LIMA


def test_precisions_of_places_become_ucdp_s() -> None:
    assert event("ucdp-ged", where_prec="6").place == PlaceFact("Peru", "PE", 6, "country:PE")
    assert event("acled", geo_precision="2").place == replace(LIMA, precision=2)
    assert event("gtd", vicinity="1").place == replace(LIMA, precision=2)
    assert event("gtd", specificity="5", city="Unknown", provstate="").place == PlaceFact("Peru", "PE", 6, "country:PE")
    assert event("polecat", City="", Province="").place == PlaceFact("Peru", "PE", 6, "country:PE")
    province = event("acled", geo_precision="3", admin1="Cusco").place
    assert province is not None and (province.precision, province.key) == (4, "province:PE-CUS")


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"Event Type": "CONSULT", "Event Mode": "visit"}, "consult.visit"),
        ({"Event Type": "CONSULT", "Event Mode": ""}, "consult.meeting"),
        ({"Event Type": "RETREAT", "Event Mode": "ceasefire"}, "agree.ceasefire"),
        ({"Event Type": "ACCUSE", "Event Mode": "disapprove"}, "say.accuse"),
        ({"Event Type": "AID", "Event Mode": "None"}, "say.aid"),
    ],
)
def test_plover_s_types_and_modes_become_our_kinds(values: dict[str, str], kind: str) -> None:
    assert event("polecat", **values).type == kind


def test_means_of_attack_in_gtd() -> None:
    assert event("gtd", suicide="1").type == "assault.suicide_bombing"
    assert event("gtd", attacktype1="2", weaptype1="5").type == "assault.shooting"
    assert event("gtd", attacktype1="6", nhostkid="3").type == "coerce.kidnapping"


@pytest.mark.parametrize(
    ("dataset", "values", "reason"),
    [
        ("ucdp-ged", {"type_of_violence": "4"}, "type_of_violence is '4'; 1, 2 or 3"),
        ("ucdp-ged", {"where_prec": "9"}, "where_prec is '9'; a number from 1 to 7"),
        ("ucdp-ged", {"date_start": "May"}, "date_start is 'May'; a day such as"),
        ("ucdp-ged", {"date_end": "2022-05-01"}, "ends on 2022-05-01, before it begins"),
        ("ucdp-ged", {"low": "6"}, "low 6, best 5 and high 9 of best do not stand in order"),
        ("ucdp-ged", {"best": "many"}, "best is 'many'; a whole number"),
        ("ucdp-ged", {"latitude": "91"}, "lie on no globe"),
        ("acled", {"sub_event_type": "Duel"}, "sub_event_type is 'Duel'; one of Armed clash"),
        ("acled", {"time_precision": ""}, "time_precision is ''; a number from 1 to 3"),
        ("gtd", {"attacktype1": "12"}, "attacktype1 is '12'; a number from 1 to 9"),
        ("gtd", {"iday": "31", "imonth": "2"}, "2022-2-31 is no day of the calendar"),
        ("polecat", {"Event Type": "FIGHT"}, "Event Type is 'FIGHT'; one of AGREE"),
    ],
)
def test_a_row_that_is_no_event_says_what_would_have_been_right(
    dataset: str, values: dict[str, str], reason: str
) -> None:
    with pytest.raises(UnfitError, match=reason):
        facts(dataset, **values)
