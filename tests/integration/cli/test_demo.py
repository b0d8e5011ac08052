"""``goalward demo``: invented people in a folder of their own, and gone again in one step."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db.models import F, Max, Min
from django.test import Client
from django.utils import timezone

from goalward.cli.demo import demo, demo_home
from goalward.coach.care import hear_care
from goalward.goals import AttainmentLevels, GoalStatus, LevelPart, check_levels
from goalward.reflection import AreaChoice, ValueRating
from goalward.web.accounts.models import Person
from goalward.web.audit.models import Disclosure
from goalward.web.audit.verification import verify_all
from goalward.web.config.errors import SiteError
from goalward.web.config.home import Home
from goalward.web.demo.telling import WEEKS, stories, tell
from goalward.web.goals.models import Goal
from goalward.web.progress.models import CheckIn, Rating
from tests.site_process import Site, answers, free_port

MARK = "Demo: invented people"


# The invented people themselves


@pytest.fixture
def told(db: None) -> list[Person]:
    tell(stories(), now=timezone.now())
    return list(Person.objects.order_by("email"))


def texts(value: object) -> Iterator[str]:
    """Every text in a story, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


def test_two_people_who_cannot_be_taken_for_real_ones() -> None:
    assert [story.email for story in stories()] == ["ana@demo.invalid", "ben@demo.invalid"]
    assert all("demo" in story.password and len(story.password) >= 12 for story in stories())


def test_nothing_in_their_lives_asks_for_care() -> None:
    for story in stories():
        assert [text for text in texts(dict(story.events)) if hear_care(text)] == []


def test_their_answers_are_ones_that_the_pages_know() -> None:
    """Each value below raises for a code or a rating that the pages do not have."""
    for story in stories():
        for reflection in story.events["reflection"]:
            assert all(AreaChoice(**choice) for choice in reflection.get("areas", []))
            assert all(ValueRating(**rating) for rating in reflection.get("values", []))
        for goal in story.events["goal"]:
            assert AreaChoice(goal["area"])
            assert ValueRating(goal["value"])
            if "levels" in goal:
                assert check_levels(AttainmentLevels(LevelPart(goal["level_part"]), tuple(goal["levels"]))) == ()


def test_each_has_three_goals_in_different_states(told: list[Person]) -> None:
    assert [sorted(person.record.goals.values_list("status", flat=True)) for person in told] == [
        [GoalStatus.ACTIVE, GoalStatus.ACTIVE, GoalStatus.PAUSED],
        [GoalStatus.ACTIVE, GoalStatus.ACTIVE, GoalStatus.FINISHED],
    ]


def test_both_scales_are_there_and_one_goal_has_new_words(told: list[Person]) -> None:
    for person in told:
        assert {version.scale_kind for version in person.record.goalversions.all()} == {"rating", "levels"}
    [reworded] = Goal.objects.filter(version=2)
    assert {rating.version for rating in reworded.ratings.all()} == {1, 2}
    assert reworded.versions.get(number=2).reason == "clearer"


def test_they_check_in_most_weeks_and_skip_some(told: list[Person]) -> None:
    for person in told:
        days = list(person.record.checkins.order_by("on").values_list("on", flat=True))
        assert 8 <= len(days) < WEEKS
        assert days[-1] == person.today()
        assert {(day - days[0]).days % 7 for day in days} == {0}


# Now, the minute after midnight, a leap day, and the day after the clocks went back in both their countries.
@pytest.mark.parametrize("now", [None, "2026-12-31T23:01:00Z", "2028-02-29T12:00:00Z", "2026-10-26T00:30:00Z"])
def test_twelve_weeks_end_today_and_nothing_is_in_the_future(db: None, now: str | None) -> None:
    with time_machine.travel(now or timezone.now()):
        tell(stories(), now=timezone.now())
        for person in Person.objects.all():
            today, zone = person.today(), ZoneInfo(person.time_zone)
            began = timezone.localdate(person.record.opened_at, zone)
            assert began == today - timedelta(weeks=WEEKS) == timezone.localdate(person.joined_at, zone)
            span = person.record.ratings.aggregate(first=Min("on"), last=Max("on"))
            assert span == {"first": began + timedelta(weeks=1), "last": today}
            assert not person.record.checkins.filter(created_at__gt=timezone.now()).exists()
            assert {timezone.localdate(row.created_at, zone) == row.on for row in person.record.checkins.all()} == {
                True
            }


def test_their_measures_were_answered_in_their_weeks_and_the_next_time_lies_ahead(told: list[Person]) -> None:
    for person in told:
        [plan] = person.record.measureplans.all()
        days = [each.on for each in person.record.administrations.all()]
        assert days == sorted(set(days))
        assert days[-1] == person.today()
        assert plan.due_on
        assert plan.due_on > person.today()
        for sitting in person.record.administrations.all():
            assert sitting.help_shown_at == ""
            assert sitting.result["scales"][0]["value"] is not None


def test_a_rating_lies_on_the_day_of_its_check_in_and_not_before_its_words(told: list[Person]) -> None:
    assert Rating.objects.exclude(on=F("check_in__on")).count() == 0
    for rating in Rating.objects.select_related("goal"):
        assert rating.created_at >= rating.goal.versions.get(number=rating.version).created_at


def test_what_was_done_is_told_on_the_days_it_was_done(told: list[Person]) -> None:
    for person in told:
        entries = Disclosure.objects.filter(record_id=person.record.id).order_by("id")
        assert entries[0].did == "record.opened"
        assert [entry.at for entry in entries] == sorted(entry.at for entry in entries)
        assert entries[0].at == person.record.opened_at
    assert CheckIn.objects.count() == Disclosure.objects.filter(did="checked.in").count()


def test_the_proof_was_not_touched(told: list[Person], tmp_path: Path) -> None:
    assert verify_all(tmp_path / "no anchors").broken == ()


def test_their_pages_work(told: list[Person]) -> None:
    for person in told:
        browser = Client()
        browser.force_login(person)
        pages = [
            "/goals/",
            "/record/",
            "/measures/",
            "/progress/",
            *(f"/goals/{goal.id}/" for goal in person.record.goals.all()),
        ]
        assert [browser.get(page).status_code for page in pages] == [200] * len(pages)


# The line on every page


@pytest.mark.parametrize("page", ["/help-now/", "/account/sign-in/", "/record/erased/", "/no-such-page/"])
def test_every_page_of_a_demo_says_so(db: None, anyone: Client, settings: Any, page: str) -> None:
    settings.IS_DEMO = True
    assert MARK in anyone.get(page).content.decode()


def test_a_real_site_does_not_say_it(db: None, anyone: Client) -> None:
    assert MARK not in anyone.get("/help-now/").content.decode()


# The command, in this process


@pytest.fixture
def served(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, str | None]]:
    """What the demo would serve: the port, and the folder it has set. Its site is the test's own."""
    monkeypatch.setenv("GOALWARD_SMTP", "smtp://mail.example.org")
    monkeypatch.setattr("goalward.cli.site.make_site", lambda _home: None)
    served: list[tuple[int, str | None]] = []
    monkeypatch.setattr("goalward.cli.site.serve", lambda port: served.append((port, os.environ["GOALWARD_HOME"])))
    return served


def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, **options: Any) -> None:
    monkeypatch.setenv("GOALWARD_HOME", str(tmp_path / "var"))
    monkeypatch.setenv("GOALWARD_MASTER_KEY_FILE", str(tmp_path / "master.key"))
    demo(**options)


def test_starting_twice_makes_its_people_once(
    served: list[tuple[int, str | None]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for _ in range(2):
        start(tmp_path, monkeypatch, port=8123)
    assert served == [(8123, str(tmp_path / "var-demo"))] * 2
    assert Person.objects.count() == 2
    assert capsys.readouterr().out.count("ana@demo.invalid   password: demo password of ana") == 2
    assert "GOALWARD_SMTP" not in os.environ


def test_removing_takes_folder_and_key_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "var-demo" / "keys").mkdir(parents=True)
    own = Home(tmp_path / "var", tmp_path / "master.key")
    for name in ("var-demo/demo", demo_home(own).master_key_file.name, "master.key"):
        (tmp_path / name).touch()
    for _ in range(2):
        start(tmp_path, monkeypatch, remove=True)
    assert [path.name for path in tmp_path.iterdir()] == ["master.key"]
    removed, nothing = capsys.readouterr().out.splitlines()
    assert removed.endswith("is removed.")
    assert nothing.startswith("There is no demo in")


def test_a_folder_of_someones_own_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "var-demo").mkdir()
    for options in ({}, {"remove": True}):
        with pytest.raises(SiteError, match="is not a demo"):
            start(tmp_path, monkeypatch, **options)
    assert (tmp_path / "var-demo").is_dir()


def test_a_demo_at_a_public_address_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOALWARD_ADDRESS", "https://goals.example.org")
    with pytest.raises(SiteError, match="for this machine alone"):
        start(tmp_path, monkeypatch)


# The command, on a real site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path, free_port())


def folder(site: Site) -> Path:
    return site.folder / "var-demo"


@contextmanager
def running(site: Site) -> Iterator[str]:
    """The demo, up and answering; yields what it said on the terminal."""
    said = site.folder / "demo.log"
    with said.open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "goalward.cli", "demo", "--port", str(site.port)],
            env=site.environment,
            cwd=site.folder,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            end = time.monotonic() + 30
            while not answers(f"{site.url}/leave/"):
                assert process.poll() is None, said.read_text()
                assert time.monotonic() < end, said.read_text()
                time.sleep(0.05)
            yield said.read_text()
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=10)


def one_line(text: str) -> bool:
    return text.count("\n") == 1 and text.startswith("goalward: ")


def test_the_demo_lives_beside_the_site_and_goes_in_one_step(site: Site) -> None:
    with running(site) as said:
        assert f"{site.url}/" in said
        for story in stories():
            assert f"{story.email}   password: {story.password}" in said
        with urllib.request.urlopen(f"{site.url}/account/sign-in/", timeout=5) as page:  # noqa: S310  # loopback
            assert MARK in page.read().decode()
        assert not site.home.exists()
        assert not (site.folder / "master.key").exists()
    made = (folder(site) / "keys").stat().st_mtime_ns
    with running(site) as said_again:
        assert said_again == said
        assert (folder(site) / "keys").stat().st_mtime_ns == made
    removed = site.run("demo", "--remove")
    assert (removed.returncode, removed.stdout) == (0, f"The demo in {folder(site)} is removed.\n")
    assert {path.name for path in site.folder.iterdir()} == {"demo.log"}


def test_removing_what_is_not_there_is_no_fault(site: Site) -> None:
    done = site.run("demo", "--remove")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"There is no demo in {folder(site)}.\n"


@pytest.mark.parametrize("options", [(), ("--remove",)])
def test_a_folder_that_is_not_a_demos_is_left_alone(site: Site, options: tuple[str, ...]) -> None:
    """Someone's own site may happen to be called like a demo's."""
    assert site.run("init", GOALWARD_HOME=str(folder(site))).returncode == 0
    before = sorted(folder(site).rglob("*"))
    done = site.run("demo", *options)
    assert done.returncode == 1
    assert one_line(done.stderr)
    assert "is not a demo" in done.stderr
    assert sorted(folder(site).rglob("*")) == before


def test_a_link_to_a_folder_is_not_followed(site: Site) -> None:
    elsewhere = site.folder / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "demo").write_text("looks like one")
    folder(site).symlink_to(elsewhere)
    done = site.run("demo", "--remove")
    assert done.returncode == 1
    assert one_line(done.stderr)
    assert (elsewhere / "demo").exists()


def test_bad_use_says_so(site: Site) -> None:
    for options in (("--port", "0"), ("--port", "x"), ("--people", "3")):
        done = site.run("demo", *options)
        assert done.returncode == 2
        assert one_line(done.stderr)


def test_the_demo_has_a_key_of_its_own() -> None:
    home = demo_home(Home(Path("/data/var"), Path("/keys/master.key")))
    assert home.folder == Path("/data/var-demo")
    assert home.master_key_file.parent == Path("/keys")
    assert re.fullmatch(r"demo-[0-9a-f]{12}-master\.key", home.master_key_file.name)


def test_removing_one_demo_leaves_the_key_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GOALWARD_MASTER_KEY_FILE", str(tmp_path / "master.key"))
    homes = [demo_home(Home(tmp_path / name / "var", tmp_path / "master.key")) for name in ("one", "two")]
    for home in homes:
        home.folder.mkdir(parents=True)
        home.demo_mark.touch()
        home.master_key_file.touch()
    monkeypatch.setenv("GOALWARD_HOME", str(tmp_path / "one" / "var"))
    demo(remove=True)
    assert [home.master_key_file.exists() for home in homes] == [False, True]


def test_a_demo_that_was_not_finished_is_finished(site: Site) -> None:
    """The power went before its people were written."""
    folder(site).mkdir(mode=0o700)
    (folder(site) / "demo").touch()
    with running(site) as said:
        assert "ana@demo.invalid" in said
    assert os.access(folder(site) / "goalward.sqlite3", os.R_OK)
