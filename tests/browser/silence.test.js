// A microphone that falls silent in the middle of a call: zeros without any event, or no samples at all.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { canTellUdev } from './drivers/sound-server.js';
import { inEveryEngine } from './scene.js';

/** A source that sleeps is to Firefox what a muted one is: the second takes as long again. @type {('mute' | 'suspend')[]} */
const waysToFallSilent = process.env.EARSHOT_LONG ? ['mute', 'suspend'] : ['mute'];

inEveryEngine(
  'A visitor who has been heard, and whose microphone falls silent',
  (scene, name) => {
    const microphones = () => scene.microphones();

    beforeEach(async () => {
      if (microphones().has('mine')) await microphones().unplug('mine');
      await microphones().plug('mine');
    });

    async function inCall() {
      const widget = await scene.open('call', { microphone: 'granted' });
      await widget.press('orb');
      await widget.orb('live');
      await widget.page.until('the call', () => call.state() === 'connected');
      await widget.isHeard('at first');
      return widget;
    }

    if (name === 'firefox') {
      for (const how of waysToFallSilent) {
        test(`as the system ${how}s it: reads so after ten seconds, and one sound is enough to take it back`, async () => {
          const widget = await inCall();
          await microphones()[how]('mine', true);
          await widget.isNotHeard();
          assert.equal((await widget.view()).title, 'listening', 'it may be a pause');
          const view = await widget.until(({ title }) => title === 'cannot_hear_you', 'the words about it', {
            ms: 30_000,
          });
          assert.deepEqual([view.microphone, view.actions[0]], ['live', 'try_again']);
          await microphones()[how]('mine', false);
          await widget.until(({ title }) => title === 'listening', 'the words to go');
          await widget.isHeard('after that');
          assert.equal(await widget.requests(), 1, 'nothing was opened anew');
          await widget.harmless();
          await widget.keep(`silenced-by-${how}`);
        });
      }
    } else {
      test('as it sleeps and gives no samples at all: it is opened anew, and is heard when it wakes', async () => {
        const widget = await inCall();
        await microphones().suspend('mine', true);
        await widget.page.until('the widget to be told', () =>
          witness.widget().trace().includes('"starved":true'),
        );
        // The words of that moment are gone within 25 ms where the browser opens a source that sleeps.
        await widget.page.until('the widget to open it anew', () => witness.requests() > 1);
        assert.ok((await widget.view()).actions.includes('open_chat'));
        await microphones().suspend('mine', false);
        await widget.until(({ orb, title }) => orb === 'live' && title === 'listening', 'the call');
        await widget.isHeard('after it woke');
        await widget.liveTracks('audio');
        await widget.harmless();
        await widget.keep('asleep');
      });
    }
  },
  { hardware: true, able: canTellUdev() ? ['chromium', 'firefox'] : ['firefox'] },
);
