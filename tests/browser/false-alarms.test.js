// Sounds that look like trouble and are none: a noise gate, somebody who only listens, somebody who types with long pauses.
// EARSHOT_LONG=1 listens for a minute each.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canTellUdev } from './drivers/sound-server.js';
import { sleep } from './drivers/until.js';
import { inEveryEngine } from './scene.js';

const LISTENED_MS = process.env.EARSHOT_LONG ? 60_000 : 15_000;
const GATED_MS = process.env.EARSHOT_LONG ? 60_000 : 10_000;
const SILENCE_MS = 12_000; // longer than what is an alarm where nothing has gated before

inEveryEngine(
  'A visitor in a call',
  (scene) => {
    /** @param {import('./drivers/voice.js').Voice} voice */
    async function inCall(voice) {
      if (scene.microphones().has('mine')) scene.microphones().say('mine', voice);
      else await scene.microphones().plug('mine', voice);
      const widget = await scene.open('voice', { microphone: 'granted' });
      await widget.press('orb');
      await widget.orb('live');
      await widget.hasSound();
      return widget;
    }

    /** All that there was to read since the call began. @param {Awaited<ReturnType<typeof inCall>>} widget */
    const wordsOf = async (widget) => {
      const inTheCall = (await widget.views()).filter(({ orb }) => orb === 'live' || orb === 'interrupted');
      return [...new Set(inTheCall.map(({ orb, title }) => `${orb}: ${title}`))];
    };

    // Who types does nothing but listen in between.
    const quiet = /** @type {[string, import('./drivers/voice.js').Voice][]} */ ([
      ['types, and says nothing', 'keyboard'],
      ...(process.env.EARSHOT_LONG ? [['only listens, in a quiet room', 'room']] : []),
    ]);
    for (const [who, voice] of quiet) {
      test(`who ${who}, reads no alarm`, async () => {
        const widget = await inCall(voice);
        await sleep(LISTENED_MS);
        assert.deepEqual(await wordsOf(widget), ['live: listening']);
        assert.equal(await widget.requests(), 1);
        await widget.harmless();
      });
    }

    test('who speaks through a noise gate, reads no alarm, also not when the gate stays shut', async () => {
      const widget = await inCall('gated');
      await sleep(GATED_MS);
      scene.microphones().say('mine', 'nothing');
      await sleep(SILENCE_MS);
      assert.deepEqual(await wordsOf(widget), ['live: listening']);
      assert.equal(await widget.requests(), 1);
      const zeros = await widget.page.evaluate(
        () =>
          witness
            .widget()
            .trace()
            .split('\n')
            .filter((line) => /"fact":"level","dbfs":null,"valid":true/.test(line)).length,
      );
      assert.ok(zeros > 30, `it was silent: ${zeros} times`);
      await widget.harmless();
      await widget.keep('gated');
    });
  },
  { hardware: true, able: canTellUdev() ? ['chromium', 'firefox'] : ['firefox'] },
);
