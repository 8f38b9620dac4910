"""The specification's viewport session, for the unit that runs.

Thread: main.
"""

from ..core import keys
from ..core.file_values import value_of
from ..core.viewport_shapes import (
    ConfigureViewport,
    ObservedViewport,
    ObserveViewport,
    ViewportConfigured,
)
from ..scene import viewport
from . import tracking
from .running_session import running_unit


def configure_viewport(command: ConfigureViewport) -> ViewportConfigured:
    """Show the running unit's scene solid and with gizmos, and count what is educational in it.

    Raises:
        NotFound: The session does not run in this Blender.
    """
    scene = tracking.scene_of(running_unit(command.session_id))
    if scene is None:
        return ViewportConfigured(
            viewport_configured=False, educational_objects_count=0, assessment_triggers_count=0
        )
    spaces = [space for space, _ in viewport.viewports(scene)]
    for space in spaces:
        space.shading.type = "SOLID"
        space.show_gizmo = True
        space.show_gizmo_navigate = True
        space.use_local_camera = False
        if space.local_view is None:  # Blender has no local collections inside of a local view
            space.use_local_collections = False
    return ViewportConfigured(
        viewport_configured=bool(spaces),
        educational_objects_count=sum(
            keys.UNIT_ID in obj or keys.EDUCATIONAL_METADATA in obj for obj in scene.objects
        ),
        assessment_triggers_count=sum(
            bool(value_of(obj, keys.IS_TRIGGER)) for obj in scene.objects
        ),
    )


def observe_viewport(command: ObserveViewport) -> ObservedViewport:
    """What was observed of the running unit's view until now.

    Raises:
        NotFound: The session does not run in this Blender.
        Conflict: The unit's scene was deleted; the unit ended with it.
    """
    unit = running_unit(command.session_id)
    tracking.observe_now()
    return ObservedViewport(
        session_id=unit.session_id,
        view=unit.watching.features(),
        work=unit.watching.work(),
        way_efficiency=unit.run.activity().path_efficiency,
        holding=tuple(name for name in unit.tries.triggers if unit.run.holds(name)),
    )
