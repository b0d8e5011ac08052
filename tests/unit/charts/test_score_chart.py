"""The scores of a measure: the band of chance where somebody published it, and no band where nobody did."""

from __future__ import annotations

from datetime import date

from goalward.charts import data_table, line_chart, score_chart
from goalward.measures import measure, score
from goalward.messages import in_english
from goalward.progress import ScoreOn, say_result

MAY, JUNE, JULY = date(2026, 5, 3), date(2026, 6, 3), date(2026, 7, 3)
SCORES = (ScoreOn(MAY, 12), ScoreOn(JUNE, None), ScoreOn(JULY, 5))


def test_the_band_is_what_chance_could_make_of_the_first_score() -> None:
    band = score_chart(measure("phq9"), SCORES).band
    assert band
    assert (band.lowest, band.highest, band.label) == (6, 18, "changes that chance alone can make")


def test_without_a_published_number_there_is_no_band() -> None:
    assert score_chart(measure("rses"), (ScoreOn(MAY, 12),)).band is None


def test_the_scale_is_that_of_the_measure_and_a_day_without_a_score_is_a_gap() -> None:
    chart = score_chart(measure("phq9"), SCORES, description="It fell.")
    assert (chart.scale.lowest, chart.scale.highest) == (0, 27)
    assert [len(run) for run in chart.series[0].runs()] == [1, 1]
    assert "It fell." in line_chart(chart)
    assert data_table(chart).rows[1][1] == "not known"
    assert data_table(chart).columns[:2] == ("Date", "Score")


def test_a_scale_among_several_is_named() -> None:
    chart = score_chart(measure("pcl5"), (ScoreOn(MAY, 12),), "cluster_b")
    assert chart.title == "Scores of PCL-5: Memories that come back"


def test_two_ranges_of_chance_have_two_names() -> None:
    """The band is the reach of a change, the result's range that of one score: neither is read as the other."""
    phq9 = measure("phq9")
    caption = data_table(score_chart(phq9, (ScoreOn(MAY, 9),))).caption
    assert caption == "Scores of PHQ-9 · Shaded, from 3 to 15: changes that chance alone can make."
    said = " ".join(map(in_english, say_result(phq9, score(phq9, {item.id: 1 for item in phq9.items}))))
    assert "Asked again the same day, it could read from 5.3 to 12.7 by chance." in said
    assert "chance alone" not in said
