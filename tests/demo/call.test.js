// The demo's calls in real browsers: what one end loses and gets back, the other end must see and hear.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { engines, openEngine } from '../browser/drivers/engine.js';
import { startDemo } from './demo-under-test.js';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
// Firefox offers no loopback address to a call unless told to, and this machine may have no other.
const prefs = {
  'media.peerconnection.ice.loopback': true,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
};

/** @typedef {Awaited<ReturnType<typeof openEngine>>} Engine */
/** @param {import('../browser/drivers/engine.js').EngineName} name @param {(engine: Engine, origin: string) => Promise<void>} run */
async function withDemo(name, run) {
  const demo = await startDemo({ dist });
  const engine = await openEngine(name, { prefs });
  try {
    await run(engine, demo.origin);
  } finally {
    await engine.close();
    await demo.stop();
  }
}

/** What its ✕ takes away, Firefox would ask for again. @type {Record<string, string>} */
const TAKEN_AWAY = {
  chromium: 'I can’t hear you: your microphone is blocked.',
  firefox: 'I can’t hear you: your browser wants to ask about the microphone first.',
};

/** @param {Engine} engine */
const farEnd = ({ page }) => ({
  line: (/** @type {string} */ words) =>
    page.until(
      `the line to say "${words}"`,
      (w) => document.querySelector('[data-line]')?.textContent === w,
      words,
    ),
  hears: () =>
    page.until('sound to arrive', () => Number(document.querySelector('[data-meter]')?.ariaValueNow) > 10),
  hearsNothing: () =>
    page.until('silence', () => document.querySelector('[data-meter]')?.ariaValueNow === '0'),
  sees: (/** @type {'on' | 'off'} */ picture) =>
    page.until(
      `the picture to be ${picture}`,
      (p) => {
        const screen = /** @type {HTMLVideoElement} */ (document.querySelector('[data-screen]'));
        return (
          screen.parentElement?.dataset.picture === p &&
          (p === 'off' || (screen.videoWidth > 0 && !screen.paused))
        );
      },
      picture,
    ),
  note: (/** @type {string} */ part) =>
    page.until(
      `a note with "${part}"`,
      (w) => document.querySelector('[data-note]')?.textContent?.includes(w),
      part,
    ),
  negotiations: () =>
    page.evaluate(
      () => /** @type {HTMLElement} */ (document.querySelector('[data-negotiations]'))?.dataset.negotiations,
    ),
});

for (const name of engines(['chromium'])) {
  test(`${name}: a video visit goes on without the camera, and without the microphone for a while`, async () => {
    await withDemo(name, async (engine, origin) => {
      const far = farEnd(engine);
      await engine.setPermission(origin, 'microphone', 'granted');
      await engine.setPermission(origin, 'camera', 'granted');
      await engine.page.goto(`${origin}/video.html`);
      await engine.page.press('earshot-widget >>> .orb');
      await far.line('Connected');
      await far.hears();
      await far.sees('on');

      await engine.revoke(origin, 'camera');
      await far.sees('off');
      await far.hears();

      await engine.revoke(origin, 'microphone');
      await far.note(TAKEN_AWAY[name] ?? '');
      await far.hearsNothing();
      await engine.setPermission(origin, 'microphone', 'granted');
      await far.hears();
      await far.line('Connected');
      assert.equal(await far.negotiations(), '1', 'nothing was negotiated again');

      await engine.page.press('earshot-widget >>> [data-action="end"]');
      await far.line('Nobody on the line');
    });
  });
}

for (const name of engines(['chromium', 'firefox'])) {
  test(`${name}: a voice call is muted by the visitor, loses its microphone, gets it back and is ended from the page's own buttons`, async () => {
    await withDemo(name, async (engine, origin) => {
      const far = farEnd(engine);
      await engine.setPermission(origin, 'microphone', 'granted');
      await engine.page.goto(`${origin}/`);
      await engine.page.press('[data-call]:enabled');
      await far.line('Connected');
      await far.hears();
      await engine.page.press('[data-mute]');
      await far.note('You are muted.');
      await far.hearsNothing();
      await engine.page.press('[data-mute]');
      await far.hears();

      await engine.revoke(origin, 'microphone');
      await far.note(TAKEN_AWAY[name] ?? '');
      await engine.setPermission(origin, 'microphone', 'granted');
      await far.hears();
      assert.equal(await far.negotiations(), '1');
      await engine.page.press('[data-action="end"]');
      await far.line('Nobody on the line');
    });
  });
}

for (const name of engines(['chromium'])) {
  test(`${name}: the practice says why it hears nothing before a call ever stood, and that it reads while the visitor writes`, async () => {
    await withDemo(name, async (engine, origin) => {
      const far = farEnd(engine);
      await engine.setPermission(origin, 'microphone', 'denied');
      await engine.page.goto(`${origin}/`);
      await engine.page.press('[data-call]:enabled');
      await far.note(
        'Mei Tanaka (reception): I can’t hear you: your microphone is blocked. You can write to me.',
      );
      await engine.page.press('earshot-widget >>> [data-action="open_chat"]');
      await far.note('I read what you write, and answer in the chat.');
    });
  });

  test(`${name}: a call's last words come from the chat that it went on in`, async () => {
    await withDemo(name, async (engine, origin) => {
      const far = farEnd(engine);
      await engine.setPermission(origin, 'microphone', 'granted');
      await engine.page.goto(`${origin}/`);
      await engine.page.press('[data-call]:enabled');
      await far.hears();
      await engine.page.press('earshot-widget >>> [data-action="open_chat"]');
      await far.line('Nobody on the line');
      await far.note('I read what you write, and answer in the chat.');
    });
  });
}

for (const name of engines(['chromium', 'firefox'])) {
  test(`${name}: call software of the page's own is guarded: cleared, watched, and given a fresh microphone`, async () => {
    await withDemo(name, async (engine, origin) => {
      const far = farEnd(engine);
      await engine.setPermission(origin, 'microphone', 'granted');
      await engine.page.goto(`${origin}/embed/guard.html`);
      await engine.page.press('earshot-widget >>> [data-orb=idle]');
      await far.hears();
      await engine.revoke(origin, 'microphone');
      await far.note(TAKEN_AWAY[name] ?? '');
      await far.hearsNothing();
      await engine.setPermission(origin, 'microphone', 'granted');
      await far.hears();
      const told = await engine.page.evaluate(() =>
        [...document.querySelectorAll('[data-told] strong')].map(({ textContent }) => textContent),
      );
      assert.ok(told.indexOf('earshot-cleared') < told.indexOf('earshot-track-replaced'), String(told));
      await engine.page.press('earshot-widget >>> [data-action="end"]');
      await far.line('Nobody on the line');
    });
  });
}

for (const name of engines(['webkitgtk'])) {
  test(`${name}: without peer connections the page says so, and shows the visitor's own microphone`, async () => {
    await withDemo(name, async (engine, origin) => {
      await engine.setPermission(origin, 'microphone', 'granted');
      await engine.page.goto(`${origin}/`);
      await engine.page.until('the kind words', () => document.querySelector('[data-no-call]:not([hidden])'));
      await engine.page.press('[data-call]:enabled');
      await farEnd(engine).hears();
    });
  });
}
