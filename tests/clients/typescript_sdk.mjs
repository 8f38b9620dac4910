// @modelcontextprotocol/sdk: the client of the legacy era.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { play, readPlan } from "./scenario.mjs";

const plan = readPlan();

async function connect(token) {
    const client = new Client({ name: "malloc-vr-test", version: "1" });
    const requestInit = { headers: { Authorization: `Bearer ${token}` } };
    await client.connect(new StreamableHTTPClientTransport(new URL(plan.url), { requestInit }));
    return client;
}

await play(plan, connect, (client) => client.transport.protocolVersion);
process.exit(0);
