// The little of JSON Schema that docs/chat-protocol.schema.json uses.
import { readFileSync } from 'node:fs';

/**
 * @typedef {{ $ref?: string, const?: unknown, enum?: unknown[], oneOf?: Schema[], type?: string | string[], required?: string[],
 *   properties?: Record<string, Schema>, pattern?: string, minLength?: number, maxLength?: number, minimum?: number, maximum?: number, description?: string }} Schema
 */
/** @type {Schema & { $defs: Record<string, Schema> }} */
export const schema = JSON.parse(
  readFileSync(new URL('../../docs/chat-protocol.schema.json', import.meta.url), 'utf8'),
);
const KNOWN = [
  '$ref',
  'const',
  'enum',
  'oneOf',
  'type',
  'required',
  'properties',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'description',
];

const typeOf = (/** @type {unknown} */ value) =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'array'
      : Number.isInteger(value)
        ? 'integer'
        : typeof value;

/** What is wrong with it. Members that are not described are, too. @param {any} value @param {Schema} rule @param {string} [path] @returns {string[]} */
export function faults(value, rule, path = '') {
  const strange = Object.keys(rule).filter((word) => !KNOWN.includes(word));
  if (strange.length > 0) throw new Error(`this validator does not know ${strange}`);
  if (rule.$ref)
    return faults(value, /** @type {Schema} */ (schema.$defs[rule.$ref.replace('#/$defs/', '')]), path);
  if (rule.const !== undefined) return value === rule.const ? [] : [`${path} is not ${rule.const}`];
  if (rule.enum) return rule.enum.includes(value) ? [] : [`${path} is ${value}`];
  if (rule.oneOf) {
    const tries = rule.oneOf.map((each) => faults(value, each, path));
    const fitting = tries.filter(({ length }) => length === 0).length;
    return fitting === 1
      ? []
      : [`${path || 'frame'} fits ${fitting} of ${tries.length}: ${tries.map((each) => each[0]).join('; ')}`];
  }
  if (rule.type && ![rule.type].flat().includes(typeOf(value))) return [`${path} is no ${rule.type}`];
  if (value === null) return [];
  if (typeof value === 'string') {
    const length = [...value].length;
    return length < (rule.minLength ?? 0) ||
      length > (rule.maxLength ?? Infinity) ||
      (rule.pattern && !new RegExp(rule.pattern, 'u').test(value))
      ? [`${path} is "${value}"`]
      : [];
  }
  if (typeof value === 'number')
    return value < (rule.minimum ?? -Infinity) || value > (rule.maximum ?? Infinity)
      ? [`${path} is ${value}`]
      : [];
  if (typeof value !== 'object') return [];
  const missing = (rule.required ?? [])
    .filter((name) => !(name in value))
    .map((name) => `${path}/${name} is missing`);
  const undescribed = Object.keys(value)
    .filter((name) => !(name in (rule.properties ?? {})))
    .map((name) => `${path}/${name} is not described`);
  return [
    ...missing,
    ...undescribed,
    ...Object.entries(rule.properties ?? {}).flatMap(([name, inner]) =>
      name in value ? faults(value[name], inner, `${path}/${name}`) : [],
    ),
  ];
}

/** @param {'visitor' | 'server'} side @param {any} frame */
export function fromSchema(side, frame) {
  const wrong = faults(frame, /** @type {Schema} */ (schema.$defs[side]));
  if (wrong.length > 0)
    throw new Error(`${JSON.stringify(frame).slice(0, 200)} is no frame of a ${side}: ${wrong}`);
  return frame;
}
