// Writes docs/performance.md from what was measured.
import { CONDITIONS } from './visit.mjs';
import { latencySection } from './latency-section.mjs';
import { CONTESTANTS, versionsOf } from './pages.mjs';
import { median, table, verdict } from './tables.mjs';
/** @import { MeasuredLatency } from './latency-rounds.mjs' */
/** @import { Power } from './power.mjs' */
/** @import { Visit } from './visit.mjs' */

/**
 * @typedef {object} Measured
 * @property {string} date
 * @property {string} commit
 * @property {string} chromium
 * @property {string} machine
 * @property {[number, number]} load  When it began, and when it ended.
 * @property {number} rounds
 * @property {number} powerRounds
 * @property {Record<string, Record<string, Visit[]>>} visits  By condition and contestant.
 * @property {Record<string, Record<string, Power>[]>} power  By contestant.
 * @property {MeasuredLatency} latency
 */

const MOMENTS = {
  first: 'visible, first 14 s',
  rest: 'visible, from 16 s on',
  hidden: 'tab hidden',
  live: 'in a call, somebody talks',
  liveHidden: 'in a call, tab hidden',
};

const whole = (/** @type {number} */ number) => Math.round(number).toLocaleString('en-US');
const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(2);

/** @param {Measured} measured */
export function report(measured) {
  const { visits, power } = measured;
  /** @param {string} condition @param {string} id @param {(visit: Visit) => number} pick */
  const all = (condition, id, pick) => (visits[condition]?.[id] ?? []).map(pick);
  /** @param {string} condition @param {string} id @param {(visit: Visit) => number} pick */
  const middle = (condition, id, pick) => median(all(condition, id, pick));
  /** @param {number[]} numbers */
  const both = (numbers) => `${whole(median(numbers))} (${whole(Math.min(...numbers))})`;
  /** @param {number[]} tasks  The browser reports none shorter than 50 ms. */
  const longest = (tasks) => (median(tasks) ? both(tasks).replace('(0)', '(< 50)') : '< 50');

  /** @param {string} condition */
  const times = (condition) =>
    table(
      [
        'page',
        'visible, ms',
        'ready, ms',
        'script until then, ms',
        '… and half a second more',
        'longest task, ms',
      ],
      CONTESTANTS.map(({ id, name, shows }) => [
        name,
        shows ? both(all(condition, id, ({ visible }) => visible)) : '–',
        id === 'earshot' ? both(all(condition, id, ({ ready }) => ready)) : '–',
        both(all(condition, id, ({ script }) => script)),
        both(all(condition, id, ({ scriptAfterwards }) => scriptAfterwards)),
        longest(all(condition, id, (visit) => visit.longest)),
      ]),
    );

  const bytes = table(
    ['page', 'bytes on the wire', 'heap, MB'],
    CONTESTANTS.map(({ id, name }) => [
      name,
      whole(middle('none', id, (visit) => visit.bytes)),
      megabytes(middle('none', id, ({ heap }) => heap)),
    ]),
  );

  /** Above the empty page. @param {string} condition @param {string} id @param {'visible' | 'ready'} what */
  const above = (condition, id, what) =>
    middle(condition, id, (visit) => visit[what]) - middle(condition, 'empty', ({ visible }) => visible);
  const MAKERS = { elevenlabs: 'ElevenLabs', vapi: 'Vapi' };
  /** @param {string} what @param {number} bar @param {(peer: string) => number} ratio @param {(keyof typeof MAKERS)[]} [peers] */
  function share(what, bar, ratio, peers = ['elevenlabs', 'vapi']) {
    const found = peers.map((peer) => `${ratio(peer).toFixed(3)} of ${MAKERS[peer]}`);
    return [
      what,
      `≤ ${bar.toFixed(2)}`,
      found.join(', '),
      verdict(peers.every((peer) => ratio(peer) <= bar)),
    ];
  }
  const longestSlow = middle('slow', 'earshot', (visit) => visit.longest);
  const heap = middle('none', 'earshot', (visit) => visit.heap) / 1e6;
  /** @param {'script' | 'scriptAfterwards'} what @returns {(peer: string) => number} */
  const scriptShare = (what) => (peer) =>
    middle('slow', 'earshot', (visit) => visit[what]) / middle('slow', peer, (visit) => visit[what]);
  const bars = table(
    ['Earshot', 'bar', 'measured', ''],
    [
      share(
        'orb visible, network',
        0.2,
        (peer) => above('net', 'earshot', 'visible') / above('net', peer, 'visible'),
      ),
      share(
        'orb visible, network and CPU',
        0.12,
        (peer) => above('slow', 'earshot', 'visible') / above('slow', peer, 'visible'),
      ),
      share(
        'ready, against their visible, network',
        0.6,
        (peer) => above('net', 'earshot', 'ready') / above('net', peer, 'visible'),
      ),
      share('script until ready (ElevenLabs: visible), network and CPU', 0.25, scriptShare('script'), [
        'elevenlabs',
      ]),
      share('… and half a second more', 0.25, scriptShare('scriptAfterwards'), ['elevenlabs']),
      [
        'longest task, network and CPU',
        '≤ 80 ms',
        longestSlow ? `${whole(longestSlow)} ms` : '< 50 ms',
        verdict(longestSlow <= 80),
      ],
      share(
        'bytes on the wire',
        0.45,
        (peer) =>
          middle('none', 'earshot', (visit) => visit.bytes) / middle('none', peer, (visit) => visit.bytes),
      ),
      ['heap', '≤ 1.39 MB', `${heap.toFixed(2)} MB`, verdict(heap <= 1.39)],
    ],
  );

  /** @param {string} id @param {string} name @param {string} moment @param {string} words */
  const powerRow = (id, name, moment, words) => {
    const found = (power[id] ?? []).flatMap((round) => round[moment] ?? []);
    const of = (/** @type {keyof Power} */ what) => {
      const numbers = found.map((one) => one[what]);
      return `${median(numbers).toFixed(1)} (${Math.min(...numbers).toFixed(1)})`;
    };
    return [name, words, of('renderer'), of('tasks'), of('gpu')];
  };
  const powers = table(
    ['page', 'while', 'renderer', 'main thread', 'GPU process'],
    CONTESTANTS.filter(({ id }) => power[id]).flatMap(({ id, name }) =>
      Object.entries(MOMENTS)
        .filter(([moment]) => power[id]?.[0]?.[moment])
        .map(([moment, words]) => powerRow(id, name, moment, words)),
    ),
  );

  const versions = CONTESTANTS.filter(({ packages }) => packages.length)
    .map((one) => `- ${one.name.replace(' (no UI)', '')}: ${versionsOf(one)}`)
    .join('\n');
  const [began, ended] = measured.load.map((load) => load.toFixed(1));

  return `# Performance

How fast Earshot is there, and what it costs, next to other widgets on the same page. \`script/bench pages\` measures all of them
in one Chromium and writes this file; edit \`tests/bench/pages/report.mjs\`, not this.

Measured on ${measured.date} at commit ${measured.commit}, ${measured.chromium}, ${measured.machine}. Medians of
${measured.rounds} visits, minima in parentheses. The load of the machine was ${began} at the beginning and ${ended} at the end, this
run included. Compare rows of one table, not runs.

## The bars

Times are above those of the empty page in the same run. Script, bytes and heap are as they are, with the page.
"Network" is ${CONDITIONS[1]?.name}; "and CPU" adds a CPU that is 6× slower.

${bars}

${latencySection(measured.latency)}
## Bytes and memory

${bytes}

Bytes are everything that is loaded until half a second after the page is there, with headers, after brotli 11. The heap is
JavaScript's, after a forced collection.

## Without throttling

${times('none')}

## 1.6 Mbit/s, 150 ms

${times('net')}

## 1.6 Mbit/s, 150 ms, and a CPU 6× slower

${times('slow')}

## Processor time of an open page

In ms of a core per second, without throttling and without a GPU; medians of ${measured.powerRounds} rounds, minima in parentheses. Earshot's
orb breathes for 13.5 seconds and then stands still. "Somebody talks" is a fake microphone that plays five syllables a second.

${powers}

The renderer's and the GPU process's time is what the system counts for the process, in steps of 10 ms: within a window of 8 s the last
digit is about ±1. The main thread's is Chromium's own \`TaskDuration\`, which counts waiting for the GPU process, too.

## How it is measured

- One server on the loopback address serves every file from memory, compressed with brotli 11. Each page is its maker's own lines
  for a page, with the script once and deferred. React and LiveKit are bundled and minified by esbuild.
- No page reaches anything else: Chromium finds no other address. ElevenLabs' widget gets the answer of its server from the
  attribute \`override-config\`; the picture for its orb, from its own server, is missing and not counted.
- Every visit is a new browser context with an empty cache. The pages take turns, so that a busy moment meets all of them.
  A first round, in a browser that has just started, is not counted.
- *Visible* is the first frame in which a button of the widget has a size (for Vapi, whose orb is no button: its picture). *Ready* is the
  frame in which Earshot's core has answered and the orb is idle: it takes a press before that, too, and keeps it. The others
  have no such moment that works without their servers.
- *Script until then* is Chromium's \`ScriptDuration\` until visible, for Earshot until ready, and without UI until the \`load\` event. In the
  half second after that, ElevenLabs' orb already moves.
- The *longest task* is what the browser reports as a long task, which begins at 50 ms.
- The widgets do different things. ElevenLabs and Vapi bring a whole voice agent, LiveKit and Daily a media stack; Earshot brings the
  permission, its explanations, and the way to a chat. mic-check and daily-js draw nothing.

### Versions

${versions}

Why each of them is here: [tests/bench/pages](../tests/bench/pages/README.md).
`;
}
