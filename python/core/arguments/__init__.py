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
    ClassOverviewArguments,
    UnitWorkArguments,
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
from ..arguments.admin_people import (
    DeleteLearnerArguments,
)

__all__ = (
    "CheckLessonArguments",
    "ClassOverviewArguments",
    "CreateKnowledgeNodeArguments",
    "CreateTriggerArguments",
    "CurrentState",
    "DeleteLearnerArguments",
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
    "UnitWorkArguments",
    "UpdateLearnerProfileArguments",
    "UpdateMetadataArguments",
)
