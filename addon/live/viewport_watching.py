"""What is observed of the view and of the work in it while a unit runs.

Features are always kept; the raw trace where the learner agreed. Ten looks a second come from the
timer of `scene_updates`; nothing here writes to the file, and no handler or modal operator is
added.

Thread: main.
"""

from dataclasses import dataclass, field

import bpy

from ..core.scene_types import SessionRun, ViewportWatch
from ..core.viewport_shapes import ObservedWork, ViewportFeatures
from ..scene import viewport
from .scene_feed import SceneFeed

_OWN_OPERATORS = "MALLOC_VR_OT_"
"""Pressing *Check* or *Hint* is no work at the scene."""


@dataclass
class ViewportWatching:
    """One watch of one run.

    Attributes:
        agreed: Whether the learner agreed that the raw trace is kept.
        undone: Undos that took back the learner's own work at the unit's objects.
        is_paused: Whether the learner wants nothing to be looked at for a while.
        is_recorded: Whether the record knows the session; it does not of an author's try.
        may_trace: Whether whoever sits at the window began it: a client's word for who that is is
            no consent.
    """

    session_id: str
    learner: str
    agreed: bool = False
    undone: int = 0
    is_paused: bool = False
    is_recorded: bool = False
    may_trace: bool = False
    watch: ViewportWatch = field(init=False)
    _operations: int = 0
    _seen: frozenset[int] | None = None  # addresses of the operators in Blender's list
    _active: int | None = None  # Blender's number of it; None before the first look
    _newest: int = 0  # the highest of these numbers: Blender counts upwards
    _selected_right: int = 0
    _selected_wrong: int = 0

    def __post_init__(self) -> None:
        """Nothing was looked at yet."""
        self.watch = ViewportWatch(self.session_id)

    @property
    def keeps_trace(self) -> bool:
        """Whether the raw trace is kept."""
        return self.may_trace and self.agreed

    def look(self, run: SessionRun, scene: bpy.types.Scene, feed: SceneFeed) -> None:
        """Look at the view and the work, as they are now; what was given to the run is current."""
        if self.is_paused:
            self._seen, self._active = None, None
            self.watch.look_away(self.keeps_trace)
            return
        self._count_operations()
        self._follow_active(feed)
        view = viewport.read_view(scene) if viewport.is_shown(scene) else None
        if view is None:
            self.watch.look_without_view(run, self.keeps_trace)
            return
        self.watch.look(
            run,
            view.eye,
            view.forward,
            view.up,
            view.vertical_fov_rad,
            view.aspect,
            view.parallel_height_m,
            self.keeps_trace,
        )

    def features(self) -> ViewportFeatures:
        """What was observed of the view so far."""
        features: ViewportFeatures = self.watch.features()
        return features

    def work(self) -> ObservedWork:
        """What was counted so far."""
        return ObservedWork(
            operations=self._operations,
            undone=self.undone,
            selected_right=self._selected_right,
            selected_wrong=self._selected_wrong,
        )

    def _count_operations(self) -> None:
        """Blender keeps the last 32 operators that ended; their addresses tell which are new."""
        manager = bpy.context.window_manager
        if manager is None:
            return
        now = {
            operator.as_pointer()
            for operator in manager.operators
            if not operator.bl_idname.startswith(_OWN_OPERATORS)
        }
        if self._seen is not None:  # the first look only learns what was there before
            self._operations += len(now - self._seen)
        self._seen = frozenset(now)

    def _follow_active(self, feed: SceneFeed) -> None:
        """A new active object is one that was selected: of the unit, or beside it.

        One that came meanwhile became active by being added.
        """
        active = getattr(bpy.context, "active_object", None)
        now = active.session_uid if active is not None else 0
        if self._active is None:
            self._newest = max((obj.session_uid for obj in bpy.data.objects), default=0)
        elif active is not None and now != self._active and now <= self._newest:
            if feed.is_of_lesson(active.name):
                self._selected_right += 1
            else:
                self._selected_wrong += 1
        self._newest = max(self._newest, now)
        self._active = now


_rest: list[ViewportWatching] = []


def keep_rest(watching: ViewportWatching) -> None:
    """The unit was left: its figures, and what its trace still holds, wait to be delivered."""
    if watching.is_recorded:
        _rest.append(watching)


def take_rest() -> list[ViewportWatching]:
    """Of units that were left, those that were looked at, once."""
    global _rest
    taken, _rest = _rest, []
    return taken
