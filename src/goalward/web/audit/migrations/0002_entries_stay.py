"""The database itself refuses to change or remove an entry of the chain."""

from django.db import migrations

REFUSE = """
CREATE TRIGGER audit_entries_never_{verb}
BEFORE {verb} ON audit_auditentry
BEGIN
    SELECT RAISE(ABORT, 'audit entries are never changed or removed');
END
"""
VERBS = ("UPDATE", "DELETE")


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.RunSQL(REFUSE.format(verb=verb), f"DROP TRIGGER audit_entries_never_{verb}") for verb in VERBS
    ]
