"""Reads are scoped to a person, writes go row by row through actions, and nothing is marked safe by hand."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable

from tests.repo.sources import Module, called, calls, modules, templates

# Markup that is safe for a reason that stands beside it: (module, function that may mark it).
MARKED_SAFE = {("web/ui/templatetags/ui.py", "drawn")}
# Queries written by hand, for a reason that stands here.
BY_HAND = {"web/records/erasure.py": "limits lie in the cache's table, which has no model"}
MARKS_SAFE = {"mark_safe", "SafeString", "SafeText", "format_html_join"}
WHOLE_TABLES = {"objects", "_default_manager", "_base_manager"}

VIEWS_AND_FORMS = [each for each in modules() if each.name.startswith("web/") and each.is_called("views", "forms")]
WEB = [each for each in modules() if each.name.startswith("web/")]


def encrypted_fields() -> set[str]:
    """The names of the columns that are sealed."""
    return {
        target.id
        for module in WEB
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Call)
        if ast.unparse(node.value.func).startswith("EncryptedField")
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }


def test_there_are_views_and_sealed_fields_to_look_at() -> None:
    assert {"wording", "challenges", "thoughts", "value"} <= encrypted_fields()
    assert VIEWS_AND_FORMS


def found(modules: Iterable[Module], find: Callable[[Module], Iterable[str]]) -> dict[str, list[str]]:
    return {module.name: places for module in modules if (places := sorted(find(module)))}


def test_a_view_reaches_rows_only_through_a_person() -> None:
    def whole_tables(module: Module) -> Iterable[str]:
        attributes = [node for node in ast.walk(module.tree) if isinstance(node, ast.Attribute)]
        return (ast.unparse(node) for node in attributes if node.attr in WHOLE_TABLES)

    assert found(VIEWS_AND_FORMS, whole_tables) == {}


def test_a_view_looks_nothing_up_in_a_whole_table() -> None:
    def looked_up(module: Module) -> Iterable[str]:
        looks = (call for call in calls(module) if called(call) in {"get_object_or_404", "get_list_or_404"})
        return (ast.unparse(call) for call in looks if re.match(r"[A-Z]\w*$", ast.unparse(call.args[0])))

    assert found(VIEWS_AND_FORMS, looked_up) == {}


def test_no_bulk_write_touches_a_sealed_field() -> None:
    sealed = encrypted_fields()

    def writes(module: Module) -> Iterable[str]:
        for call in calls(module):
            names = {keyword.arg for keyword in call.keywords}
            touches = called(call) == "update" and (names & sealed or None in names)
            if isinstance(call.func, ast.Attribute) and (touches or called(call) == "bulk_update"):
                yield ast.unparse(call)

    assert found(WEB, writes) == {}


def test_no_query_is_written_by_hand() -> None:
    """Only a PRAGMA, which has no parameters, is sent to the database as text."""

    def by_hand(module: Module) -> Iterable[str]:
        for call in calls(module):
            sends = called(call) in {"execute", "executemany", "executescript"} and call.args
            is_pragma = sends and ast.unparse(call.args[0]).lstrip("'\"").startswith("PRAGMA ")
            if called(call) in {"raw", "extra", "RawSQL"} or (sends and not is_pragma):
                yield ast.unparse(call)

    assert set(found(WEB, by_hand)) == set(BY_HAND)


def test_no_value_is_written_into_a_query() -> None:
    """Only a table's quoted name may stand in one; every value is a parameter."""

    def written_in(module: Module) -> Iterable[str]:
        sent = [call.args[0] for call in calls(module) if called(call) in {"execute", "executemany"} and call.args]
        for query in sent:
            parts = [each for each in ast.walk(query) if isinstance(each, ast.FormattedValue | ast.BinOp | ast.Call)]
            names = {ast.unparse(each.value) if isinstance(each, ast.FormattedValue) else "" for each in parts}
            if names - {"table"}:
                yield ast.unparse(query)

    assert found(WEB, written_in) == {}


def test_only_known_places_mark_text_as_safe() -> None:
    marking = {
        (module.name, function.name)
        for module in modules()
        for function in ast.walk(module.tree)
        if isinstance(function, ast.FunctionDef)
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and called(call) in MARKS_SAFE
    }
    assert marking == MARKED_SAFE
    assert sum(called(call) in MARKS_SAFE for module in modules() for call in calls(module)) == len(MARKED_SAFE)


def test_a_format_of_markup_is_written_out() -> None:
    def built(module: Module) -> Iterable[str]:
        formats = (call.args[0] for call in calls(module) if called(call) == "format_html")
        return (ast.unparse(each) for each in formats if not isinstance(each, ast.Constant))

    assert found(modules(), built) == {}


def test_no_template_turns_escaping_off() -> None:
    off = r"\|\s*safe(?:seq)?\b|autoescape\s+off"
    unescaped = {name for name, text in templates().items() if re.search(off, text)}
    assert {name for name in unescaped if not name.endswith(".txt")} == set()  # a mail of plain text has no markup
