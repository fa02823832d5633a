// The demo's calls in real browsers: what one end loses and gets back, the other end must see and hear.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { engines, openEngine } from '../browser/drivers/engine.js';
import { startDemo } from './demo-under-test.js';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
// Firefox offers no loopback address to a call unless told to, and this machine may have no other.
const prefs = { 'media.peerconnection.ice.loopback': true, 'media.peerconnection.ice.obfuscate_host_addresses': false };

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

/** @param {Engine} engine */
const farSide = ({ page }) => ({
  line: (/** @type {string} */ words) => page.until(`the line to say "${words}"`, (w) => document.querySelector('[data-line]')?.textContent === w, words),
  hears: () => page.until('sound to arrive', () => Number(document.querySelector('[data-meter]')?.ariaValueNow) > 10),
  hearsNothing: () => page.until('silence', () => document.querySelector('[data-meter]')?.ariaValueNow === '0'),
  sees: (/** @type {'on' | 'off'} */ picture) =>
    page.until(`the picture to be ${picture}`, (p) => {
      const screen = /** @type {HTMLVideoElement} */ (document.querySelector('[data-screen]'));
      return screen.parentElement?.dataset.picture === p && (p === 'off' || (screen.videoWidth > 0 && !screen.paused));
    }, picture),
  note: (/** @type {string} */ part) => page.until(`a note with "${part}"`, (w) => document.querySelector('[data-note]')?.textContent?.includes(w), part),
  negotiations: () => page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('[data-negotiations]'))?.dataset.negotiations),
});

for (const name of engines(['chromium'])) {
  test(`${name}: a video visit goes on without the camera, and without the microphone for a while`, async () => {
    await withDemo(name, async (engine, origin) => {
      const far = farSide(engine);
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
      await far.note('I can’t hear you: your microphone is blocked.');
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
      const far = farSide(engine);
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
      await far.note('I can’t hear you: your microphone is blocked.');
      await engine.setPermission(origin, 'microphone', 'granted');
      await far.hears();
      assert.equal(await far.negotiations(), '1');
      await engine.page.press('[data-action="end"]');
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
      await farSide(engine).hears();
    });
  });
}
