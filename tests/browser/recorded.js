// Turns what really happened in a browser into a trace for the native replay: facts, and the views that followed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../traces/recorded/', import.meta.url));

/** Nothing of this run's own. @param {string} text */
const clean = (text) => text.replace(/:\d{4,5}\b/g, '');

/**
 * @param {string} name
 * @param {string} trace  Facts and answers as the element wrote them down.
 */
export async function record(name, trace) {
  if (!process.env.EARSHOT_RECORD) return;
  /** @type {string[]} */
  const lines = [JSON.stringify({ about: `Recorded in a real browser: ${name}` })];
  for (const line of trace.split('\n').filter(Boolean)) {
    const said = JSON.parse(line);
    if (said.config) lines.push(line);
    else if (said.fact === 'level' || said.refused) continue; // sound differs from run to run, and decides nothing here
    else if (said.fact) lines.push(line);
    else if (said.view) {
      const { orb, title, microphone, camera } = said.view;
      lines.push(JSON.stringify({ expect: { view: { orb, title, microphone, camera } } }));
    }
  }
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}${name}.jsonl`, `${lines.map(clean).join('\n')}\n`);
}
