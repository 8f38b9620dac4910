"""The server's local socket, or on Windows its port for lines, as a transport of the official Python client."""

import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import anyio
import mcp_types as types
from anyio.abc import SocketStream
from anyio.streams.buffered import BufferedByteReceiveStream
from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream
from mcp.client._transport import TransportStreams
from mcp.shared.message import SessionMessage

LINE_BYTES_MAX = 16 * 1024 * 1024

Arriving = MemoryObjectSendStream[SessionMessage | Exception]
Leaving = MemoryObjectReceiveStream[SessionMessage]


@asynccontextmanager
async def line_transport(line: str, token: str) -> AsyncGenerator[TransportStreams, None]:
    """Connect to a socket's path or to a port: a line with the token, then a JSON-RPC message a line."""
    arriving, read_stream = anyio.create_memory_object_stream[SessionMessage | Exception](0)
    write_stream, leaving = anyio.create_memory_object_stream[SessionMessage](0)
    async with await _connect(line) as stream, anyio.create_task_group() as tasks:
        await stream.send(json.dumps({"token": token}).encode() + b"\n")
        tasks.start_soon(_read, stream, arriving)
        tasks.start_soon(_write, stream, leaving)
        try:
            yield read_stream, write_stream
        finally:
            tasks.cancel_scope.cancel()


async def _connect(line: str) -> SocketStream:
    if line.isdigit():
        return await anyio.connect_tcp("127.0.0.1", int(line))
    return await anyio.connect_unix(line)


async def _read(stream: SocketStream, arriving: Arriving) -> None:
    lines = BufferedByteReceiveStream(stream)
    async with arriving:
        while True:
            try:
                line = await lines.receive_until(b"\n", LINE_BYTES_MAX)
            except (anyio.EndOfStream, anyio.IncompleteRead, ConnectionError):
                return  # the client sees the end of the stream
            try:
                message = types.jsonrpc_message_adapter.validate_json(line, by_name=False)
            except ValueError as error:
                await arriving.send(error)
            else:
                await arriving.send(SessionMessage(message))


async def _write(stream: SocketStream, leaving: Leaving) -> None:
    async with leaving:
        async for said in leaving:
            line = said.message.model_dump_json(by_alias=True, exclude_unset=True)
            try:
                await stream.send(line.encode() + b"\n")
            except anyio.BrokenResourceError:
                return  # the reader tells the client
