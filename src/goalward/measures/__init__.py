"""Questionnaires as data: what they ask, how their answers add up, and what the numbers can and cannot say.

>>> from goalward.measures import measure, score
>>> answers = {item.id: 1 for item in measure("phq9").items}
>>> score(measure("phq9"), answers).total.value
9
"""

from goalward.measures.answering import may_answer, may_finish
from goalward.measures.answers import NOT_APPLICABLE, Answer, Answers, answers_so_far
from goalward.measures.catalogue import fill_in, known, measure, measures, questionnaire
from goalward.measures.columns import RISK_STATES, ColumnScores, score_columns
from goalward.measures.errors import (
    AnswerError,
    AnswersShapeError,
    ChangedWordsError,
    ColumnsError,
    DuplicateItemError,
    FixedWordsError,
    MeasureError,
    MissingItemError,
    NoKeyError,
    NotANumberError,
    NotConfirmedError,
    NoWordsError,
    OtherItemsError,
    OutOfRangeError,
    UnknownItemError,
    UnknownMeasureError,
    UnknownScaleError,
    WrongVersionError,
)
from goalward.measures.measure import (
    Z_95,
    Band,
    Bands,
    Domain,
    ErrorOfMeasurement,
    Evidence,
    Licence,
    Measure,
    MissingRule,
    Reliability,
    Risk,
    Scale,
    Shelf,
    Threshold,
)
from goalward.measures.plain import as_plain
from goalward.measures.questionnaire import Item, Option
from goalward.measures.scoring import RiskAnswer, RiskState, ScaleScore, Score, raised_risks, risk_answers, score
from goalward.measures.words import words_version

__all__ = [
    "NOT_APPLICABLE",
    "RISK_STATES",
    "Z_95",
    "Answer",
    "AnswerError",
    "Answers",
    "AnswersShapeError",
    "Band",
    "Bands",
    "ChangedWordsError",
    "ColumnScores",
    "ColumnsError",
    "Domain",
    "DuplicateItemError",
    "ErrorOfMeasurement",
    "Evidence",
    "FixedWordsError",
    "Item",
    "Licence",
    "Measure",
    "MeasureError",
    "MissingItemError",
    "MissingRule",
    "NoKeyError",
    "NoWordsError",
    "NotANumberError",
    "NotConfirmedError",
    "Option",
    "OtherItemsError",
    "OutOfRangeError",
    "Reliability",
    "Risk",
    "RiskAnswer",
    "RiskState",
    "Scale",
    "ScaleScore",
    "Score",
    "Shelf",
    "Threshold",
    "UnknownItemError",
    "UnknownMeasureError",
    "UnknownScaleError",
    "WrongVersionError",
    "answers_so_far",
    "as_plain",
    "fill_in",
    "known",
    "may_answer",
    "may_finish",
    "measure",
    "measures",
    "questionnaire",
    "raised_risks",
    "risk_answers",
    "score",
    "score_columns",
    "words_version",
]
