// A real call within one page: does the far end hear the visitor, before and after the microphone was taken away?
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine(
  'The far end of a call',
  (scene, name) => {
    test('hears the visitor, silence while the microphone is gone, and the visitor again without renegotiation', async () => {
      const widget = await scene.open('call', { microphone: 'granted' });
      await widget.press('orb');
      await widget.orb('live');
      await widget.page.until('the call', () => call.state() === 'connected');
      await widget.isHeard('at first');

      await scene.revoke('microphone');
      await widget.orb('interrupted');
      await widget.isNotHeard();
      const told = await widget.page.evaluate(() => witness.widget().message);
      assert.deepEqual(
        [told?.state, told?.heard, told?.microphone.state],
        ['interrupted', false, 'lost'],
        'what the far end can be told',
      );
      assert.match(String(told?.microphone.cause), name === 'chromium' ? /^revoked$/ : /^reset$/);

      await scene.allow({ microphone: 'granted' });
      await widget.orb('live');
      await widget.isHeard('after the microphone was allowed again');
      assert.equal(await widget.page.evaluate(() => witness.widget().message?.heard), true);
      assert.deepEqual(
        await widget.page.evaluate(() => ({ state: call.state(), negotiations: call.negotiations() })),
        { state: 'connected', negotiations: 1 },
      );
      await widget.harmless();
    });
  },
  { able: ['chromium', 'firefox'] },
); // Debian builds WebKitGTK without RTCPeerConnection
