// One part of the build is missing, late, not what was built, or forbidden. None of that costs more than the part.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { FAULTS } from './faults.js';
import { inEveryEngine } from './scene.js';

inEveryEngine('A visitor of a site where a file of Earshot is not as it should be', (scene) => {
  afterEach(() => {
    scene.mend(); // what still waits
    scene.mend(false);
  });

  /** @param {string} fault @param {string} file @param {'granted' | 'denied'} [microphone] */
  const open = (fault, file, microphone = 'granted') =>
    scene.open('faulty', { microphone, query: `?${fault}/${file}` });
  /** @param {import('./scene.js').Widget} widget */
  const hint = async (widget) => (await widget.page.texts('earshot-widget >>> [part~="hint"]')).join();

  for (const fault of FAULTS) {
    test(`the call itself (${fault}): the orb says so, or waits; once it can be had, the press leads to a call`, async () => {
      const widget = await open(fault, 'earshot-live.js');
      if (fault === 'slow') {
        await widget.press('orb');
        await widget.orb('opening');
        scene.mend();
      } else {
        await widget.page.until(
          'the orb to say that it did not load',
          () =>
            witness.widget()?.shadowRoot?.querySelector('.hint')?.textContent ===
            'This did not load. Press to try again.',
        );
        if (fault === 'forbidden') return; // by the page, for as long as it is open
        scene.mend();
        await widget.press('orb');
      }
      await widget.orb('live');
      await widget.liveTracks('audio');
    });

    test(`the chat (${fault}): the voice goes on, and who opens it reads how it is, has another way, and tries again`, async () => {
      const widget = await open(fault, 'earshot-chat.js');
      await widget.orb('idle');
      await widget.press('open_chat');
      const words =
        fault === 'slow' ? 'Connecting to the chat…' : 'The chat did not load. Press to try again.';
      await widget.page.until(
        'the words about the chat',
        (sentence) => witness.widget()?.shadowRoot?.querySelector('.hint')?.textContent === sentence,
        words,
      );
      assert.equal(await hint(widget), words);
      const ways = await widget.page.texts('earshot-widget >>> .bar [part~="link"]');
      assert.deepEqual(ways, fault === 'slow' ? [] : ['030 123456']);
      scene.mend();
      if (fault !== 'forbidden') {
        if (fault !== 'slow') await widget.press('orb');
        await widget.write('Hello');
      }
      await widget.press('back_to_voice');
      await widget.orb('live');
    });

    test(`the card (${fault}): what happened, and what to press, is beside the orb; once it can be had, it opens`, async () => {
      const widget = await open(fault, 'earshot-help.js', 'denied');
      await widget.orb('idle');
      await widget.press('orb');
      await widget.orb('blocked');
      await widget.page.until(
        'the words about it',
        (fails) => {
          const root = witness.widget()?.shadowRoot;
          const words = root?.querySelector('.hint')?.textContent ?? '';
          return (
            /microphone/i.test(words) &&
            words.endsWith('The steps did not load. Press to try again.') === fails
          );
        },
        fault !== 'slow',
      );
      const offered = (await widget.view()).actions;
      assert.ok(offered.includes('open_chat'), 'there is a way to text');
      for (const action of offered) assert.ok(action === 'orb' || (await widget.offers(action)), action);
      assert.deepEqual(await widget.page.texts('earshot-widget >>> .card'), []);
      scene.mend();
      if (fault === 'forbidden') return; // by the page, for as long as it is open
      if (fault !== 'slow') await widget.press('orb');
      await widget.readsEveryStep();
    });
  }
});
