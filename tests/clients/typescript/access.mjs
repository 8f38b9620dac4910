// What holders of different tokens may do, with a TypeScript client: see principals.py.
import { isDeepStrictEqual } from "node:util";
import Ajv2020 from "ajv/dist/2020.js";

function expect(condition, otherwise) {
    if (!condition) throw new Error(otherwise);
}

const text = JSON.stringify;

class HolderCheck {
    counted = { listed: 0, rejected: 0, denied: 0 };

    constructor(plan, validators, holder) {
        this.tools = plan.tools;
        this.validators = validators;
        this.holder = holder;
    }

    async make(client) {
        await this.lists(client);
        for (const tool of this.holder.tries) await this.calls(client, tool, this.tools[tool]);
        for (const call of this.holder.calls) await this.reaches(client, call);
    }

    async lists(client) {
        const names = (await client.listTools()).tools.map((tool) => tool.name).sort();
        expect(isDeepStrictEqual(names, this.holder.sees), `the list shows ${names}`);
        this.counted.listed = names.length;
    }

    // A tool that is not in the list is rejected, one that is gets as far as its arguments.
    async calls(client, tool, scope) {
        const error = await this.errorOf(client, tool, {});
        const { code, details } = error;
        if (this.holder.sees.includes(tool)) {
            expect(code !== "SCOPE_REQUIRED", `${tool} is rejected: ${text(error)}`);
            return;
        }
        expect(code === "SCOPE_REQUIRED", `${tool} answers ${text(error)}`);
        expect(details.requiredScope === scope, `${tool}: ${text(details)}`);
        const scopes = [...details.currentScopes].sort();
        expect(isDeepStrictEqual(scopes, this.holder.scopes), `${tool}: ${text(details)}`);
        this.counted.rejected += 1;
    }

    async reaches(client, call) {
        if (call.learners) {
            const result = await client.callTool({ name: call.tool, arguments: call.arguments });
            const learners = result.structuredContent.learners.map((one) => one.learner_id).sort();
            expect(isDeepStrictEqual(learners, call.learners), `the learners are ${learners}`);
            return;
        }
        const error = await this.errorOf(client, call.tool, call.arguments);
        expect((error.code ?? "") === call.code, `${text(call)} ends in ${text(error)}`);
        if (call.code) this.counted.denied += 1;
    }

    // The call's error, empty for none; the reply has the shape that the owner's list says.
    async errorOf(client, tool, given) {
        const result = await client.callTool({ name: tool, arguments: given });
        const valid = this.validators[tool];
        expect(valid(result.structuredContent), `${tool}: ${text(valid.errors)}`);
        if (!result.isError) return {};
        const { error } = result.structuredContent;
        const said = result.content[0].text;
        expect(said.includes(error.message), `${tool} says ${said}`);
        return error;
    }
}

// As `play` of scenario.mjs; prints one JSON line per holder.
export async function checkAccess(plan, { connect, disconnect }) {
    const ajv = new Ajv2020.default({ strict: false });
    const validators = Object.fromEntries(
        Object.entries(plan.schemas).map(([name, schema]) => [name, ajv.compile(schema)]),
    );
    for (const holder of plan.holders) {
        const check = new HolderCheck(plan, validators, holder);
        const line = { check: holder.name, passed: true, detail: "" };
        try {
            const client = await connect(holder.token);
            await check.make(client);
            await disconnect(client);
            const counts = Object.entries(check.counted);
            line.detail = counts.map(([what, count]) => `${count} ${what}`).join(", ");
        } catch (error) {
            line.passed = false;
            line.detail = String(error?.stack ?? error);
        }
        console.log(text({ ...line, counted: check.counted }));
    }
}
