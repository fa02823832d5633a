// Firefox opens nothing, and asks nothing, for a page whose window is not in front.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine(
  'A visitor who lost the microphone, and has another window in front when it is allowed again',
  (scene) => {
    test('is told to come back to this one, and is heard as soon as they do', async () => {
      const widget = await scene.open('voice', { microphone: 'granted' });
      await widget.press('orb');
      await widget.orb('live');
      await scene.revoke('microphone');
      await widget.orb('interrupted');
      const engine = scene.engine();
      assert.ok('anotherWindow' in engine);
      const { back } = await engine.anotherWindow();
      await widget.page.until('the other window to be in front', () =>
        witness.widget().trace().includes('"visible":true,"focused":false'),
      );
      await scene.allow({ microphone: 'granted' });
      const view = await widget.until(
        ({ title }) => title === 'prompt_waits_for_focus',
        'the words about it',
      );
      assert.equal(view.pointer, '', 'there is nothing to point at');
      assert.match(await widget.title(), /\w{4}/);
      assert.deepEqual(await widget.live(), []);
      await back();
      await widget.orb('live');
      assert.equal(await widget.requests(), 2);
      await widget.harmless();
      await widget.keep('another-window-in-front');
    });
  },
  { able: ['firefox'] },
);
