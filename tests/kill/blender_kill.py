#!/usr/bin/env python3
"""Kills a headless Blender at random moments of the careful learner's run (see kill_learner.py).

After every SIGKILL the record is opened outside Blender: it must verify, hold every event that was
acknowledged, in order, and beside these at most what the call in flight was writing; its
projection must be what replaying its events gives. The next Blender must go on with the unit that
is due. After the last kill the learner ends the lesson.
A kill that all this holds for is one passed test; the fresh file and the end are one each too.
So is a try that a slip ended: killed before any button was pressed, it is in the record.

Run by scripts/test kill, with the environment that devtools/groups/standalone.py describes.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "scripts" / "lib"))

from devtools.profiles import install, profile_environment  # noqa: E402
from devtools.project import EXTENSION_ID  # noqa: E402
from devtools.runtimes import Runtime, runtime  # noqa: E402
from devtools.wine import host_path  # noqa: E402
from killed_blender import Blender, start  # noqa: E402
from killed_record import Opened, fold, open_record  # noqa: E402

LEARNER = "careful"
LESSON = HERE.parents[1] / "lessons" / "bolted_flange" / "lesson.json"
ORDER = [unit["unit_id"] for unit in json.loads(LESSON.read_text(encoding="utf-8"))["units"]]
WHOLE_CHECK = 6
"""Acknowledgements from one unit's start to the next one's, about: a kill comes after one of them."""
SOON_SECONDS = 0.004  # so soon after an acknowledgement that its event is the newest there is
LATER_SECONDS = 0.1  # as long as the scripted hands take for a unit
TRIES = 3
ENDLESS = 1_000
EVENTS_OF_A_CALL_MAX = 4
"""Steps that ended apart, what the call itself records, and the decision that follows."""


@dataclass
class Campaign:
    """Blenders one after the other on one record."""

    blender: Runtime
    work: Path
    moments: random.Random
    vault: Path = Path()
    acknowledged: list[str] = field(default_factory=list)
    runs: int = 0

    def start(self, what: str, tries: int = 1) -> Blender:
        """Start Blender on the lesson's file, with the profile and the record of all the others."""
        self.runs += 1
        environment = profile_environment(os.environ, self.work / "profile")
        arguments = [what, str(self.work / "lesson.blend"), EXTENSION_ID, str(tries)]
        command = self.blender.script_command(HERE / "kill_learner.py", arguments, environment)
        return start(command, environment, self.work / str(self.runs))

    def prepare(self) -> None:
        """Install the zip and author the lesson."""
        environment = profile_environment(os.environ, self.work / "profile")
        install(self.blender, Path(os.environ["MALLOC_VR_ZIP"]), environment)
        blender = self.start("author")
        if blender.end() != 0:
            raise RuntimeError(f"the lesson was not authored: {blender.said()}")
        self.vault = host_path(blender.reported("record")[-1]["path"]).parent

    def kill_one(self) -> tuple[Blender, str]:
        """Let Blender run and kill it at a random moment; what it was, and when that was."""
        blender = self.start("learn", ENDLESS)
        count = self.moments.randrange(WHOLE_CHECK)
        is_soon = self.moments.random() < 0.5
        delay = self.moments.uniform(0.0, SOON_SECONDS if is_soon else LATER_SECONDS)
        blender.wait_until(count)
        time.sleep(delay)
        code = blender.kill()
        if code != -signal.SIGKILL:
            raise RuntimeError(f"Blender ended by itself ({code}): {blender.said()}")
        unit_id = blender.reported("started")[-1]["unit_id"]
        calls = len(blender.reported("acknowledged"))
        return blender, f"{delay * 1000:.1f} ms after call {count + 1}: in {unit_id}, {calls} calls"

    def record_problems(self, blender: Blender, before: Opened, after: Opened) -> list[str]:
        """What is wrong with the record that a Blender left."""
        fresh = blender.acknowledged()
        self.acknowledged += fresh
        wrong = after.complaints()
        ids = [event["id"] for event in after.events]
        wanted = set(self.acknowledged)
        if [event_id for event_id in ids if event_id in wanted] != self.acknowledged:
            lost = len(wanted.difference(ids))
            wrong.append(f"{lost} of {len(wanted)} acknowledged events lost, or out of order")
            self.acknowledged = [event_id for event_id in ids if event_id in wanted]
        unasked = len(after.events) - len(before.events) - len(fresh)
        if unasked > EVENTS_OF_A_CALL_MAX:
            wrong.append(f"{unasked} events more than were acknowledged or in flight")
        return wrong


def resuming_problems(blender: Blender, before: Opened) -> list[str]:
    """Where a Blender did not go on from what the record said when it started."""
    folded = fold(before.events)
    due = next((unit_id for unit_id in ORDER if unit_id not in folded.whole), "")
    expected = (due, due or ORDER[-1])
    found = (blender.reported("record")[0]["due"], blender.reported("started")[0]["unit_id"])
    if found != expected:
        return [f"resumed at {found} (due, started) instead of {expected}"]
    return []


def report(what: str, wrong: list[str]) -> bool:
    """Print how one test ended."""
    for problem in wrong:
        print(f"    {problem}")
    print(f"{'FAIL' if wrong else 'ok  '} {what}", flush=True)
    return not wrong


def finish(campaign: Campaign, before: Opened) -> tuple[list[str], list[str]]:
    """Let the learner end the lesson; what was wrong with its resuming, and with its end."""
    blender = campaign.start("learn", TRIES)
    if blender.end() != 0:
        return [], [f"the last run failed: {blender.said()}"]
    after = open_record(campaign.vault, LEARNER)
    wrong = campaign.record_problems(blender, before, after)
    folded = fold(after.events)
    if folded.whole != set(ORDER) or folded.open_session or not blender.reported("done"):
        wrong.append(f"the lesson did not end: passed {sorted(folded.whole)}")
    return resuming_problems(blender, before), wrong


def slip_problems(campaign: Campaign, before: Opened) -> list[str]:
    """What is lost of a slip that nobody handed in, when Blender is killed after it."""
    blender = campaign.start("slip")
    unit_id = blender.wait_for("slipped")
    blender.kill()
    after = open_record(campaign.vault, LEARNER)
    tries = [
        one
        for event in after.events[len(before.events) :]
        if event["type"] == "assessment_evaluated" and event["payload"]["unit_id"] == unit_id
        for one in event["payload"]["tries"]
    ]
    wrong = after.complaints()
    if [one["outcome"] for one in tries] != ["failed"]:
        wrong.append(f"a slip that was left came to {tries}")
    return wrong


def run(campaign: Campaign, kills: int) -> tuple[int, int]:
    """Kill so many Blenders, then let one end; how many tests passed and failed."""
    campaign.prepare()
    opened = open_record(campaign.vault, LEARNER)
    results: list[bool] = []
    last, wrong = "the lesson's file", opened.complaints()
    for kill in range(1, kills + 1):
        blender, moment = campaign.kill_one()
        results.append(report(last, wrong + resuming_problems(blender, opened)))
        before, opened = opened, open_record(campaign.vault, LEARNER)
        last, wrong = f"kill {kill}, {moment}", campaign.record_problems(blender, before, opened)
    resuming, end = finish(campaign, opened)
    results.append(report(last, wrong + resuming))
    results.append(report(f"the lesson's end, {len(campaign.acknowledged)} acknowledged", end))
    before = open_record(campaign.vault, LEARNER)
    results.append(report("a slip before any button", slip_problems(campaign, before)))
    return results.count(True), results.count(False)


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1, help="of the moments")
    parser.add_argument("--blender", default="4.4.0")
    given = parser.parse_args()
    print(f"seed {given.seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="malloc_vr_kill_", ignore_cleanup_errors=True) as work:
        campaign = Campaign(runtime(given.blender), Path(work), random.Random(given.seed))
        passed, failed = run(campaign, given.kills)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
