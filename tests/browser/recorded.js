// Keeps what really happened in a browser as a trace for the native replay: the facts, and the views that followed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../traces/recorded/', import.meta.url));

/** A fact of which nothing came says little; of sound levels there are many. @param {any} fact @param {any} answer */
const saysNothing = (fact, answer) => fact.fact === 'level' && !answer.view && answer.effects?.length === 0;

/**
 * The element's trace as lines: what the browser said, then what has to follow.
 * @param {string} name
 * @param {string} trace
 */
export function linesOf(name, trace) {
  const [config, ...rest] = trace.split('\n').filter(Boolean).map((line) => JSON.parse(line));
  /** @type {unknown[]} */
  const lines = [{ about: `What a real browser did: ${name}` }, config];
  for (let at = 0; at + 1 < rest.length; at += 2) {
    const [fact, answer] = [rest[at], rest[at + 1]];
    if (answer.refused !== undefined || saysNothing(fact, answer)) continue;
    lines.push(fact);
    if (!answer.view) continue;
    const { orb, title, actions, microphone, camera } = answer.view;
    lines.push({ expect: { view: { orb, title, actions, microphone, camera } } });
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** @param {string} name @param {string} trace */
export function record(name, trace) {
  if (!process.env.EARSHOT_RECORD) return;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}${name}.jsonl`, linesOf(name, trace));
}
