import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** The contract that every exported report keeps. */
const schema: object = JSON.parse(readFileSync(new URL('../contracts/report.schema.json', import.meta.url), 'utf8'));

const ajv = new Ajv2020({ allErrors: true });
addFormats(ajv);
const validate = ajv.compile(schema);

/** What breaks the contract, one line each; none where it is kept. */
export function contractErrors(json: string): readonly string[] {
  return validate(JSON.parse(json)) ? [] : (validate.errors ?? []).map(error => `${error.instancePath} ${error.message}`);
}
