// Pages whose scripts have changed the language, or what the browser offers. Whatever a page does: nobody is recorded but in a call that the
// visitor sees and can end, there are words and the chat, and the element that is removed stops everything.
//
// Each row is one of tests/pages/hostile-language/attacks.js, with what came of it before. `held`: the same as now, as a control.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';
/** @import { Widget } from './scene.js' */

/** What the page's own function throws at whoever calls it is the page's. @type {Record<string, RegExp>} */
const THROWN = { 'timers-throw': /by a script of the page/, 'events-throw': /by a script of the page/ };

/** There is a call. @type {Record<string, string>} */
const VOICE = {
  'array-tojson': 'no call: its facts were refused',
  'object-tojson': 'chat only',
  'object-tojson-throws': 'chat only',
  'string-tojson': 'held',
  'stringify-nothing': 'chat only',
  'stringify-throws': 'chat only',
  'every-refused': 'chat only',
  'every-answer': 'chat only',
  'every-function': 'a call that broke when it ended',
  'every-name': 'a page that hung',
  'every-get': 'held',
  'every-value': 'held',
  'every-getter': 'held',
  'every-option': 'held',
  'now-goes-back': 'held',
  'now-nan': 'held',
  'now-throws': 'a dead orb',
  'no-now': 'a dead orb',
  'date-throws': 'a dead orb',
  'date-replaced': 'a dead orb',
  'prototype-js': 'no call: its facts were refused',
  mootools: 'held',
  'enumerable-methods': 'held',
  'keys-of-parents': 'held',
  'frozen-language': 'held',
  'frozen-browser': 'held',
  'promise-bluebird': 'a dead orb',
  'promise-without-finally': 'a dead orb',
  'timers-clamped': 'held',
  'timers-throw': 'a removed element went on recording',
  'no-spare-time': 'a dead orb',
  'fetch-throws': 'chat only',
  'no-fetch': 'chat only',
  'fetch-plain': 'chat only',
  'fetch-text': 'held',
  'wasm-throws': 'held',
  'define-scoped': 'held',
  'shadow-closed': 'held',
  'no-sheets': 'no widget',
  'sheets-throw': 'no widget',
  'no-observers': 'a dead orb',
  'observers-throw': 'a dead orb',
  'listeners-wrapped': 'held',
  'events-throw': 'held',
  'abort-polyfill': 'a dead orb',
  'focus-throws': 'a dead orb',
  'navigator-throws': 'a dead orb',
  'navigator-odd': 'a dead orb',
  'media-queries-nothing': 'an orb that never got ready',
  'media-queries-throw': 'an orb that never got ready',
  'storage-throws': 'held',
  'policy-throws': 'an orb that never got ready',
  'audio-throws': 'an error fifteen times a second',
  'media-twice': 'a call without a live microphone',
  'media-label-throws': 'no call',
  'media-label-half': 'held',
  'tracks-say-nothing': 'no call',
  'tracks-cannot-be-removed': 'a call that broke when it ended',
  'stop-throws-once': 'a call that broke when it ended',
  'devices-undefined': 'unhandled rejections',
  'devices-plain': 'unhandled rejections',
  'devices-junk': 'unhandled rejections',
  'devices-half': 'held',
  'devices-throw': 'unhandled rejections',
  'devices-never': 'held',
  'permissions-plain': 'an unhandled rejection',
  'permissions-odd': 'unhandled rejections',
  'permissions-getter': 'unhandled rejections',
  'permissions-throw': 'held',
  'permissions-never': 'held',
  'markup-script': 'held',
  'markup-globals': 'held',
  'markup-frames': 'held',
  'markup-document': 'held',
};

/** No call can be had: the chat, and a line for the owner. @type {Record<string, [line: RegExp, before: string]>} */
const CHAT = {
  'parse-nothing': [/The core cannot run here/, 'held'],
  'no-json': [/The core cannot run here/, 'held'],
  'every-then': [/Object\.prototype\.then: a script of this page has added it/, 'a dead orb'],
};

/** The browser gives no microphone, or what nobody can hold: what the visitor reads. @type {Record<string, [title: RegExp, before: string]>} */
const WORDS = {
  'media-undefined': [/microphone_/, 'held'],
  'media-null': [/microphone_/, 'held'],
  'media-plain': [/microphone_/, 'held'],
  'media-junk': [/microphone_/, 'held'],
  'media-rejects-nothing': [/microphone_failed/, 'held'],
  'media-rejects-getter': [/microphone_failed/, 'held'],
  'media-rejects-proxy': [/microphone_failed/, 'held'],
  'media-rejects-half': [
    /microphone_(denied|blocked)|blocked_by_system/,
    'called busy: the text was refused',
  ],
  'media-throws': [/microphone_failed/, 'held'],
  'media-throws-nothing': [/microphone_failed/, 'held'],
  'media-proxy': [/microphone_/, 'held'],
  'media-17-tracks': [/microphone_|prompt_cancelled/, 'held'],
  'tracks-cannot-be-added': [/microphone_failed/, 'held'],
  'no-media-devices': [/not_supported/, 'a dead orb'],
};

inEveryEngine('On a page of a hostile language a visitor', (scene) => {
  /** @param {string} row */
  const open = (row) => scene.open('hostile-language', { microphone: 'granted', query: `?${row}` });
  /** @param {Widget} widget @param {'orb' | 'end'} action */
  const order = (widget, action) =>
    widget.page.evaluate((what) => void witness.widget().press(/** @type {any} */ (what)), action);

  /** @param {Widget} widget */
  async function removed(widget) {
    await widget.page.evaluate(() => {
      const element = witness.widget();
      element.parentNode?.removeChild(element);
    });
    await widget.liveTracks();
  }

  for (const [row, before] of Object.entries(VOICE))
    test(`has a call, and its end: ${row} (before: ${before})`, async () => {
      const widget = await open(row);
      // No hand of a test reaches into a closed shadow root; a visitor's does.
      await (row === 'shadow-closed' ? order(widget, 'orb') : widget.press('orb'));
      await widget.orb('live');
      await widget.liveTracks('audio');
      // Summed without that library's `reduce`. Firefox hears nothing where nothing can play.
      if (row === 'prototype-js' && scene.name !== 'firefox') await widget.hasSound();
      await order(widget, 'end');
      await widget.orb('ended');
      await widget.liveTracks();
      await order(widget, 'orb');
      await widget.orb('live');
      await widget.liveTracks('audio');
      await removed(widget);
      await widget.harmless(THROWN[row]);
    });

  for (const [row, [line, before]] of Object.entries(CHAT))
    test(`has the chat, and the owner a line: ${row} (before: ${before})`, async () => {
      const { page } = await open(row);
      // Nothing but plain values is asked for: where every object is a promise, no other arrives.
      await page.until('the chat alone', () => witness.widget()?.view.orb === 'chatting');
      await page.until(
        'the line for the owner',
        (all) => witness.lines.some((each) => new RegExp(all).test(each)),
        line.source,
      );
      await page.evaluate(() => void witness.widget().press('orb'));
      await page.until(
        'the field',
        () => (witness.widget().shadowRoot?.querySelector('textarea')?.getClientRects().length ?? 0) > 0,
      );
      assert.equal(await page.evaluate(() => witness.requests()), 0);
      await page.evaluate(() => void witness.widget().remove());
      assert.equal(await page.evaluate(() => witness.problems.join()), '');
    });

  for (const [row, [title, before]] of Object.entries(WORDS))
    test(`reads what is wrong, and has the chat: ${row} (before: ${before})`, async () => {
      const widget = await open(row);
      await widget.press('orb');
      const view = await widget.orb('blocked');
      assert.match(view.title, title);
      assert.ok(view.actions.includes('open_chat'));
      if (row !== 'media-proxy') await widget.liveTracks(); // what only a page's own object can stop is that page's
      await removed(widget);
      await widget.harmless();
    });

  // None of them was, before.
  for (const row of ['prototype-js', 'object-tojson', 'no-observers', 'observers-throw', 'date-throws'])
    test(`is answered in the chat: ${row}`, async () => {
      const widget = await open(row);
      await widget.orb('idle');
      await widget.chat('Is anybody there?');
      await widget.harmless();
    });

  // Before, the whole configuration was refused: there was no chat.
  test('reads a text that is cut in the middle of a character, and the owner a line about each', async () => {
    const widget = await open('half-a-character');
    await widget.orb('idle');
    await widget.page.until('the lines for the owner', () =>
      ['/company', '/texts/en', '/texts/en/label_widget'].every((path) =>
        witness.lines.some((line) => line.includes(`config ${path}: expected whole characters`)),
      ),
    );
    await widget.chat('Is this the practice?');
    await widget.harmless();
  });

  test('waits for a microphone that never comes, and can turn to the chat', async () => {
    const widget = await open('media-never');
    await widget.press('orb');
    await widget.until(({ orb }) => orb === 'opening' || orb === 'asking', 'the wait');
    await widget.chat('Nothing happens');
    await removed(widget);
    await widget.harmless();
  });
});
