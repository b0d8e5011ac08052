"""The chain shows any change to what happened, and tells nothing of what was written."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, connections, transaction
from django.test import TestCase

from goalward.web.accounts.models import Person
from goalward.web.audit.actions import OutsideTransactionError, audit
from goalward.web.audit.models import AuditEntry, Disclosure
from goalward.web.audit.verification import Verdict, verify_all

pytestmark = pytest.mark.django_db
TRIGGERS = ("audit_entries_never_UPDATE", "audit_entries_never_DELETE")


@pytest.fixture
def anchors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(type(settings.HOME), "anchors", property(lambda _home: tmp_path / "anchors.log"))
    return tmp_path / "anchors.log"


@pytest.fixture
def chain(ana: Person, anchors: Path) -> list[AuditEntry]:
    """Five links of ana's, each with its anchor."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        for did in ("goal.kept", "goal.reworded", "checked.in", "goal.finished"):
            audit(by=ana, did=did, to=ana.record)
    return list(AuditEntry.objects.all())


def tamper(statement: str) -> None:
    with connection.cursor() as cursor:
        for trigger in TRIGGERS:
            cursor.execute(f"DROP TRIGGER {trigger}")
        cursor.execute(statement)


def verdict(anchors: Path) -> Verdict:
    return verify_all(anchors)


def test_an_untouched_chain_verifies(chain: list[AuditEntry], anchors: Path) -> None:
    assert verdict(anchors) == Verdict(chains=1, links=5, broken=())


def test_an_edited_entry_is_named(chain: list[AuditEntry], anchors: Path) -> None:
    tamper("UPDATE audit_auditentry SET did = 'goal.let_go' WHERE seq = 3")
    [broken] = verdict(anchors).broken
    assert (broken.seq, broken.why) == (3, "an entry was changed")


def test_a_deleted_entry_is_named(chain: list[AuditEntry], anchors: Path) -> None:
    tamper("DELETE FROM audit_auditentry WHERE seq = 2")
    [broken] = verdict(anchors).broken
    assert (broken.seq, broken.why) == (2, "an entry is missing")


def test_two_entries_that_changed_places_are_named(chain: list[AuditEntry], anchors: Path) -> None:
    tamper("UPDATE audit_auditentry SET seq = CASE seq WHEN 2 THEN 30 WHEN 3 THEN 2 ELSE seq END")
    tamper_again = "UPDATE audit_auditentry SET seq = 3 WHERE seq = 30"
    with connection.cursor() as cursor:
        cursor.execute(tamper_again)
    assert verdict(anchors).broken[0].seq == 2


def test_a_cut_tail_is_caught_by_the_anchor(chain: list[AuditEntry], anchors: Path) -> None:
    tamper("DELETE FROM audit_auditentry WHERE seq >= 4")
    [broken] = verdict(anchors).broken
    assert (broken.seq, broken.why) == (4, "the end of the chain was cut off")


def test_a_chain_removed_whole_is_caught_by_the_anchor(chain: list[AuditEntry], anchors: Path) -> None:
    tamper("DELETE FROM audit_auditentry")
    [broken] = verdict(anchors).broken
    assert broken.why == "the whole chain is missing"


def test_a_chain_rebuilt_without_its_anchor_is_caught(chain: list[AuditEntry], anchors: Path) -> None:
    lines = anchors.read_text().splitlines()
    anchors.write_text("\n".join([lines[-1][:-64] + "0" * 64]) + "\n")
    [broken] = verdict(anchors).broken
    assert broken.why == "the chain differs from its anchor"


def test_a_torn_last_line_of_the_anchors_does_no_harm(chain: list[AuditEntry], anchors: Path) -> None:
    anchors.write_text(anchors.read_text() + "2026-11-22T10:00:00+00:00 1234")
    assert verdict(anchors).broken == ()


def test_a_site_without_anchors_still_verifies_its_links(chain: list[AuditEntry], anchors: Path) -> None:
    anchors.unlink()
    assert verdict(anchors).links == 5


@pytest.mark.parametrize("statement", ["UPDATE audit_auditentry SET did = 'x'", "DELETE FROM audit_auditentry"])
def test_the_database_refuses_to_change_an_entry(chain: list[AuditEntry], statement: str) -> None:
    with pytest.raises(DatabaseError, match="never changed or removed"), transaction.atomic():
        connection.cursor().execute(statement)


def test_every_link_is_also_on_the_page_the_client_reads(chain: list[AuditEntry]) -> None:
    assert Disclosure.objects.count() == len(chain)


def test_an_entry_apart_from_its_change_is_refused(ana: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections["default"], "in_atomic_block", False)
    with pytest.raises(OutsideTransactionError):
        audit(by=ana, did="goal.kept", to=ana.record)


def test_a_change_undone_leaves_no_entry(ana: Person, anchors: Path) -> None:
    before = AuditEntry.objects.count()
    with transaction.atomic():
        audit(by=ana, did="goal.kept", to=ana.record)
        transaction.set_rollback(True)
    assert AuditEntry.objects.count() == before
    assert not anchors.exists()
