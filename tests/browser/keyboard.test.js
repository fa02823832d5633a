// Nothing but the keyboard: to the orb, through a denial, to the chat.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine('A visitor without a mouse', (scene) => {
  test('reaches the orb, reads about the block, and writes in the chat', async () => {
    const widget = await scene.open('voice', { microphone: 'denied' });
    await widget.orb('idle');
    /** @param {(focused: Awaited<ReturnType<typeof widget.page.focused>>) => boolean} wanted @param {string} what */
    const tabTo = async (wanted, what) => {
      /** @type {string[]} */
      const passed = [];
      for (let presses = 0; presses < 15; presses += 1) {
        const focused = await widget.page.focused();
        if (wanted(focused)) {
          assert.ok(focused.ring, `${what} shows that it has the focus`);
          assert.notEqual(focused.name, '', `${what} has a name`);
          return;
        }
        passed.push(`${focused.tag} ${focused.part} ${focused.action}`);
        await widget.page.key('Tab');
      }
      assert.fail(`Tab never reached ${what}: ${passed.join(', ')}`);
    };

    await tabTo(({ part }) => part.includes('orb'), 'the orb');
    await widget.page.key('Enter');
    await widget.orb('blocked');
    await tabTo(({ action }) => action === 'open_chat', 'the way to the chat');
    await widget.page.key('Space');
    await widget.orb('chatting');
    await tabTo(({ part }) => part.includes('input'), 'the field to write in');
    await widget.page.until('the chat to open', () =>
      witness.events.some(({ type, detail }) => type === 'earshot-chat' && detail.state === 'open'),
    );
    await widget.page.type('Only keys');
    await widget.page.key('Enter');
    await widget.reads('You wrote: Only keys');
    await widget.harmless();
  });
});
