// Measures every page in one Chromium, in turns, and writes docs/performance.md.
//   node tests/bench/pages/run.mjs [rounds [rounds for processor time]]
// With fewer than seven rounds it prints, and writes nothing.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { launch } from './browser.mjs';
import { CONTESTANTS, ROOM, ROOT, allFiles } from './pages.mjs';
import { powerOf } from './power.mjs';
import { report } from './report.mjs';
import { serve } from './server.mjs';
import { CONDITIONS, visit } from './visit.mjs';
/** @import { Measured } from './report.mjs' */

const ENOUGH = 7;
const [rounds = 9, powerRounds = 3] = process.argv.slice(2).map(Number);
const POWER = ['empty', 'earshot', 'elevenlabs', 'vapi'];

mkdirSync(ROOM, { recursive: true });
const load = () => loadavg()[0] ?? 0;
const server = await serve(await allFiles());
const browser = await launch();
try {
  /** @type {Measured} */
  const measured = {
    date: new Date().toISOString().slice(0, 10),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim(),
    chromium: (await browser.version()).replace(/^(Headless)?Chrome\//, 'Chromium '),
    machine: `${cpus().length} cores (${cpus()[0]?.model.trim()})`,
    load: [load(), 0],
    rounds,
    powerRounds,
    visits: {},
    power: {},
  };
  for (const conditions of CONDITIONS) measured.visits[conditions.id] = {};

  for (let round = 0; round <= rounds; round += 1) {
    for (const conditions of CONDITIONS) {
      for (const contestant of CONTESTANTS) {
        const one = await visit(browser, server.origin, contestant, conditions);
        const visits = (measured.visits[conditions.id] ??= {});
        if (round > 0) (visits[contestant.id] ??= []).push(one); // the first round meets a browser that has not run yet
      }
    }
    console.error(`round ${round} of ${rounds}, load ${load().toFixed(1)}`);
  }
  const keep = () => writeFileSync(join(ROOM, 'measured.json'), JSON.stringify(measured));
  keep();
  for (let round = 1; round <= powerRounds; round += 1) {
    for (const id of POWER) (measured.power[id] ??= []).push(await powerOf(browser, server.origin, id));
    console.error(`processor time: round ${round} of ${powerRounds}, load ${load().toFixed(1)}`);
  }
  measured.load[1] = load();

  keep();
  if (rounds >= ENOUGH) writeFileSync(join(ROOT, 'docs/performance.md'), report(measured));
  console.log(report(measured));
} finally {
  await browser.close();
  server.close();
}
