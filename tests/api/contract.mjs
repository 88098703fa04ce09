// docs/openapi.yaml as a judge of answers.
import { readFileSync } from 'node:fs';
import assert from 'node:assert/strict';
import Ajv2020 from 'ajv/dist/2020.js';
import { parse } from 'yaml';

const document = parse(readFileSync(new URL('../../docs/openapi.yaml', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema(document, 'openapi');

function pattern(template) {
  return new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`);
}

function operation(method, path) {
  const bare = path.split('?')[0];
  for (const [template, item] of Object.entries(document.paths)) {
    const found = item[method.toLowerCase()];
    if (found && pattern(template).test(bare)) return { template, found };
  }
  return undefined;
}

function pointer(...parts) {
  return `openapi#/${parts.map((part) => part.replace(/~/g, '~0').replace(/\//g, '~1')).join('/')}`;
}

function check(reference, value, what) {
  const validate = ajv.getSchema(reference);
  assert.ok(validate, `no schema at ${reference}`);
  const errors = validate(value) ? [] : validate.errors;
  assert.deepEqual(errors, [], `${what} does not keep the contract`);
}

// Every refusal has one shape, whether or not the path is in the contract.
export function checkProblem(answer) {
  assert.equal(answer.headers['content-type'], 'application/problem+json');
  check(pointer('components', 'schemas', 'Problem'), answer.json, 'the problem');
  assert.equal(answer.json.status, answer.status);
  for (const words of Object.values(answer.json.message)) {
    assert.ok(!words.startsWith(answer.json.code), `no words for ${answer.json.code}`);
    assert.doesNotMatch(words, /\{\w+\}/, 'an argument of the words was not filled in');
  }
}

export function checkAnswer(method, path, answer) {
  if (answer.status >= 400) return checkProblem(answer);
  const known = operation(method, path);
  assert.ok(known, `${method} ${path} is not in the contract`);
  const described = known.found.responses[answer.status];
  assert.ok(described, `${method} ${path} may not answer ${answer.status}`);
  if (!described.content) return assert.equal(answer.text, '');
  const [type] = Object.keys(described.content);
  assert.equal(answer.headers['content-type'], type);
  if (type !== 'application/json') return undefined;
  return check(
    pointer('paths', known.template, method.toLowerCase(), 'responses', String(answer.status),
      'content', 'application/json', 'schema'),
    answer.json, `${method} ${path}`);
}

export const operations = Object.entries(document.paths).flatMap(([template, item]) =>
  ['get', 'post', 'put', 'patch', 'delete'].filter((method) => item[method])
    .map((method) => ({
      id: item[method].operationId, method: method.toUpperCase(), template, open: item[method].security?.length === 0,
    })));

export function checkSchema(name, value) {
  check(pointer('components', 'schemas', name), value, name);
}
