// Real microphones of a sound server: pulled out in the middle of a call, plugged back, exchanged for another.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ENGINES } from './drivers/engine.js';
import { canTellUdev } from './drivers/sound-server.js';
import { until } from './drivers/until.js';
import { inEveryEngine } from './scene.js';
/** @import { EngineName } from './drivers/engine.js' */

const able = ENGINES.filter((name) => name !== 'chromium' || canTellUdev());

/** What the far end hears can be asked where a page may call. @param {EngineName} name */
const page = (name) => (name === 'webkitgtk' ? 'voice' : 'call');

inEveryEngine(
  'A visitor in a call',
  (scene, name) => {
    const microphones = () => scene.microphones();
    const far = name !== 'webkitgtk'; // Debian builds WebKitGTK without RTCPeerConnection

    beforeEach(async () => {
      if (microphones().has('other')) await microphones().unplug('other');
      if (!microphones().has('mine')) await microphones().plug('mine');
    });

    /** `once`: allowed in the browser's question, and not for good. */
    async function inCall({ once = false } = {}) {
      const widget = await scene.open(page(name), { microphone: once ? 'prompt' : 'granted' });
      await widget.press('orb');
      if (once) await scene.prompt().allow();
      await widget.orb('live');
      if (far) {
        await widget.page.until('the call', () => call.state() === 'connected');
        await widget.isHeard('at first');
      }
      return widget;
    }

    test('pulls the microphone out, reads so, and is heard again when it is plugged back, without a press', async () => {
      const widget = await inCall();
      await microphones().unplug('mine');
      const view = await widget.until(({ title }) => title === 'microphone_unplugged', 'the words about it');
      assert.equal(view.orb, 'interrupted');
      assert.ok(view.actions.includes('open_chat'), String(view.actions));
      assert.match(await widget.title(), /\w{4}/);
      await widget.liveTracks();
      if (far) await widget.isNotHeard();

      await microphones().plug('mine');
      await widget.orb('live');
      await widget.liveTracks('audio');
      if (far) {
        await widget.isHeard('after it was plugged back');
        assert.equal(await widget.page.evaluate(() => call.negotiations()), 1);
      }
      await widget.harmless();
      await widget.keep('unplugged');
    });

    test('pulls the microphone out while another one is there, and is heard through that one, in Firefox after a press', async () => {
      await microphones().plug('other');
      const widget = await inCall({ once: name === 'firefox' }); // there it goes for one microphone only
      const looks = () => widget.page.evaluate(() => witness.widget().trace().split('"devices_read"').length);
      const before = await looks();
      await microphones().unplug('mine');
      await until(async () => (await looks()) > before, {
        what: 'the browser to miss the microphone',
        state: widget.story,
      });
      if (name === 'firefox') {
        await widget.until(({ title }) => title === 'microphone_unplugged', 'the words about it');
        assert.equal(await widget.requests(), 1, 'no question comes without a press');
        await widget.press('try_again');
        await scene.prompt().allow();
      }
      // WebKit leaves the track as it was; once the system's choice is settled, a fresh one takes its place.
      if (name === 'webkitgtk') await widget.page.until('a fresh track', () => witness.requests() === 2);
      await widget.orb('live');
      if (far) await widget.isHeard('through the other microphone');
      await widget.liveTracks('audio');
      await widget.harmless();
      await widget.keep('unplugged-for-another');
    });

    test('chooses another microphone in the system, and the call goes on', async () => {
      await microphones().plug('other');
      const widget = await inCall();
      await microphones().makeDefault('other');
      if (name === 'firefox')
        await widget.page.until('the choice to be noticed', () =>
          witness.widget().trace().includes('"default_changed":true'),
        );
      if (far) await widget.isHeard('after the choice');
      assert.equal((await widget.view()).orb, 'live');
      await widget.liveTracks('audio');
      await widget.harmless();
      if (name === 'firefox') await widget.keep('default-changed');
    });

    if (name === 'chromium') {
      // To the other engines it is silence like any other.
      test('switches the microphone off in the system: words once it lasts, and none any more when it is on again', async () => {
        const widget = await inCall();
        await microphones().mute('mine', true);
        const at = await widget.until(
          ({ microphone }) => microphone === 'muted',
          'the microphone to be muted',
        );
        assert.equal(at.title, 'listening', 'a short one is worth no words');
        const view = await widget.until(
          ({ title }) => title === 'microphone_switched_off',
          'the words about it',
        );
        assert.equal(view.orb, 'interrupted', 'nobody is heard now');
        assert.equal(view.actions[0], 'try_again');
        assert.match(await widget.title(), /\w{4}/);
        await widget.isNotHeard();
        await microphones().mute('mine', false);
        await widget.until(
          ({ title, microphone }) => title === 'listening' && microphone === 'live',
          'the words to go',
        );
        await widget.isHeard('after it was switched on');
        await widget.harmless();
        await widget.keep('switched-off-in-the-system');
      });
    }
  },
  { hardware: true, able },
);

inEveryEngine(
  'A visitor without a microphone, whom the browser has never asked',
  (scene) => {
    // Chromium tells of no device before its kind was allowed.
    test('plugs one in: the widget finds it by itself', async () => {
      const widget = await scene.open('voice', { microphone: 'prompt' });
      await widget.press('orb');
      await widget.until(({ title }) => title === 'no_microphone', 'the words about it');
      await scene.microphones().plug('mine');
      const view = await widget.until(({ title }) => title !== 'no_microphone', 'the microphone to be found');
      assert.ok(view.actions.includes('try_again'), String(view.actions));
      assert.equal(await widget.requests(), 1, 'no question comes without a press');
      await widget.harmless();
      await widget.keep('plugged-in-before-any-grant');
    });
  },
  { hardware: true, able: able.filter((name) => name === 'chromium') },
);

inEveryEngine(
  'A visitor whose microphone another program has taken',
  (scene, name) => {
    test('reads so where the browser can tell, and is heard once it is free', async () => {
      await scene.microphones().plug('mine');
      const widget = await scene.open(page(name), { microphone: 'granted' });
      const free = await scene.microphones().occupy('mine');
      await widget.press('orb');
      if (name === 'chromium') {
        const view = await widget.orb('blocked');
        assert.equal(view.title, 'microphone_busy');
        await free();
        await widget.press('try_again');
        await widget.orb('live');
        await widget.isHeard('once it was free');
      } else if (name === 'firefox') {
        await widget.orb('live'); // and everything else waits with the microphone, even the sound engine
        await widget.isNotHeard();
        await free();
        await widget.isHeard('once it was free');
      } else {
        await widget.until(({ title }) => title === 'cannot_hear_you', 'the words about silence');
        await free();
      }
      await widget.harmless();
      await widget.keep('taken-by-another-program');
    });
  },
  { hardware: true, able },
);
