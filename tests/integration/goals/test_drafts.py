"""What a person can do with a goal before it begins."""

from __future__ import annotations

from uuid import uuid4

import pytest

from goalward.decisions import NotAllowedError
from goalward.web.accounts.models import Person
from goalward.web.audit.models import AuditEntry
from goalward.web.goals.drafts import answer_draft, begin_draft, begin_goal, mark_place
from goalward.web.goals.models import Goal
from goalward.web.goals.plans import ChangedMeanwhileError, fingerprint, fingerprints


def wording_of(goal: Goal) -> str:
    return goal.versions.get(number=goal.version).wording


def did_to(goal: Goal) -> list[str]:
    return list(AuditEntry.objects.filter(object_id=goal.id).values_list("did", flat=True))


@pytest.fixture
def draft(ana: Person) -> Goal:
    return begin_draft(by=ana, wording="feel better")


def test_the_first_words_make_a_draft_with_one_wording(ana: Person) -> None:
    goal = begin_draft(by=ana, wording="feel better")

    [version] = goal.versions.all()
    assert (goal.status, goal.version, version.number) == ("draft", 1, 1)
    assert (version.wording, version.author, version.record_id) == ("feel better", ana.id, ana.record.id)


def test_someone_can_begin_with_no_words_at_all(ana: Person) -> None:
    assert begin_draft(by=ana, wording="").versions.get().wording == ""


def test_the_same_form_sent_twice_is_one_draft_with_its_first_words(ana: Person) -> None:
    once = uuid4()

    first = begin_draft(by=ana, wording="sleep", once=once)
    again = begin_draft(by=ana, wording="walk", once=once)

    assert first == again
    assert [version.wording for version in again.versions.all()] == ["sleep"]
    assert AuditEntry.objects.filter(object_id=first.id).count() == 1


def test_the_same_form_belongs_to_each_person_apart(ana: Person, sam: Person) -> None:
    once = uuid4()
    assert begin_draft(by=ana, wording="sleep", once=once) != begin_draft(by=sam, wording="walk", once=once)


def test_a_new_draft_is_audited_without_its_words(ana: Person) -> None:
    goal = begin_draft(by=ana, wording="feel better")

    entry = AuditEntry.objects.get(object_id=goal.id)
    assert (entry.did, entry.by, entry.record_id) == ("goal.drafted", ana.id, ana.record.id)


def test_answers_are_kept_on_the_goal_and_on_its_wording(ana: Person, draft: Goal) -> None:
    answer_draft(goal=draft, by=ana, answers={"wording": "Walk", "area": "social", "confidence": 7}, step="coach")

    kept = ana.record.goals.get()
    assert (wording_of(kept), kept.area, kept.confidence, kept.step) == ("Walk", "social", 7, "coach")
    assert did_to(kept) == ["goal.drafted", "goal.answered"]


def test_an_answer_leaves_the_other_answers_alone(ana: Person, draft: Goal) -> None:
    answer_draft(goal=draft, by=ana, answers={"feeling": "lighter"}, step="coach")
    answer_draft(goal=draft, by=ana, answers={"first_step": "ring Sam"}, step="scale")

    kept = ana.record.goals.get()
    assert (kept.feeling, kept.first_step, wording_of(kept)) == ("lighter", "ring Sam", "feel better")


def test_a_draft_keeps_one_wording_however_often_it_changes(ana: Person, draft: Goal) -> None:
    for wording in ("sleep", "sleep well", ""):
        answer_draft(goal=draft, by=ana, answers={"wording": wording}, step="coach")
    assert [version.wording for version in draft.versions.all()] == [""]


def test_a_scale_belongs_to_the_wording(ana: Person, draft: Goal) -> None:
    scale = {"scale_kind": "levels", "level_part": "amount", "levels": ["0", "1", "2", "3", "4"]}
    answer_draft(goal=draft, by=ana, answers=scale, step="plan")

    version = draft.versions.get()
    assert (version.scale_kind, version.level_part, version.levels) == ("levels", "amount", ["0", "1", "2", "3", "4"])


def test_a_wording_from_another_tab_is_not_overwritten(ana: Person, draft: Goal) -> None:
    seen = fingerprints({"wording": "feel better", "towards": None, "area": None})
    answer_draft(goal=draft, by=ana, answers={"wording": "walk"}, step="coach", shown=seen)

    with pytest.raises(ChangedMeanwhileError) as overtaken:
        answer_draft(goal=draft, by=ana, answers={"wording": "swim", "towards": "the sea"}, step="x", shown=seen)

    assert overtaken.value.merged.conflicts == {"wording": "walk"}
    kept = ana.record.goals.get()
    assert (wording_of(kept), kept.towards, kept.step) == ("walk", None, "coach")


def test_the_same_words_in_both_tabs_are_no_conflict(ana: Person, draft: Goal) -> None:
    for _ in range(2):
        answer_draft(
            goal=draft, by=ana, answers={"wording": "walk"}, step="x", shown=fingerprints({"wording": "feel better"})
        )
    assert wording_of(draft) == "walk"


def test_a_tab_where_the_words_were_not_touched_changes_only_the_rest(ana: Person, draft: Goal) -> None:
    seen = fingerprints({"wording": "feel better", "towards": None, "area": None})
    answer_draft(goal=draft, by=ana, answers={"wording": "walk"}, step="x", shown=seen)
    answer_draft(goal=draft, by=ana, answers={"wording": "feel better", "area": "sleep"}, step="x", shown=seen)

    assert (wording_of(draft), ana.record.goals.get().area) == ("walk", "sleep")


def test_a_half_pair_of_an_emoji_has_a_fingerprint_too() -> None:
    assert fingerprint("\ud83d") != fingerprint("")


def test_a_bookmark_moves_without_a_word_in_the_log(ana: Person, draft: Goal) -> None:
    mark_place(goal=draft, by=ana, step="values")
    assert ana.record.goals.get().step == "values"
    assert did_to(draft) == ["goal.drafted"]


def test_a_draft_begins(ana: Person, draft: Goal) -> None:
    mark_place(goal=draft, by=ana, step="check")
    begin_goal(goal=draft, by=ana)

    kept = ana.record.goals.get()
    assert (kept.status, kept.step) == ("active", "")
    assert did_to(draft) == ["goal.drafted", "goal.begun"]


def test_a_goal_does_not_begin_without_words(ana: Person) -> None:
    draft = begin_draft(by=ana, wording=" ")
    with pytest.raises(NotAllowedError, match="few words first"):
        begin_goal(goal=draft, by=ana)
    assert ana.record.goals.get().status == "draft"


def test_a_fourth_goal_stays_a_draft_while_three_are_active(ana: Person) -> None:
    first, *_, fourth = [begin_draft(by=ana, wording=words) for words in ("a", "b", "c", "d")]
    for goal in ana.record.goals.exclude(id=fourth.id):
        begin_goal(goal=goal, by=ana)

    with pytest.raises(NotAllowedError, match="3 active goals"):
        begin_goal(goal=fourth, by=ana)
    assert {goal.id: goal.status for goal in ana.record.goals.all()}[fourth.id] == "draft"
    assert {goal.id: goal.status for goal in ana.record.goals.all()}[first.id] == "active"


def test_a_goal_that_has_begun_begins_no_second_time(ana: Person, draft: Goal) -> None:
    begin_goal(goal=draft, by=ana)
    with pytest.raises(NotAllowedError, match="already active"):
        begin_goal(goal=draft, by=ana)


def test_a_goal_that_has_begun_takes_no_more_answers_here(ana: Person, draft: Goal) -> None:
    begin_goal(goal=draft, by=ana)

    with pytest.raises(NotAllowedError, match="already active"):
        answer_draft(goal=draft, by=ana, answers={"wording": "swim"}, step="coach")
    mark_place(goal=draft, by=ana, step="coach")

    assert (wording_of(draft), ana.record.goals.get().step) == ("feel better", "")


@pytest.mark.parametrize("change", [answer_draft, begin_goal])
def test_a_stranger_changes_nothing(sam: Person, draft: Goal, change: object) -> None:
    details = {"answers": {"wording": "mine"}, "step": "x"} if change is answer_draft else {}
    with pytest.raises((Goal.DoesNotExist, KeyError)):
        change(goal=draft, by=sam, **details)  # type: ignore[operator]
    assert wording_of(draft) == "feel better"
