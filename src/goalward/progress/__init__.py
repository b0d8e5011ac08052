"""Whether life is changing: a goal's ratings over time, and what can honestly be said about them.

Statistics of change have their formula, range and source in their own modules; none of them says what caused a change.
"""

from goalward.progress.attainment import (
    PARTLY_ACHIEVED,
    AttainmentSummary,
    attainment_summary,
    goal_weight,
    t_range,
    t_score,
)
from goalward.progress.baseline_points import baseline_points_needed, may_show_statistic
from goalward.progress.cadence import Rhythm, is_due, next_due
from goalward.progress.change_columns import change_steps
from goalward.progress.check_ins import may_check_in
from goalward.progress.corrected_tau import CorrectedTau, baseline_corrected_tau
from goalward.progress.direction import Better
from goalward.progress.events import may_note_event
from goalward.progress.goal_overview import GoalCourse, GoalOverview, goal_overview
from goalward.progress.goal_ratings import GoalRatingChange, goal_rating_change
from goalward.progress.kendall import RankCorrelation, kendall_tau_b
from goalward.progress.measurement_error import (
    Z_90,
    Z_95,
    Distribution,
    ErrorOfMeasurement,
    ReliabilityKind,
    ReliableChangeError,
    cut_off_a,
    cut_off_b,
    cut_off_c,
)
from goalward.progress.observations import SeriesError
from goalward.progress.outcome_rates import Course, OutcomeRates, Rate, outcome_rates
from goalward.progress.overlap import (
    Nonoverlap,
    StandardErrorMethod,
    hanley_mcneil_error,
    nonoverlap_of_all_pairs,
    percent_all_nonoverlapping,
    percent_exceeding_median,
    percent_nonoverlapping,
    robust_improvement_rate_difference,
)
from goalward.progress.phases import NamedError, PhaseComparison, StatisticRow, compare_phases
from goalward.progress.reliable_change import (
    STEPS,
    Change,
    ChangeClass,
    ChangeCriterion,
    Crossing,
    change_counts,
    classify_change,
    classify_changes,
)
from goalward.progress.response import (
    ResponseError,
    has_responded,
    improved_by_percent,
    is_in_remission,
    meets_kroenke_rule,
    percent_change,
    percent_improvement,
)
from goalward.progress.scale import Say, Scale, ScaleError, attainment_scale, rating_scale
from goalward.progress.score_course import (
    ReliableChangeRule,
    ScoreOn,
    chance_band,
    course_name,
    measure_direction,
    reliable_change_rule,
    score_scale,
)
from goalward.progress.score_evidence import EvidenceLine, evidence_lines
from goalward.progress.score_words import FormatDate, say_result, say_scores
from goalward.progress.series import Rating, Segment, segments
from goalward.progress.summary import RatingError, recent_summary, summary
from goalward.progress.talking_therapies import (
    CourseOutcome,
    OutcomeMeasure,
    PairingError,
    course_outcome,
    outcome_measures,
    outcome_pair,
    problems,
)
from goalward.progress.tau_u import TauPairs, TauRow, TauU, tau_u
from goalward.progress.trend import Trend, theil_sen

__all__ = [
    "PARTLY_ACHIEVED",
    "STEPS",
    "Z_90",
    "Z_95",
    "AttainmentSummary",
    "Better",
    "Change",
    "ChangeClass",
    "ChangeCriterion",
    "CorrectedTau",
    "Course",
    "CourseOutcome",
    "Crossing",
    "Distribution",
    "ErrorOfMeasurement",
    "EvidenceLine",
    "FormatDate",
    "GoalCourse",
    "GoalOverview",
    "GoalRatingChange",
    "NamedError",
    "Nonoverlap",
    "OutcomeMeasure",
    "OutcomeRates",
    "PairingError",
    "PhaseComparison",
    "RankCorrelation",
    "Rate",
    "Rating",
    "RatingError",
    "ReliabilityKind",
    "ReliableChangeError",
    "ReliableChangeRule",
    "ResponseError",
    "Rhythm",
    "Say",
    "Scale",
    "ScaleError",
    "ScoreOn",
    "Segment",
    "SeriesError",
    "StandardErrorMethod",
    "StatisticRow",
    "TauPairs",
    "TauRow",
    "TauU",
    "Trend",
    "attainment_scale",
    "attainment_summary",
    "baseline_corrected_tau",
    "baseline_points_needed",
    "chance_band",
    "change_counts",
    "change_steps",
    "classify_change",
    "classify_changes",
    "compare_phases",
    "course_name",
    "course_outcome",
    "cut_off_a",
    "cut_off_b",
    "cut_off_c",
    "evidence_lines",
    "goal_overview",
    "goal_rating_change",
    "goal_weight",
    "hanley_mcneil_error",
    "has_responded",
    "improved_by_percent",
    "is_due",
    "is_in_remission",
    "kendall_tau_b",
    "may_check_in",
    "may_note_event",
    "may_show_statistic",
    "measure_direction",
    "meets_kroenke_rule",
    "next_due",
    "nonoverlap_of_all_pairs",
    "outcome_measures",
    "outcome_pair",
    "outcome_rates",
    "percent_all_nonoverlapping",
    "percent_change",
    "percent_exceeding_median",
    "percent_improvement",
    "percent_nonoverlapping",
    "problems",
    "rating_scale",
    "recent_summary",
    "reliable_change_rule",
    "robust_improvement_rate_difference",
    "say_result",
    "say_scores",
    "score_scale",
    "segments",
    "summary",
    "t_range",
    "t_score",
    "tau_u",
    "theil_sen",
]
