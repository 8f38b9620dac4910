// @modelcontextprotocol/client: of the legacy era by default, of the modern one when pinned to it.
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { checkAccess } from "./access.mjs";
import { play, readPlan } from "./scenario.mjs";

const plan = readPlan();
const options = plan.modern ? { versionNegotiation: { mode: { pin: plan.protocol } } } : {};

async function connect(token) {
    const client = new Client({ name: plan.name, version: "1" }, options);
    const requestInit = { headers: { Authorization: `Bearer ${token}` } };
    await client.connect(new StreamableHTTPClientTransport(new URL(plan.url), { requestInit }));
    return client;
}

async function disconnect(client) {
    if (!plan.modern) await client.transport.terminateSession();
    await client.close();
}

const versionOf = (client) => client.getNegotiatedProtocolVersion();
await (plan.holders ? checkAccess : play)(plan, { connect, versionOf, disconnect });
