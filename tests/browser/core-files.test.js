// The core is missing, late, not what was built, or forbidden: as WebAssembly, or in both of its forms. There is a call, or the chat.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { until } from './drivers/until.js';
import { FAULTS } from './faults.js';
import { inEveryEngine } from './scene.js';

/** As long as the WebAssembly is waited for alone, and any core at all. */
const WASM = 4000;
const IN_TIME = 9000;
/** Until it is tried once more. */
const AWAY = 3000;

/** How the console calls what keeps the WebAssembly from running. @type {Record<string, string>} */
const REASONS = {
  missing: 'missing',
  cut: 'missing',
  page: 'wrong_type',
  empty: 'broken',
  tampered: 'broken',
  slow: 'late',
  forbidden: 'forbidden',
};

inEveryEngine('A visitor of a site whose core is not as it should be', (scene) => {
  afterEach(() => {
    scene.mend(); // what still waits
    scene.mend(false);
  });

  /** @param {string} fault @param {string} file */
  const open = (fault, file) => scene.open('faulty', { microphone: 'granted', query: `?${fault}/${file}` });
  /** Time passes, once what came first has done what it can. @param {import('./scene.js').Widget} widget @param {number} ms */
  const pass = (widget, ms) => widget.page.evaluate((time) => witness.pass(time), ms);
  /** @param {import('./scene.js').Widget} widget @param {string} words */
  const said = (widget, words) =>
    widget.page.until(
      'the line in the console',
      (all) => witness.lines.some((line) => line.includes(all)),
      words,
    );
  for (const fault of FAULTS) {
    test(`WebAssembly (${fault}): the core in JavaScript does the work, and the console says why`, async () => {
      const widget = await open(fault, 'earshot-core.wasm');
      if (fault === 'slow') {
        await widget.waitsForCore();
        await pass(widget, WASM);
      }
      await widget.orb('idle');
      await said(widget, `The core cannot run here as WebAssembly (${REASONS[fault]})`);
      await widget.press('orb');
      await widget.orb('live');
      await widget.liveTracks('audio');
    });

    test(`neither WebAssembly nor JavaScript (${fault}): who presses has the chat, and the console says why`, async () => {
      const asked = scene.asked('/faulty/slow/earshot-core-js.js/earshot-core-js.js');
      const widget = await open(fault, 'earshot-core-js.js');
      if (fault === 'slow') {
        await widget.waitsForCore();
        await widget.press('orb');
        await widget.orb('opening');
        // It is asked for when it is known that there is no WebAssembly.
        await until(
          () => Promise.resolve(scene.asked('/faulty/slow/earshot-core-js.js/earshot-core-js.js') > asked),
          {
            what: 'the core in JavaScript to be asked for',
          },
        );
        await pass(widget, IN_TIME);
      }
      await widget.orb('chatting');
      await said(widget, 'The core cannot run here (missing): earshot-core.wasm is not beside the script');
      if (fault !== 'slow') await widget.press('orb');
      await widget.write('Is anybody there?');
      assert.equal(await widget.requests(), 0);
      if (fault === 'forbidden') return; // by the page, for as long as it is open
      // It comes after all: who writes goes on, until a press.
      scene.mend();
      if (fault !== 'slow') {
        await pass(widget, AWAY); // since the last try, which a press of these was
        await widget.page.press('earshot-widget >>> [part~="input"]');
      }
      await widget.until(({ actions }) => actions.includes('back_to_voice'), 'the way back to the voice');
      await widget.write('I am still here.');
      assert.equal(await widget.requests(), 0);
      await widget.press('back_to_voice');
      await widget.orb('live');
      await widget.liveTracks('audio');
    });
  }
});
