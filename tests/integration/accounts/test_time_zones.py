"""The list of time zones: whatever can be chosen tells what "today" is."""

from __future__ import annotations

from goalward.web.accounts.models import Person
from goalward.web.accounts.time_zones import also_called, by_region, other_names, time_zones, worded

TABLE = """# country, position, zone
AR\t-3436-05827\tAmerica/Argentina/Buenos_Aires\tBuenos Aires
AT\t+4813+01620\tEurope/Vienna
IE\t+5320-00615\tEurope/Dublin
"""
LINKS = """# version 2026f
R x 1 2 - Mar 1 2 1 -
L Europe/Dublin Eire
L Europe/Vienna Europe/Dublin
L Asia/Kolkata Asia/Calcutta
"""


def test_zones_stand_by_region_and_place() -> None:
    assert by_region(TABLE) == [
        ("America", [("America/Argentina/Buenos_Aires", "Buenos Aires, Argentina")]),
        ("Europe", [("Europe/Dublin", "Dublin"), ("Europe/Vienna", "Vienna")]),
    ]


def test_a_place_is_written_as_people_write_it() -> None:
    assert worded("North_Dakota/New_Salem") == "New Salem, North Dakota"


def test_a_zone_has_its_other_names_but_no_name_of_another_zone_on_the_list() -> None:
    assert other_names(LINKS, {"Europe/Dublin", "Europe/Vienna"}) == {"Europe/Dublin": ["Eire"]}


def test_every_zone_that_can_be_chosen_is_one() -> None:
    zones = [zone for _, group in time_zones() for zone, _ in group]
    assert len(zones) == len(set(zones)) > 400
    for zone in zones:
        assert Person(time_zone=zone).today()


def test_the_names_that_browsers_still_use_are_known() -> None:
    for zone, older in {
        "Asia/Kolkata": "Asia/Calcutta",
        "Europe/Kyiv": "Europe/Kiev",
        "Asia/Ho_Chi_Minh": "Asia/Saigon",
        "America/Argentina/Buenos_Aires": "America/Buenos_Aires",
    }.items():
        assert older in also_called()[zone]
