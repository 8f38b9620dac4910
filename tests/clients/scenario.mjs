// What every TypeScript client does with the server; one JSON line per check on stdout.

export function readPlan() {
    return JSON.parse(process.argv[2]);
}

async function check(name, action) {
    try {
        const detail = await action();
        console.log(JSON.stringify({ check: name, passed: true, detail: String(detail ?? "") }));
    } catch (error) {
        console.log(JSON.stringify({ check: name, passed: false, detail: String(error?.message ?? error) }));
    }
}

function expect(condition, message) {
    if (!condition) throw new Error(message);
}

async function refusal(action) {
    try {
        await action();
    } catch (error) {
        return `${error?.code ?? ""} ${error?.message ?? error}`;
    }
    throw new Error("was not refused");
}

// `connect(token)` gives a connected client; `protocol(client)` the version that was agreed on.
export async function play(plan, connect, protocol) {
    let client;
    await check("connects", async () => {
        client = await connect(plan.token);
        expect(protocol(client) === plan.protocol, `agreed on ${protocol(client)}, not ${plan.protocol}`);
        return protocol(client);
    });
    if (!client) return;
    await check("lists the tools", async () => {
        const { tools } = await client.listTools();
        expect(tools.length >= plan.minTools, `only ${tools.length} tools`);
        expect(tools.every((tool) => tool.description && tool.inputSchema && tool.outputSchema), "a tool is not described");
        return `${tools.length} tools`;
    });
    await check("calls a tool", async () => {
        const result = await client.callTool({ name: plan.good.tool, arguments: plan.good.arguments });
        expect(!result.isError, `refused: ${JSON.stringify(result.content)}`);
        expect(result.structuredContent, "no structured content");
        return plan.good.tool;
    });
    await check("bad arguments: a tool error that names the field", async () => {
        const result = await client.callTool({ name: plan.bad.tool, arguments: plan.bad.arguments });
        expect(result.isError === true, "is not an error");
        expect(result.content[0].text.includes(plan.bad.field), `does not name ${plan.bad.field}`);
        expect(result.structuredContent.error.details.field.includes(plan.bad.field), "no field in the data");
        return result.content[0].text;
    });
    await check("unknown tool: a protocol error", async () => {
        const said = await refusal(() => client.callTool({ name: "no_such_tool", arguments: {} }));
        expect(said.includes("-32602") && said.includes("no_such_tool"), said);
        return said;
    });
    await check("wrong token: refused", async () => {
        const said = await refusal(() => connect("wrong"));
        expect(/401|unauthorized|token/i.test(said), said);
        return said.slice(0, 120);
    });
    await check("disconnects", () => client.close());
}
