"""The AI client of the demo: the official Python SDK in a process of its own.

It is run with the tools venv's Python, which has the SDK:
    client.py WHERE author LESSON.json    author the lesson, save it
    client.py WHERE results LEARNERS      read the progress of learners (comma between)
WHERE is what the server says of itself, a JSON object with `url` and `token_file`. What was done
goes to stdout as JSON.
"""

import asyncio
import importlib.metadata
import json
import sys
from pathlib import Path
from typing import Any

from mcp.client import Client
from mcp.client.streamable_http import streamable_http_client
from mcp.shared._httpx_utils import create_mcp_http_client

ASSET = "bolted_flange"
OF_THE_SCENE = {"triggers", "start_poses", "goal_poses", "goal_view"}
"""What a unit of lesson.json has beside the unit of the knowledge model."""


async def call(client: Client, tool: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """Call a tool; its structured result.

    Raises:
        RuntimeError: it answered with an error.
    """
    result = await client.call_tool(tool, arguments)
    if result.is_error:
        raise RuntimeError(f"{tool}: {result.content}")
    structured: dict[str, Any] = result.structured_content
    return structured


async def author(client: Client, lesson: dict[str, Any]) -> dict[str, Any]:
    """Author every unit of `lesson` with its checkpoints into the open file, and save it."""
    units = [
        {key: value for key, value in unit.items() if key not in OF_THE_SCENE}
        for unit in lesson["units"]
    ]
    structure = {"modular_structure": {"units": units}, "prerequisite_mapping": {}}
    model = {"domain_id": lesson["domain_id"], "content_architecture": structure}
    await call(client, "process_knowledge_model", model)
    triggers = []
    for unit, data in zip(lesson["units"], units, strict=True):
        configuration = {
            "scene_name": unit["title"],
            "asset": ASSET,
            "start_poses": unit["start_poses"],
            "camera": lesson["camera"],
        }
        node = {"unit_data": data, "scene_configuration": configuration}
        await call(client, "create_blender_knowledge_node", node)
        for trigger in unit["triggers"]:
            config = {**trigger, "unit_id": unit["unit_id"]}
            made = await call(client, "create_assessment_trigger", {"assessment_config": config})
            triggers.append(made["trigger_object_name"])
    saved = await call(client, "save_lesson", {})
    read = await call(client, "get_lesson", {})
    return {"units": read["order"], "triggers": triggers, "saved": saved["path"]}


async def main(where: dict[str, str], what: str, given: str) -> None:
    """Connect, do it, print the result as JSON."""
    token = Path(where["token_file"]).read_text(encoding="utf-8").strip()
    headers = {"Authorization": f"Bearer {token}"}
    async with create_mcp_http_client(headers=headers) as http:
        transport = streamable_http_client(where["url"], http_client=http)
        async with Client(transport) as client:
            if what == "author":
                done = await author(client, json.loads(Path(given).read_text(encoding="utf-8")))
            else:
                done = {
                    learner: await call(client, "get_learner_progress", {"learner_id": learner})
                    for learner in given.split(",")
                }
            done["client"] = {
                "name": "mcp (official Python SDK)",
                "version": importlib.metadata.version("mcp"),
                "protocol": client.protocol_version,
            }
    print(json.dumps(done))


if __name__ == "__main__":
    asyncio.run(main(json.loads(sys.argv[1]), *sys.argv[2:]))
