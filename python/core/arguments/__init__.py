"""The arguments of all tools. Made from their descriptions in native/tools.

Write it anew with `test_tools "[write-docs]"`; a test says when that is due.
"""

from ..arguments.lessons_read import (
    GetLessonArguments,
)
from ..arguments.lessons_write import (
    CheckLessonArguments,
    SaveLessonArguments,
    ProcessKnowledgeModelArguments,
    CreateKnowledgeNodeArguments,
    CreateTriggerArguments,
)
from ..arguments.records_read import (
    GetLearnerProfileArguments,
    ListLearnersArguments,
    GetProgressArguments,
)
from ..arguments.records_write import (
    ProcessLearnerModelArguments,
    UpdateLearnerProfileArguments,
    UpdateMetadataArguments,
    StartSessionArguments,
    EndSessionArguments,
    EvaluateAssessmentArguments,
    EvaluateUnitArguments,
    ShowHintArguments,
    TrackEngagementArguments,
    TrackInteractionArguments,
    CurrentState,
    MakeDecisionArguments,
    KeepEndedTriesArguments,
)

__all__ = (
    "CheckLessonArguments",
    "CreateKnowledgeNodeArguments",
    "CreateTriggerArguments",
    "CurrentState",
    "EndSessionArguments",
    "EvaluateAssessmentArguments",
    "EvaluateUnitArguments",
    "GetLearnerProfileArguments",
    "GetLessonArguments",
    "GetProgressArguments",
    "KeepEndedTriesArguments",
    "ListLearnersArguments",
    "MakeDecisionArguments",
    "ProcessKnowledgeModelArguments",
    "ProcessLearnerModelArguments",
    "SaveLessonArguments",
    "ShowHintArguments",
    "StartSessionArguments",
    "TrackEngagementArguments",
    "TrackInteractionArguments",
    "UpdateLearnerProfileArguments",
    "UpdateMetadataArguments",
)
