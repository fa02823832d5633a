// Measures every page in one Chromium, in turns, and writes docs/performance.md.
//   node tests/bench/pages/run.mjs [rounds [rounds for processor time]]
//   node tests/bench/pages/run.mjs latency [rounds]    only that section of it: a minute
// With fewer than seven rounds it prints, and writes nothing.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { launch } from './browser.mjs';
import { CONTESTANTS, ROOM, ROOT, allFiles } from './pages.mjs';
import { latencySection } from './latency-section.mjs';
import { measureLatency, provenance } from './latency-rounds.mjs';
import { powerOf } from './power.mjs';
import { report } from './report.mjs';
import { serve } from './server.mjs';
import { CONDITIONS, visit } from './visit.mjs';
/** @import { Measured } from './report.mjs' */

const ENOUGH = 7;
const DOCUMENT = join(ROOT, 'docs/performance.md');
const onlyLatency = process.argv[2] === 'latency';
const [rounds = 9, powerRounds = 3] = process.argv.slice(onlyLatency ? 3 : 2).map(Number);
const POWER = ['empty', 'earshot', 'elevenlabs', 'vapi'];

mkdirSync(ROOM, { recursive: true });
const load = () => loadavg()[0] ?? 0;
const server = await serve(await allFiles());
const browser = await launch();

async function all() {
  /** @type {Measured} */
  const measured = {
    ...provenance(),
    chromium: (await browser.version()).replace(/^(Headless)?Chrome\//, 'Chromium '),
    machine: `${cpus().length} cores (${cpus()[0]?.model.trim()})`,
    load: [load(), 0],
    rounds,
    powerRounds,
    visits: {},
    power: {},
    latency: await measureLatency(browser, server.origin, rounds),
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
  if (rounds >= ENOUGH) writeFileSync(DOCUMENT, report(measured));
  console.log(report(measured));
}

/** The rest of the document stays as it was measured. */
async function latency() {
  const section = latencySection(await measureLatency(browser, server.origin, rounds));
  if (rounds >= ENOUGH) {
    const before = readFileSync(DOCUMENT, 'utf8');
    const place = /## From a press to a call, and back\n[^]*?(?=\n## )|(?=## Bytes and memory\n)/;
    writeFileSync(
      DOCUMENT,
      before.replace(place, (old) => (old ? section : `${section}\n`)),
    );
  }
  console.log(section);
}

try {
  await (onlyLatency ? latency() : all());
} finally {
  await browser.close();
  server.close();
}
