// Plays the story with a TypeScript client; prints one JSON line per check.
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";

function expect(condition, otherwise) {
    if (!condition) throw new Error(otherwise);
}

function text(value) {
    return JSON.stringify(value);
}

// As story.py explains it.
function fill(template, values) {
    if (typeof template === "string" && template.startsWith("$")) {
        const name = template.slice(1);
        expect(name in values, `there is no ${name}`);
        return values[name];
    }
    if (Array.isArray(template)) return template.map((one) => fill(one, values));
    if (template === null || typeof template !== "object") return template;
    return Object.fromEntries(
        Object.entries(template).map(([key, value]) => [key, fill(value, values)]),
    );
}

async function check(name, action) {
    let line;
    try {
        const detail = await action();
        line = { check: name, passed: true, detail: String(detail ?? "") };
    } catch (error) {
        line = { check: name, passed: false, detail: String(error?.stack ?? error) };
    }
    console.log(text(line));
}

async function rejectionOf(action) {
    try {
        await action();
    } catch (error) {
        return error;
    }
    throw new Error("was not rejected");
}

async function lists(client, story) {
    const { tools } = await client.listTools();
    const names = tools.map((tool) => tool.name).sort();
    const wanted = [...story.seed_tools, ...story.own_tools].sort();
    expect(isDeepStrictEqual(names, wanted), `there are ${names}`);
    for (const tool of tools) {
        expect(tool.inputSchema?.type === "object", `${tool.name}: ${text(tool.inputSchema)}`);
        expect(tool.outputSchema?.type === "object", `${tool.name}: ${text(tool.outputSchema)}`);
    }
    return `${tools.length} tools`;
}

// The client itself checks the result by the tool's output schema.
async function calls(client, call, values) {
    const given = { name: call.tool, arguments: fill(call.arguments, values) };
    const result = await client.callTool(given);
    expect(!result.isError, `rejected: ${text(result.content)}`);
    const found = result.structuredContent;
    for (const [member, wanted] of Object.entries(fill(call.expect, values))) {
        const right = isDeepStrictEqual(found[member], wanted);
        expect(right, `${member} is ${text(found[member])}, not ${text(wanted)}`);
    }
    for (const [name, member] of Object.entries(call.keep ?? {})) values[name] = found[member];
}

async function rejected(client, rejection, values) {
    const given = { name: rejection.tool, arguments: fill(rejection.arguments, values) };
    const result = await client.callTool(given);
    expect(result.isError === true, "it is no error");
    const { code, details } = result.structuredContent.error;
    expect(code === rejection.code, `the code is ${code}`);
    expect((details.field ?? "") === rejection.field, `the details are ${text(details)}`);
    const said = result.content[0].text;
    const clear = said.includes(rejection.field) && said.includes(details.remedy);
    expect(clear, `the text is ${said}`);
    return said;
}

async function unknown(client, { name, says }) {
    const invalidParams = -32602;
    const { code, message } = await rejectionOf(() => client.callTool({ name, arguments: {} }));
    expect(code === invalidParams, `the code is ${code}: ${message}`);
    expect(message.includes(name) && message.includes(says), message);
    return message;
}

export function readPlan() {
    return JSON.parse(readFileSync(0, "utf8"));
}

// `connect(token)` resolves to a connected client, `versionOf(client)` is what it agreed on, and
// `disconnect(client)` ends it.
export async function play(plan, { connect, versionOf, disconnect }) {
    const { story } = plan;
    const name = story.checks;
    const values = { name: plan.name };
    const client = await connect(plan.token);
    await check(name.connects, () => {
        expect(versionOf(client) === plan.protocol, `agreed on ${versionOf(client)}`);
        return versionOf(client);
    });
    await check(name.lists, () => lists(client, story));
    for (const call of story.calls) {
        await check(`calls ${call.tool}`, () => calls(client, call, values));
    }
    for (const rejection of story.rejections) {
        const why = `gets a tool error when ${rejection.why}`;
        await check(why, () => rejected(client, rejection, values));
    }
    await check(name.unknown, () => unknown(client, story.unknown_tool));
    await check(name.wrong_token, async () => {
        const { message } = await rejectionOf(() => connect("0".repeat(plan.token.length)));
        expect(/HTTP 401|the token is missing or wrong/.test(message), message);
        return message;
    });
    await check(name.disconnects, () => disconnect(client));
}
