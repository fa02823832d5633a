// The section about a press, a loss and the way back in docs/performance.md.
import { median, table, verdict } from './tables.mjs';
/** @import { MeasuredLatency } from './latency-rounds.mjs' */

const FRAME_MS = 1000 / 60;

/** @param {MeasuredLatency} measured */
export function latencySection({ date, commit, load, rounds, native, wasm }) {
  const inTask = rounds.filter(({ sameTask }) => sameTask).length;
  const frames = rounds.flatMap((round) => round.frames);
  const [sound, bare] = [
    median(rounds.flatMap((round) => round.sound)),
    median(rounds.flatMap((round) => round.bare)),
  ];
  const rows = table(
    ['Earshot', 'bar', 'measured', ''],
    [
      [
        'a press, until getUserMedia is called',
        'the same task',
        `${inTask} of ${rounds.length}, after ${median(rounds.map(({ call }) => call)).toFixed(1)} ms`,
        verdict(inTask === rounds.length),
      ],
      [
        'the microphone is taken away, until words say so',
        '≤ 2 frames',
        `${median(frames)}, at most ${Math.max(...frames)}, of ${frames.length} times`,
        verdict(Math.max(...frames) <= 2),
      ],
      [
        'it is allowed again, until there is sound, above a bare getUserMedia',
        `≤ ${FRAME_MS.toFixed(1)} ms, a frame`,
        `${(sound - bare).toFixed(1)} ms (${sound.toFixed(1)} − ${bare.toFixed(1)})`,
        verdict(sound - bare <= FRAME_MS),
      ],
      ['one fact, natively', '≤ 3.5 µs', `${native.toFixed(1)} µs`, verdict(native <= 3.5)],
      ['one fact, as WebAssembly in Node', '≤ 25 µs', `${wasm.toFixed(1)} µs`, verdict(wasm <= 25)],
    ],
  );
  return `## From a press to a call, and back

Measured on ${date} at commit ${commit}, in the same Chromium, with a pretended microphone; ${rounds.length} visits, of which each loses the
microphone ${rounds[0]?.frames.length} times in the site's settings and gets it back there. The load of the machine was ${load[0].toFixed(1)} at the beginning and
${load[1].toFixed(1)} at the end.

${rows}

Times are medians; what a fact costs is the least of all rounds. Frames are counted from the first event that tells of the loss, whichever
comes first, the permission's or the track's. *Sound* is the first samples of the new track, from the news that it is allowed; the bare page
calls \`getUserMedia\` when it hears of it, and does nothing else. Firefox and WebKitGTK: \`tests/browser/promptness.test.js\`.
`;
}
