"""What happens in the demo, in order."""

import json
import os
import signal
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..counting import run_logged
from ..processes import Command, output_of
from ..profiles import IN_BLENDER, install, profile_environment, serve_command
from ..project import EXTENSION_ID, REPO
from ..runtimes import Runtime
from ..say import CommandError, say
from ..tools import tool
from .steps import Steps

LESSON = REPO / "lessons" / "bolted_flange" / "lesson.json"
LEARNERS = ("careful", "careless")
CLIENT_SECONDS_MAX = "600"


@dataclass(frozen=True)
class Story:
    """Where the demo happens.

    Attributes:
        out: Folder for what it leaves.
        work: Folder for what it needs meanwhile; has the throw-away profile in it.
    """

    blender: Runtime
    out: Path
    work: Path

    @property
    def lesson(self) -> Path:
        """The file that the client authors."""
        return self.out / "lesson.blend"

    @property
    def environment(self) -> dict[str, str]:
        """With Blender's user files in the profile."""
        return profile_environment(os.environ, self.work / "profile")

    def in_blender(self, script: str, *arguments: str | Path) -> None:
        """Run one of our scripts in Blender."""
        argv = [str(each) for each in arguments]
        command = self.blender.script_command(IN_BLENDER / script, argv, self.environment)
        run_logged(script, command, self.environment).check()

    @contextmanager
    def serving(self) -> Iterator[str]:
        """Serve the lesson file; yields the line that says where."""
        command = serve_command(self.blender, self.lesson, 0, self.environment)
        server = subprocess.Popen(command, env=self.environment, stdout=subprocess.PIPE, text=True)
        with server:
            try:
                yield _where(server.stdout or ())
            finally:
                server.send_signal(signal.SIGTERM)
                server.communicate()
        if server.returncode != 0:
            raise CommandError(f"the served Blender ended with {server.returncode}")

    def client(self, where: str, what: str, given: str | Path) -> dict[str, Any]:
        """Run the AI client in its own process; what it found."""
        script = Path(__file__).with_name("client.py")
        client: Command = ["timeout", CLIENT_SECONDS_MAX, tool("demo", "python"), script]
        found: dict[str, Any] = json.loads(output_of([*client, where, what, given]))
        return found


def _where(stdout: Iterable[str]) -> str:
    for line in stdout:
        if line.startswith("{"):
            return line
        say(line.rstrip())
    raise CommandError("Blender did not begin to serve")


def run_story(story: Story, archive: Path, steps: Steps) -> dict[str, Any]:
    """The whole story; returns what each step found: `authored`, `played`, `results`."""
    with steps.step("The zip installed, and an empty Blender file"):
        install(story.blender, archive, story.environment)
        story.in_blender("empty_file.py", story.lesson)
    with steps.step("The client authors the lesson over HTTP"), story.serving() as where:
        authored = story.client(where, "author", LESSON)
    events, played = story.out / "events.jsonl", story.work / "played.json"
    with steps.step("A careful and a careless learner (scripted) do it with Blender's operators"):
        story.in_blender("demo_learners.py", story.lesson, LESSON, events, played, EXTENSION_ID)
    with steps.step("The client reads the results"), story.serving() as where:
        results = story.client(where, "results", ",".join(LEARNERS))
    with steps.step("The picture"):
        story.in_blender("demo_picture.py", story.lesson, story.out / "scene.png")
    found = json.loads(played.read_text(encoding="utf-8"))
    return {"authored": authored, "played": found, "results": results}
