// @modelcontextprotocol/client: the legacy era by default, the modern one when pinned.
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { play, readPlan } from "./scenario.mjs";

const plan = readPlan();
const options = plan.modern ? { versionNegotiation: { mode: { pin: plan.protocol } } } : {};

async function connect(token) {
    const client = new Client({ name: "malloc-vr-test", version: "1" }, options);
    const requestInit = { headers: { Authorization: `Bearer ${token}` } };
    await client.connect(new StreamableHTTPClientTransport(new URL(plan.url), { requestInit }));
    return client;
}

await play(plan, connect, (client) => client.getNegotiatedProtocolVersion());
process.exit(0);
