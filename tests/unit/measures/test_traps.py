"""The mistakes that circulate about each questionnaire, and that none of them is ours."""

from __future__ import annotations

import pytest

from goalward.measures import OutOfRangeError, score
from tests.unit.measures.files import read


@pytest.mark.parametrize("measure_id", ["gad7", "gad2", "phq9", "phq4", "phq2"])
def test_the_lowest_option_has_no_word_too_many(measure_id: str) -> None:
    assert {item.options[0].text for item in read(measure_id).items if item.id != "phq9_difficulty"} == {"Not at all"}


def test_item_two_of_the_gad_7_is_the_forms_own_and_not_the_code_systems() -> None:
    assert read("gad7").item("gad7_2").text == "Not being able to stop or control worrying"


def test_short_forms_say_the_words_of_their_parents() -> None:
    pairs = {"phq2_1": "phq9_1", "phq2_2": "phq9_2", "gad2_1": "gad7_1", "gad2_2": "gad7_2"}
    pairs |= {"phq4_1": "gad7_1", "phq4_2": "gad7_2", "phq4_3": "phq9_1", "phq4_4": "phq9_2"}
    pairs |= {f"auditc_{n}": f"audit_{n}" for n in (1, 2, 3)}
    for short, parent in pairs.items():
        one, other = (read(item.partition("_")[0]).item(item) for item in (short, parent))
        assert (one.text, one.options) == (other.text, other.options)


def test_reversed_items_of_the_rosenberg_scale_belong_to_ids() -> None:
    rses = read("rses")
    positions = {
        name: [at for at, item in enumerate(ids, 1) if item in rses.reverse] for name, ids in rses.orders.items()
    }
    assert positions == {"A": [2, 5, 6, 8, 9], "B": [3, 5, 8, 9, 10]}
    assert tuple(item.id for item in rses.items) == rses.orders["A"]
    answers = {item.id: at % 4 for at, item in enumerate(rses.items)}
    in_order_b = [(item, answers[item]) for item in rses.orders["B"]]
    assert score(rses, in_order_b) == score(rses, answers)


def test_high_self_esteem_is_a_high_score() -> None:
    rses = read("rses")
    best = score(rses, {item.id: 0 if item.id in rses.reverse else 3 for item in rses.items}).total
    assert best
    assert (best.value, rses.higher_is) == (30, "better")


@pytest.mark.parametrize(("each", "percent"), [(0, 0), (1, 20), (3, 60), (5, 100)])
def test_the_who_5_is_four_times_the_sum(each: int, percent: int) -> None:
    total = score(read("who5"), dict.fromkeys(read("who5").scored, each)).total
    assert total
    assert (total.raw, total.value) == (5 * each, percent)


def test_the_who_5_shows_its_options_from_high_to_low() -> None:
    assert [option.value for option in read("who5").items[0].options] == [5, 4, 3, 2, 1, 0]


def test_the_dass_21_keeps_the_sum_and_shows_it_doubled() -> None:
    answers = dict.fromkeys(read("dass21").scored, 0) | {"dass21_3": 3, "dass21_5": 2}
    depression = score(read("dass21"), answers).scale("depression")
    assert (depression.raw, depression.value) == (5, 10)
    assert depression.band
    assert depression.band.code == "mild"
    assert {scale.value for scale in score(read("dass21"), answers).scales} == {10, 0}


@pytest.mark.parametrize(
    ("scale", "starts"), [("depression", [5, 7, 11, 14]), ("anxiety", [4, 6, 8, 10]), ("stress", [8, 10, 13, 17])]
)
def test_each_number_of_the_dass_21_is_the_published_plain_sum_doubled(scale: str, starts: list[int]) -> None:
    dass21 = read("dass21")
    bands = dass21.scale(scale).bands
    assert bands
    assert [band.starts for band in bands.bands[1:]] == [2 * each for each in starts]
    [cut_off] = [row for row in dass21.thresholds if row.scale == scale]
    assert cut_off.value == 2 * starts[0]
    assert all("published plain sum, doubled" in each.method for each in (bands.evidence, cut_off.evidence))


def test_depression_and_anxiety_are_not_exchanged_in_the_dass_21() -> None:
    said = {"depression": "I felt that life was meaningless", "anxiety": "I felt I was close to panic"}
    for scale, text in said.items():
        texts = [read("dass21").item(item).text for item in read("dass21").scale(scale).items]
        assert text in texts
        assert len(texts) == 7


def test_the_k10_is_coded_one_to_five_here() -> None:
    k10 = read("k10")
    assert "1 to 5" in k10.form
    lowest = score(k10, dict.fromkeys(k10.scored, 1)).total
    assert lowest
    assert lowest.value == 10
    with pytest.raises(OutOfRangeError):
        score(k10, dict.fromkeys(k10.scored, 0))


def test_the_last_items_of_the_audit_have_three_answers() -> None:
    assert [item.values for item in read("audit").items[-2:]] == [(0, 2, 4), (0, 2, 4)]
    with pytest.raises(OutOfRangeError, match=r"audit_9 has 1\. It takes 0, 2 or 4"):
        score(read("audit"), dict.fromkeys(read("audit").scored, 0) | {"audit_9": 1})


def test_the_first_item_of_the_audit_c_is_the_audits_own() -> None:
    assert read("auditc").item("auditc_1").text == "How often do you have a drink containing alcohol?"


def test_the_stem_of_the_phq_9_does_not_stand_before_the_difficulty_question() -> None:
    phq9 = read("phq9")
    assert phq9.item("phq9_difficulty").stem is None
    assert phq9.item("phq9_9").stem == (
        "Over the last 2 weeks, how often have you been bothered by any of the following problems?"
    )


def test_the_pcl_5_keeps_its_introduction_apart_from_its_stem() -> None:
    pcl5 = read("pcl5")
    assert pcl5.instructions
    assert pcl5.instructions.startswith("Below is a list of problems")
    assert {item.stem for item in pcl5.items} == {"In the past month, how much were you bothered by:"}


def test_what_is_shipped_as_shown_is_never_said_to_be_editable() -> None:
    assert not any(read(each).licence.modifiable for each in ("who5", "audit", "dass21", "core10", "ors", "srs"))
