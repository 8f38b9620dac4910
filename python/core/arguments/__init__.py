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
    KeepViewportObservedArguments,
)
from ..arguments.simulator_run import (
    ViewportSessionConfig,
    StartVrSimulationSessionArguments,
    TrackLearnerInteractionArguments,
)
from ..arguments.admin_people import (
    DeleteLearnerArguments,
)
from ..arguments.consent import (
    GetConsentArguments,
    GiveConsentArguments,
    WithdrawConsentArguments,
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
    "GetConsentArguments",
    "GetLearnerProfileArguments",
    "GetLessonArguments",
    "GetProgressArguments",
    "GiveConsentArguments",
    "KeepEndedTriesArguments",
    "KeepViewportObservedArguments",
    "ListLearnersArguments",
    "MakeDecisionArguments",
    "ProcessKnowledgeModelArguments",
    "ProcessLearnerModelArguments",
    "SaveLessonArguments",
    "ShowHintArguments",
    "StartSessionArguments",
    "StartVrSimulationSessionArguments",
    "TrackEngagementArguments",
    "TrackInteractionArguments",
    "TrackLearnerInteractionArguments",
    "UnitWorkArguments",
    "UpdateLearnerProfileArguments",
    "UpdateMetadataArguments",
    "ViewportSessionConfig",
    "WithdrawConsentArguments",
)
