// One part of the build is missing, late, not what was built, or forbidden. None of that costs more than the part.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { FAULTS } from './faults.js';
import { inEveryEngine } from './scene.js';

/** As long as anything is waited for. */
const IN_TIME = 9000;

/** What the console says of a language, and what is to be done about it. @type {Record<string, string[]>} */
const SAID = {
  missing: ['answered 404', 'Upload the folder texts'],
  page: ['is not the file that this script was built with', 'Upload all files of one build together'],
  empty: ['is not the file that this script was built with', 'Upload all files of one build together'],
  tampered: ['is not the file that this script was built with', 'Upload all files of one build together'],
};
const UNREACHED = ['could not be reached', 'Serve it beside the script, and allow its host in connect-src'];

inEveryEngine('A visitor of a site where a file of Earshot is not as it should be', (scene) => {
  afterEach(() => {
    scene.mend(); // what still waits
    scene.mend(false);
  });

  /** @param {string} fault @param {string} file @param {'granted' | 'denied'} [microphone] */
  const open = (fault, file, microphone = 'granted') =>
    scene.open('faulty', { microphone, query: `?${fault}/${file}` });

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
      /** @param {string} words */
      const reads = (words) =>
        widget.page.until(
          'the words about the chat',
          (sentence) => witness.widget()?.shadowRoot?.querySelector('.hint')?.textContent === sentence,
          words,
        );
      const ways = () => widget.page.texts('earshot-widget >>> .bar [part~="link"]');
      if (fault === 'slow') {
        await reads('Connecting to the chat…');
        assert.deepEqual(await ways(), []);
        await widget.page.evaluate((ms) => witness.pass(ms), IN_TIME);
      }
      await reads('The chat did not load. Press to try again.');
      assert.deepEqual(await ways(), ['030 123456']);
      scene.mend();
      if (fault !== 'forbidden') {
        if (fault !== 'slow') await widget.press('orb');
        await widget.write('Hello');
      }
      await widget.press('back_to_voice');
      await widget.orb('live');
    });

    test(`what only a call wants (${fault}): the call goes on without it`, async () => {
      const widget = await open(fault, 'earshot-call.js');
      await widget.press('orb');
      await widget.orb('live');
      await widget.liveTracks('audio');
      await widget.press('mute');
      await widget.press('unmute');
      await widget.chat('Meanwhile');
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

    test(`the console's sentences (${fault}): nothing changes for the visitor, and one plain line names the verdict`, async () => {
      const widget = await open(fault, 'earshot-console.js', 'denied');
      await widget.orb('idle');
      await widget.press('orb');
      await widget.orb('blocked');
      if (fault === 'slow') await widget.page.evaluate((ms) => witness.pass(ms), IN_TIME);
      await widget.page.until('the plain line', () =>
        witness.lines.includes('[Earshot] microphone: blocked_for_site. (earshot-console is missing.)'),
      );
      // WebKit tells of the block after the refusal, which by itself is less.
      const plain = (await widget.page.evaluate(() => witness.lines)).filter((line) =>
        /earshot-console is missing/.test(line),
      );
      assert.match(
        plain.join('\n'),
        /^(\[Earshot\] microphone: denied\. \(earshot-console is missing\.\)\n)?.*$/,
      );
      await widget.chat('Meanwhile');
    });

    test(`the language (${fault}): it is English that is read, the call begins, and the console names file and fix`, async () => {
      const widget = await open(fault, 'texts/de.json');
      await widget.orb('idle');
      await widget.page.until(
        'English',
        () => witness.widget().shadowRoot?.querySelector('.hint')?.textContent === 'Press to talk with us.',
      );
      if (fault === 'slow') await widget.page.evaluate((ms) => witness.pass(ms), IN_TIME);
      const [what, fix] = SAID[fault] ?? UNREACHED;
      await widget.page.until(
        'the line in the console',
        (words) => witness.lines.some((line) => words.every((each) => line.includes(each))),
        ['/texts/de.json', String(what), String(fix)],
      );
      await widget.press('orb');
      await widget.orb('live');
      if (fault !== 'slow') return;
      scene.mend();
      await widget.page.until(
        'German',
        () =>
          witness.widget().shadowRoot?.querySelector('.hint')?.textContent ===
          'Ihr Mikrofon ist an. Sie können jetzt sprechen.',
      );
    });
  }

  // Firefox keeps a module that could not be had.
  for (const fault of ['missing', 'cut', 'page']) {
    test(`the call itself, as a module (${fault}): once it can be had, the press leads to a call`, async () => {
      const widget = await scene.open('faulty-module', {
        microphone: 'granted',
        query: `?${fault}/earshot-live.mjs`,
      });
      await widget.page.until(
        'the orb to say that it did not load',
        () =>
          witness.widget()?.shadowRoot?.querySelector('.hint')?.textContent ===
          'This did not load. Press to try again.',
      );
      scene.mend();
      await widget.press('orb');
      await widget.orb('live');
      await widget.liveTracks('audio');
    });
  }
});
