"""A lesson with one checkpoint, for the tests of following a running unit."""

from typing import Any

from scene_support import SceneCase


class TrackingCase(SceneCase):
    def setUp(self) -> None:
        super().setUp()
        self.checkpoint = self.make_lesson()

    def evaluation(self) -> dict[str, Any]:
        return dict(self.judge(self.checkpoint, session_id="s1")["evaluation"])
