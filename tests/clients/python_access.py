"""What holders of different tokens may do, with the official Python client: see principals.py."""

from contextlib import AsyncExitStack
from typing import Any, Protocol

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from mcp.client import Client
from report import expect


class Connects(Protocol):
    """Connects with a token until the stack is closed."""

    async def connect(self, stack: AsyncExitStack, token: str) -> Client:
        """Return the client."""
        ...


class HolderCheck:
    """The checks of one holder; counts what was seen and rejected."""

    def __init__(self, plan: dict[str, Any], holder: dict[str, Any]) -> None:
        self._tools: dict[str, str] = plan["tools"]
        self._schemas: dict[str, Any] = plan["schemas"]
        self._holder = holder
        self.counted = {"listed": 0, "rejected": 0, "denied": 0}

    async def make(self, connects: Connects) -> str:
        """Make them all with a connection of their own."""
        async with AsyncExitStack() as stack:
            client = await connects.connect(stack, self._holder["token"])
            await self._lists(client)
            for tool in self._holder["tries"]:
                await self._calls(client, tool, self._tools[tool])
            for call in self._holder["calls"]:
                await self._reaches(client, call)
        return ", ".join(f"{count} {what}" for what, count in self.counted.items())

    async def _lists(self, client: Client) -> None:
        names = sorted(tool.name for tool in (await client.list_tools()).tools)
        expect(names == self._holder["sees"], f"the list shows {names}")
        self.counted["listed"] = len(names)

    async def _calls(self, client: Client, tool: str, scope: str) -> None:
        """A tool that is not in the list is rejected, one that is gets as far as its arguments."""
        error = await self._error_of(client, tool, {})
        if tool in self._holder["sees"]:
            expect(error.get("code") != "SCOPE_REQUIRED", f"{tool} is rejected: {error}")
            return
        expect(error.get("code") == "SCOPE_REQUIRED", f"{tool} answers {error}")
        details = error["details"]
        expect(details["requiredScope"] == scope, f"{tool}: {details}")
        expect(sorted(details["currentScopes"]) == self._holder["scopes"], f"{tool}: {details}")
        self.counted["rejected"] += 1

    async def _reaches(self, client: Client, call: dict[str, Any]) -> None:
        if "learners" in call:
            result = await client.call_tool(call["tool"], call["arguments"])
            learners = [one["learner_id"] for one in result.structured_content["learners"]]
            expect(sorted(learners) == call["learners"], f"the learners are {learners}")
            return
        error = await self._error_of(client, call["tool"], call["arguments"])
        expect(error.get("code", "") == call["code"], f"{call} ends in {error}")
        self.counted["denied"] += bool(call["code"])

    async def _error_of(self, client: Client, tool: str, arguments: dict[str, Any]) -> Any:
        """Return the call's error, empty for none; the reply has the shape that the owner's list says."""
        result = await client.call_tool(tool, arguments)
        Draft202012Validator(self._schemas[tool]).validate(result.structured_content)
        if not result.is_error:
            return {}
        error = result.structured_content["error"]
        text = str(getattr(result.content[0], "text", ""))
        expect(error["message"] in text, f"{tool} says {text}")
        return error
