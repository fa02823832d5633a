// Keeps what really happened in a browser as a trace for the native replay: the facts, and the views that followed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../traces/recorded/', import.meta.url));

/** So low that a core may take it for silence. */
const FAINT_DBFS = -90;

/** Of sound levels there are many. One of which nothing came says nothing new, unless it is silence, which adds up.
 * @param {any} fact @param {any} answer @param {any} before  The level before. */
const saysNothing = (fact, answer, before) =>
  !answer.view &&
  answer.effects?.length === 0 &&
  fact.dbfs !== null &&
  fact.dbfs > FAINT_DBFS &&
  before.dbfs !== null &&
  before.valid === fact.valid;

/** What was to be read and pressed, and what was said to be wrong. @param {any} answer */
function expectationOf({ view, verdict }) {
  if (!view && !verdict) return null;
  /** @type {Record<string, unknown>} */
  const expect = {};
  if (view) {
    const { orb, title, actions, microphone, camera, notifications } = view;
    expect.view = {
      orb,
      title,
      actions,
      microphone,
      camera,
      ...(notifications !== 'off' && { notifications }),
    };
  }
  if (verdict) {
    const brief = Object.entries(verdict).map(([kind, { cause, confidence }]) => [
      kind,
      { cause, confidence },
    ]);
    expect.verdict = Object.fromEntries(brief);
  }
  return expect;
}

/**
 * The element's trace as lines: what the browser said, then what has to follow.
 * @param {string} name
 * @param {string} trace
 */
export function linesOf(name, trace) {
  const [config, ...rest] = trace
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  /** @type {unknown[]} */
  const lines = [{ about: `What a real browser did: ${name}` }, config];
  /** @type {any} */
  let level = { dbfs: null };
  for (let at = 0; at + 1 < rest.length; at += 2) {
    const [fact, answer] = [rest[at], rest[at + 1]];
    if (answer.refused !== undefined) continue;
    const before = level;
    if (fact.fact === 'level') level = fact;
    if (fact === level && saysNothing(fact, answer, before)) continue;
    lines.push(fact);
    const expect = expectationOf(answer);
    if (expect) lines.push({ expect });
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** @param {string} name @param {string} trace */
export function record(name, trace) {
  if (!process.env.EARSHOT_RECORD) return;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}${name}.jsonl`, linesOf(name, trace));
}
