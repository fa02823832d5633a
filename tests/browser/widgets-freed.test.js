// Widgets come and go with the views of an application: one that has left is held by nobody.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certain } from '../certain.js';
import { countHeap } from './drivers/heap.js';
import { sleep } from './drivers/until.js';
import { inEveryEngine } from './scene.js';

/** `EARSHOT_CYCLES=1000` for a long look. */
const TIMES = Number(process.env.EARSHOT_CYCLES ?? 40);
/** A browser answers within half a minute. */
const AT_ONCE = 40;
/** More of them than this were left by somebody. */
const FEW = 20;

/** @param {Record<string, number>} heap */
const roots = ({ ShadowRoot }) => certain(ShadowRoot);

inEveryEngine(
  'A widget that was removed',
  (scene) => {
    for (const [what, steps] of /** @type {[string, string[]][]} */ ([
      ['at once', []],
      ['with an open chat', ['open_chat']],
      ['in a call', ['orb']],
      ['after a call, with an open chat', ['orb', 'open_chat']],
    ]))
      test(`${what} is freed, ${TIMES} times of ${TIMES}`, async (t) => {
        const widget = await scene.open('element', { microphone: 'granted' });
        await widget.orb('idle');
        const cycle = (/** @type {number} */ times) =>
          widget.page.evaluate(
            async ([count, presses]) => {
              for (let at = 0; at < count; at += 1) {
                const element = /** @type {ReturnType<typeof witness.widget>} */ (
                  document.createElement('earshot-widget')
                );
                element.setAttribute(
                  'config',
                  '{"chat":{"transport":"websocket","url":"/chat"},"position":"inline"}',
                );
                document.body.append(element);
                const orb = async (/** @type {string[]} */ ...wanted) => {
                  while (!wanted.includes(element.view.orb)) await new Promise((done) => setTimeout(done, 5));
                };
                await orb('idle');
                for (const action of presses) {
                  element.press(/** @type {any} */ (action));
                  await orb(action === 'orb' ? 'live' : 'chatting');
                }
                await new Promise((done) => setTimeout(done, 30));
                element.remove();
                await new Promise((done) => setTimeout(done, 5));
              }
            },
            /** @type {const} */ ([times, steps]),
          );
        await cycle(3); // what comes once for all of them
        const engine = scene.engine();
        if (!('devtools' in engine)) return assert.fail('counted in the heap of Chromium');
        /** @returns {Promise<Record<string, number>>} */
        const count = () =>
          countHeap(engine.devtools, ['HTMLElement', 'ShadowRoot', 'WebSocket', 'MediaStream']);
        const before = await count();
        for (let done = 0; done < TIMES; done += AT_ONCE) await cycle(Math.min(AT_ONCE, TIMES - done));
        let after = await count();
        const left = () => roots(after) - roots(before);
        const grown = () =>
          ['domNodes', 'listeners'].filter((what) => certain(after[what]) - certain(before[what]) > FEW);
        // What Chromium has handed out, it holds for a while itself.
        for (
          const end = Date.now() + 15_000;
          (left() > 1 || grown().length) && Date.now() < end;
          after = await count()
        )
          await sleep(1500);
        t.diagnostic(JSON.stringify({ before, after }));
        assert.ok(left() <= 1, `${left()} of ${TIMES} are held: ${JSON.stringify({ before, after })}`);
        assert.deepEqual(grown(), [], JSON.stringify({ before, after }));
        await widget.harmless();
      });
  },
  { able: ['chromium'] },
);
