import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const FILE = 'src/main/resources/openapi/hearth-v1.json';

const description: unknown = JSON.parse(readFileSync(FILE, 'utf8'));

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(description as object, 'openapi');

/** Checks status, media type and body of an answer against the OpenAPI file. */
export async function assertAnswers(method: string, path: string, answer: Response): Promise<void> {
  const body: unknown = await answer.json();
  const operation = `#/paths/${escape(path)}/${method}`;
  const response = resolve(`${operation}/responses/${answer.status}`);
  const type = (answer.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
  const pointer = `${response}/content/${escape(type)}/schema`;
  assert.ok(at(pointer) !== undefined, `${method} ${path} ${answer.status} ${type}: not described`);
  const validate = ajv.getSchema(`openapi${pointer}`) ?? ajv.compile({ $ref: `openapi${pointer}` });
  assert.ok(
    validate(body),
    `${method} ${path} ${answer.status}: ${ajv.errorsText(validate.errors)}`,
  );
}

/** Follows one `$ref`, as responses are shared. */
function resolve(pointer: string): string {
  const target = at(pointer);
  assert.ok(target !== undefined, `${pointer}: not described`);
  return isRecord(target) && typeof target['$ref'] === 'string' ? target['$ref'] : pointer;
}

function at(pointer: string): unknown {
  let node: unknown = description;
  for (const part of pointer.slice(2).split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    node = isRecord(node) ? node[key] : undefined;
  }
  return node;
}

const escape = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
