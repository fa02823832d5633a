// A real call within one page: does the far side hear the visitor, before and after the microphone was taken away?
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sleep, until } from './drivers/until.js';
import { inEveryEngine } from './scene.js';

inEveryEngine('The far side of a call', (scene) => {
  test('hears the visitor, silence while the microphone is gone, and the visitor again without renegotiation', async () => {
    const widget = await scene.open('call', { microphone: 'granted' });
    const heard = () => widget.page.evaluate(() => call.heard());
    /** @param {string} when */
    const hearsSomething = async (when) => {
      const before = await heard();
      await until(async () => (await heard()) > before, { what: `sound at the far side ${when}`, state: widget.story });
    };

    await widget.press('orb');
    await widget.orb('live');
    await widget.page.until('the call', () => call.state() === 'connected');
    await hearsSomething('at first');

    await scene.revoke('microphone');
    await widget.orb('interrupted');
    await until(async () => {
      const before = await heard();
      await sleep(400); // the time in which nothing may be heard; it is what is measured
      return (await heard()) === before;
    }, { what: 'silence at the far side' });

    await scene.allow({ microphone: 'granted' });
    await widget.orb('live');
    await hearsSomething('after the microphone was allowed again');
    assert.deepEqual(await widget.page.evaluate(() => ({ state: call.state(), negotiations: call.negotiations() })), { state: 'connected', negotiations: 1 });
    await widget.harmless();
  });
}, { able: ['chromium', 'firefox'] }); // Debian builds WebKitGTK without RTCPeerConnection
