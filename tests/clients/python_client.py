"""Plays the story with the official Python client; prints one JSON line per check.

Its plan is a JSON object on standard input: see clients.py.
"""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from functools import partial
from typing import Any

import httpx2
import story
from line_transport import line_transport
from mcp.client import Client
from mcp.client.streamable_http import streamable_http_client
from mcp.shared._httpx_utils import create_mcp_http_client
from python_access import HolderCheck
from report import expect, one_line

Check = Callable[[], Awaitable[str | None]]


class Scenario:
    """One client of one era."""

    def __init__(self, plan: dict[str, Any]) -> None:
        self._plan = plan
        self._story = plan.get("story", {})
        self._values: dict[str, Any] = {"name": plan["name"]}
        self._statuses: list[int] = []

    @property
    def judges_access(self) -> bool:
        """Whether the plan is of what holders of tokens may do, and not the story."""
        return "holders" in self._plan

    async def connect(self, stack: AsyncExitStack, token: str) -> Client:
        """Connect with `token` until `stack` is closed."""
        plan = self._plan
        # "auto" asks with server/discover which revisions there are, and takes the newest.
        mode = "auto" if plan["modern"] else "legacy"
        if plan["line"]:
            return await stack.enter_async_context(
                Client(line_transport(plan["line"], token), mode=mode)
            )
        headers = {"Authorization": f"Bearer {token}"}
        http = await stack.enter_async_context(create_mcp_http_client(headers=headers))
        http.event_hooks["response"] = [self.note_status]
        transport = streamable_http_client(plan["url"], http_client=http)
        return await stack.enter_async_context(Client(transport, mode=mode))

    async def note_status(self, response: httpx2.Response) -> None:
        """Keep the status: of a rejection without an id this client does not tell more."""
        self._statuses.append(response.status_code)

    async def play(self) -> None:
        """Make the checks in order; without a connection none is made, and the process fails."""
        name = self._story["checks"]
        stack = AsyncExitStack()
        client = await self.connect(stack, self._plan["token"])
        await report(name["connects"], partial(self.agreed, client))
        await report(name["lists"], partial(self.lists, client))
        for call in self._story["calls"]:
            await report(story.call_check(call), partial(self.calls, client, call))
        for rejection in self._story["rejections"]:
            await report(
                story.rejection_check(rejection), partial(self.rejected, client, rejection)
            )
        await report(name["unknown"], partial(self.unknown, client))
        await report(name["wrong_token"], self.wrong_token)
        await report(name["disconnects"], stack.aclose)

    async def check_access(self) -> None:
        """Make the checks of each holder instead."""
        for holder in self._plan["holders"]:
            check = HolderCheck(self._plan, holder)
            await report(holder["name"], partial(check.make, self), check.counted)

    async def agreed(self, client: Client) -> str:
        """Both sides speak the revision that this client should end up with."""
        version = client.protocol_version
        expect(version == self._plan["protocol"], f"agreed on {version}")
        return version

    async def lists(self, client: Client) -> str:
        """No tool is missing, none has no schema."""
        tools = {tool.name: tool for tool in (await client.list_tools()).tools}
        wanted = self._story["seed_tools"] + self._story["own_tools"]
        expect(sorted(tools) == sorted(wanted), f"there are {sorted(tools)}")
        for tool in tools.values():
            expect(tool.input_schema["type"] == "object", f"{tool.name}: {tool.input_schema}")
            expect(bool(tool.output_schema), f"{tool.name} has no output schema")
        return f"{len(tools)} tools"

    async def calls(self, client: Client, call: dict[str, Any]) -> str | None:
        """The tool's result is what is expected; the client itself checks it by the schema."""
        result = await client.call_tool(call["tool"], story.fill(call["arguments"], self._values))
        expect(not result.is_error, f"rejected: {result.content}")
        found = result.structured_content
        for member, wanted in story.fill(call["expect"], self._values).items():
            expect(found[member] == wanted, f"{member} is {found[member]}, not {wanted}")
        for name, member in call.get("keep", {}).items():
            self._values[name] = found[member]
        return None

    async def rejected(self, client: Client, rejection: dict[str, Any]) -> str:
        """The error names the field and the remedy, to programs and in words."""
        arguments = story.fill(rejection["arguments"], self._values)
        result = await client.call_tool(rejection["tool"], arguments)
        expect(result.is_error is True, "it is no error")
        error = result.structured_content["error"]
        expect(error["code"] == rejection["code"], f"the code is {error['code']}")
        details = error["details"]
        expect(details.get("field", "") == rejection["field"], f"the details are {details}")
        text = str(getattr(result.content[0], "text", ""))
        expect(rejection["field"] in text and details["remedy"] in text, f"the text is {text}")
        return text

    async def unknown(self, client: Client) -> str:
        """It is an error of the protocol, and says where the names stand."""
        wanted = self._story["unknown_tool"]
        said = await rejection_of(lambda: client.call_tool(wanted["name"], {}))
        expect(wanted["name"] in said and wanted["says"] in said, said)
        return said

    async def wrong_token(self) -> str:
        """No conversation begins."""

        async def attempt() -> None:
            async with AsyncExitStack() as stack:
                await self.connect(stack, "0" * len(self._plan["token"]))

        self._statuses.clear()
        said = await rejection_of(attempt)
        if self._plan["line"]:
            expect("closed" in said, said)
            return said
        seen = set(self._statuses) - {405}  # the first connection asks for its stream meanwhile
        expect(seen == {401}, f"the statuses are {self._statuses}")
        return "HTTP 401"


async def rejection_of(action: Callable[[], Awaitable[Any]]) -> str:
    """Return what the rejection of `action` says.

    Raises:
        AssertionError: it was not rejected.
    """
    try:
        await action()
    except Exception as error:  # whichever class the client chose
        return one_line(error)
    raise AssertionError("was not rejected")


async def report(name: str, check: Check, counted: dict[str, int] | None = None) -> None:
    """Make one check and print how it went, with what it counted."""
    try:
        detail, passed = await check(), True
    except Exception as error:  # whatever it is, the other checks go on
        detail, passed = one_line(error), False
    line = {"check": name, "passed": passed, "detail": detail or "", "counted": counted or {}}
    print(json.dumps(line), flush=True)


if __name__ == "__main__":
    scenario = Scenario(json.load(sys.stdin))
    asyncio.run(scenario.check_access() if scenario.judges_access else scenario.play())
