// Says of each set of arguments whether ajv takes it: node schema_agreement.mjs PLAN.json
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";

const plan = JSON.parse(readFileSync(process.argv[2], "utf-8"));
const ajv = new Ajv2020.default({ strict: false });
const validators = Object.fromEntries(
  Object.entries(plan.schemas).map(([name, schema]) => [name, ajv.compile(schema)]),
);
const answers = plan.cases.map(({ tool, arguments: given }) => validators[tool](given));
process.stdout.write(JSON.stringify(answers));
