"""What a person can do with a goal before it begins."""

from __future__ import annotations

from uuid import uuid4

from goalward.web.accounts.models import Person
from goalward.web.audit.models import AuditEntry
from goalward.web.goals.drafts import begin_draft


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
