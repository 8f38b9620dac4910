"""A learner's answer about raw traces, and a pause of them."""

import bpy

from .. import runtime
from ..core.consent import SENTENCES, Recording
from ..core.errors import MallocVrError
from ..live import consent, trace_delivery
from ..translation import shown, translated
from . import calling


class MALLOC_VR_OT_consent_give(bpy.types.Operator):
    """Have your movements in units kept, for replay"""

    bl_idname = "malloc_vr.consent_give"
    bl_label = "Yes, Keep Them"
    bl_options: set[str] = set()  # the record has no undo; there is a way back

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return _somebody_is_set(cls)

    def execute(self, context: bpy.types.Context) -> set[str]:
        return _answer(self, is_given=True)

    @classmethod
    def description(
        cls, context: bpy.types.Context, properties: bpy.types.OperatorProperties
    ) -> str:
        return "\n".join(map(shown, SENTENCES))


class MALLOC_VR_OT_consent_decline(bpy.types.Operator):
    """Keep no movements. Those that were kept are deleted"""

    bl_idname = "malloc_vr.consent_decline"
    bl_label = "No"
    bl_options: set[str] = set()

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return _somebody_is_set(cls)

    def execute(self, context: bpy.types.Context) -> set[str]:
        return _answer(self, is_given=False)


class MALLOC_VR_OT_recording_pause(bpy.types.Operator):
    """Keep nothing of your movements for a while, or go on with it"""

    bl_idname = "malloc_vr.recording_pause"
    bl_label = "Pause Recording"
    bl_options: set[str] = set()

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return runtime.view().recording is not Recording.OFF

    def execute(self, context: bpy.types.Context) -> set[str]:
        trace_delivery.pause(is_paused=runtime.view().recording is Recording.ON)
        return {"FINISHED"}


def _somebody_is_set(cls: type[bpy.types.Operator]) -> bool:
    if not runtime.view().learner:
        cls.poll_message_set(translated("Say first who works here"))
        return False
    return not calling.is_opening(cls)


def _answer(operator: bpy.types.Operator, *, is_given: bool) -> set[str]:
    try:
        consent.answer(runtime.ready_engine(), is_given=is_given)
    except MallocVrError as error:
        calling.reject(operator, error)
        return {"CANCELLED"}
    if is_given:
        operator.report({"INFO"}, translated("Your movements are kept from now on"))
    else:
        operator.report({"INFO"}, translated("No movements are kept"))
    return calling.finish()


CLASSES = (
    MALLOC_VR_OT_consent_give,
    MALLOC_VR_OT_consent_decline,
    MALLOC_VR_OT_recording_pause,
)
