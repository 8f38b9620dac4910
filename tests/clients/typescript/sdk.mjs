// @modelcontextprotocol/sdk: the client of the legacy era.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { checkAccess } from "./access.mjs";
import { play, readPlan } from "./scenario.mjs";

const plan = readPlan();

async function connect(token) {
    const client = new Client({ name: plan.name, version: "1" });
    const requestInit = { headers: { Authorization: `Bearer ${token}` } };
    await client.connect(new StreamableHTTPClientTransport(new URL(plan.url), { requestInit }));
    return client;
}

async function disconnect(client) {
    await client.transport.terminateSession();
    await client.close();
}

const versionOf = (client) => client.transport.protocolVersion;
await (plan.holders ? checkAccess : play)(plan, { connect, versionOf, disconnect });
