"""Principals that only this test has: one for each scope, one for each role, and what each may do.

access.json says it as the specifications do, and is not made from the code that it judges. Two
learners are on the record: `ada`, whose id the learner's principal has, and `grace`, who works at
Blender's window.
"""

import json
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Call = dict[str, Any]

AT_WINDOW = "grace"
OTHER = "ada"
NOBODY = "nobody"


@dataclass(frozen=True)
class Holder:
    """Somebody with a token.

    Attributes:
        name: of the scope or role.
        entry: what the server's configuration says of it; the token is in it.
        scopes: those that it has.
        sees: the tools that its list shows.
        calls: tools, arguments, and the code of the error that they end in; "" for none.
    """

    name: str
    entry: dict[str, Any]
    scopes: list[str]
    sees: list[str]
    calls: list[Call] = field(default_factory=list)

    def plan(self, tools: list[str], share: slice) -> dict[str, Any]:
        """What a client is told of it.

        A scope that opens no tool is shared out: each client calls a part of the tools, and all of
        them together call every tool. Of all others each client calls every tool.
        """
        return {
            "tries": tools if self.sees or "roles" in self.entry else tools[share],
            "name": self.name,
            "token": self.entry["token"],
            "scopes": sorted(self.scopes),
            "sees": sorted(self.sees),
            "calls": self.calls,
        }


def read_access() -> dict[str, Any]:
    """Return access.json."""
    text = Path(__file__).with_name("access.json").read_text("utf-8")
    access: dict[str, Any] = json.loads(text)
    return access


def scope_of_tools(access: dict[str, Any]) -> dict[str, str]:
    """Return the scope that each tool asks for."""
    return {tool: scope for scope, tools in access["tools"].items() for tool in tools}


def holders(access: dict[str, Any]) -> list[Holder]:
    """One for each scope, then one for each role, with new tokens."""
    made = [
        _holder(access, f"scope {scope}", [scope], {"scopes": [scope]}) for scope in _scopes(access)
    ]
    for role, about in access["roles"].items():
        made.append(_holder(access, f"role {role}", about["scopes"], {"roles": [role]}))
    return made


def _scopes(access: dict[str, Any]) -> list[str]:
    scopes: list[str] = access["scopes"]
    return scopes


def _holder(access: dict[str, Any], name: str, scopes: list[str], entry: dict[str, Any]) -> Holder:
    person = OTHER if name == "role learner" else name
    token = secrets.token_urlsafe(32)
    sees = [tool for tool, scope in scope_of_tools(access).items() if scope in scopes]
    return Holder(name, {"token": token, "id": person, **entry}, scopes, sees)


def add_reach(all_holders: list[Holder], access: dict[str, Any], sessions: dict[str, str]) -> None:
    """Add the calls that tell whose records a role reaches; `sessions` are by learner."""
    for holder in all_holders:
        about = access["roles"].get(holder.name.removeprefix("role "))
        if about is None or "list_learners" not in holder.sees:
            continue
        reached = about["reaches"]
        holder.calls.append({"tool": "list_learners", "arguments": {}, "learners": sorted(reached)})
        for learner in (OTHER, AT_WINDOW):
            if learner in reached:
                holder.calls.extend(_call(tool, "", learner_id=learner) for tool in _READS)
            else:
                holder.calls.extend(_foreign(learner, sessions[learner]))
        if len(reached) == 1:
            holder.calls.append(_call("get_learner_profile", "ACCESS_DENIED", learner_id=NOBODY))
        if AT_WINDOW not in reached:
            holder.calls.extend(_unnamed())


_READS = ("get_learner_profile", "get_learner_progress", "get_consent")


def _call(tool: str, code: str, **arguments: Any) -> Call:
    return {"tool": tool, "arguments": arguments, "code": code}


def _foreign(learner: str, session: str) -> list[Call]:
    """Every call that names another one's record, by learner or by session."""
    denied = "ACCESS_DENIED"
    profile: Call = {"static_profile": {}, "dynamic_profile": {}}
    reports: dict[str, Any] = {"session_id": session, "interaction_data": {}}
    state = {"learner_id": learner, "current_state": {}, "model_inputs": {}}
    consent = {"learner_id": learner, "purpose": "viewport_traces", "text_version": 1}
    checkpoint: Call = {"checkpoint_id": "a", "assessment_type": "formative"}
    checkpoint |= {"session_id": session, "performance_data": {}}
    return [
        *(_call(tool, denied, learner_id=learner) for tool in _READS),
        _call("process_learner_model", denied, learner_id=learner, **profile),
        _call("update_learner_profile", denied, learner_id=learner, dynamic_profile={}),
        _call("start_session", denied, learner_id=learner, unit_id="unit"),
        _call("make_transition_decision", denied, **state),
        _call("track_engagement", denied, learner_id=learner, **reports),
        _call("track_blender_interaction", denied, **reports),
        _call("track_learner_interaction", denied, session_id=session),
        _call("start_vr_simulation_session", denied, session_config={"session_id": session}),
        _call("withdraw_consent", denied, **consent),
        _call("give_consent", denied, **consent),
        _call("evaluate_assessment", denied, **checkpoint),
        _call("evaluate_unit", denied, session_id=session),
        _call("show_hint", denied, session_id=session),
        _call("end_session", denied, session_id=session),
    ]


def _unnamed() -> list[Call]:
    """Calls that name nobody and would touch the unit of whoever works at the window."""
    denied = "ACCESS_DENIED"
    adaptation = {"learning_progress": {}, "adaptation_data": {"guidance_level": "high"}}
    return [
        _call(
            "evaluate_assessment",
            denied,
            checkpoint_id="a",
            assessment_type="formative",
            performance_data={},
        ),
        _call("update_blender_scene_metadata", denied, scene_id="unit", **adaptation),
        _call("start_session", denied, learner_id=OTHER, unit_id="unit"),
        _call("track_learner_interaction", denied),
    ]
