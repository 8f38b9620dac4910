"""What the official Python client does with the server; one JSON line per check on stdout."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any

import httpx2
from mcp import Client
from mcp.client.streamable_http import streamable_http_client

Check = Callable[[], Awaitable[str]]


class Scenario:
    """One client of one era against one server."""

    def __init__(self, plan: dict[str, Any]) -> None:
        self.plan = plan

    async def connect(self, stack: AsyncExitStack, token: str) -> Client:
        """Connects with `token` until `stack` is closed."""
        headers = {"Authorization": f"Bearer {token}"}
        http = await stack.enter_async_context(httpx2.AsyncClient(headers=headers, timeout=30))
        transport = streamable_http_client(self.plan["url"], http_client=http)
        mode = self.plan["protocol"] if self.plan["modern"] else "legacy"
        return await stack.enter_async_context(Client(transport, mode=mode))

    async def play(self) -> None:
        """Runs the checks in order."""
        async with AsyncExitStack() as stack:
            client = await self.connect(stack, self.plan["token"])
            checks: dict[str, Check] = {
                "connects": lambda: self.agreed(client),
                "lists the tools": lambda: self.lists(client),
                "calls a tool": lambda: self.calls(client),
                "bad arguments: a tool error that names the field": lambda: self.bad(client),
                "unknown tool: a protocol error": lambda: self.unknown(client),
                "wrong token: refused": self.wrong_token,
            }
            for name, check in checks.items():
                await report(name, check)

    async def agreed(self, client: Client) -> str:
        version = str(client.protocol_version)
        expect(version == self.plan["protocol"], f"agreed on {version}")
        return version

    async def lists(self, client: Client) -> str:
        tools = (await client.list_tools()).tools
        expect(len(tools) >= self.plan["minTools"], f"only {len(tools)} tools")
        described = all(tool.description and tool.output_schema for tool in tools)
        expect(described, "a tool is not described")
        return f"{len(tools)} tools"

    async def calls(self, client: Client) -> str:
        good = self.plan["good"]
        result = await client.call_tool(good["tool"], good["arguments"])
        expect(not result.is_error, f"refused: {result.content}")
        expect(result.structured_content is not None, "no structured content")
        return str(good["tool"])

    async def bad(self, client: Client) -> str:
        bad = self.plan["bad"]
        result = await client.call_tool(bad["tool"], bad["arguments"])
        text = str(getattr(result.content[0], "text", ""))
        expect(bool(result.is_error), "is not an error")
        expect(bad["field"] in text, f"does not name {bad['field']}: {text}")
        return text

    async def unknown(self, client: Client) -> str:
        said = await refusal(lambda: client.call_tool("no_such_tool", {}))
        expect("no_such_tool" in said, said)
        return said

    async def wrong_token(self) -> str:
        async def attempt() -> None:
            async with AsyncExitStack() as stack:
                client = await self.connect(stack, "wrong")
                await client.list_tools()

        said = await refusal(attempt)
        expect(bool(re.search(r"401|unauthorized|token", said, re.IGNORECASE)), said)
        return said[:120]


def expect(condition: bool, message: str) -> None:
    """Raises AssertionError with `message` unless `condition` holds."""
    if not condition:
        raise AssertionError(message)


def flat(error: BaseException) -> str:
    """The texts of an exception and of all that are inside it."""
    inner = getattr(error, "exceptions", ())
    return " ".join([f"{type(error).__name__}: {error}", *(flat(one) for one in inner)])


async def refusal(action: Callable[[], Awaitable[Any]]) -> str:
    """What the refusal of `action` says. Raises AssertionError if it is not refused."""
    try:
        await action()
    except Exception as error:  # whatever class this client's version uses is what we look at
        return flat(error)
    raise AssertionError("was not refused")


async def report(name: str, check: Check) -> None:
    """Runs one check and prints how it went."""
    try:
        detail, passed = await check(), True
    except Exception as error:
        detail, passed = flat(error), False
    print(json.dumps({"check": name, "passed": passed, "detail": detail}), flush=True)


if __name__ == "__main__":
    asyncio.run(Scenario(json.loads(sys.argv[1])).play())
