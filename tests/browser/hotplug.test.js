// Real microphones of a sound server: pulled out in the middle of a call, plugged back, exchanged for another.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { until } from './drivers/until.js';
import { inEveryEngine } from './scene.js';
/** @import { EngineName } from './drivers/engine.js' */

/** What the far side hears can be asked where a page may call. @param {EngineName} name */
const page = (name) => (name === 'webkitgtk' ? 'voice' : 'call');

inEveryEngine('A visitor in a call', (scene, name) => {
  const microphones = () => scene.microphones();
  const far = name !== 'webkitgtk'; // Debian builds WebKitGTK without RTCPeerConnection

  beforeEach(async () => {
    if (microphones().has('other')) await microphones().unplug('other');
    if (!microphones().has('mine')) await microphones().plug('mine');
  });

  async function inCall() {
    const widget = await scene.open(page(name), { microphone: 'granted' });
    await widget.press('orb');
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

  test('pulls the microphone out while another one is there, and is heard through that one', async () => {
    await microphones().plug('other');
    const widget = await inCall();
    const looks = () => widget.page.evaluate(() => witness.widget().trace().split('"devices_read"').length);
    const before = await looks();
    await microphones().unplug('mine');
    // Firefox ends the track, and a new one comes; in Chromium and WebKit the same track goes on.
    await until(async () => (await looks()) > before, { what: 'the browser to miss the microphone', state: widget.story });
    await widget.orb('live');
    if (far) await widget.isHeard('through the other microphone');
    await widget.liveTracks('audio');
    await widget.harmless();
    await widget.keep('unplugged-for-another');
  });
}, { hardware: true });
