// How long a press, a loss and a way back take in a page with Earshot; the way back next to a page that calls getUserMedia itself.
import { setTimeout as pause } from 'node:timers/promises';
import { certain } from '../../certain.js';
/** @import { Browser, Page } from 'puppeteer-core' */

const LOSSES = 3; // in one visit
const SETTLES_MS = 500;
const PATIENCE_MS = 15_000;

/** `sameTask`: the press and the call of getUserMedia. `call`: ms from one to the other. `frames`: from the first event of each loss to words
 * about it. `sound`, `bare`: ms from the news that it is allowed again to the first samples, with Earshot and without.
 * @typedef {{ sameTask: boolean, call: number, frames: number[], sound: number[], bare: number[] }} Latency */

/** What stands in the page before anything else. @typedef {{ press: { sameTask: boolean, ms: number } | null, frames: number, sound: number,
 *   calls: (track: MediaStreamTrack) => void, expectLoss: (words: () => boolean) => void }} Seen */
/** @typedef {typeof globalThis & { seen: Seen, MediaStreamTrackProcessor: new (how: { track: MediaStreamTrack }) => { readable: ReadableStream<{ close(): void }> } }} Witness */

function watch() {
  const page = /** @type {Witness} */ (globalThis);
  let [pressedAt, grantedAt] = [0, 0];
  let sameTask = false;
  /** @type {(() => boolean) | null} */
  let words = null;

  addEventListener(
    'click',
    () => {
      pressedAt = performance.now();
      sameTask = true;
      const nextTask = new MessageChannel();
      nextTask.port1.onmessage = () => void (sameTask = false);
      nextTask.port2.postMessage(0);
    },
    { capture: true },
  );
  const { getUserMedia } = MediaDevices.prototype;
  MediaDevices.prototype.getUserMedia = function (constraints) {
    page.seen.press ??= { sameTask, ms: performance.now() - pressedAt };
    return getUserMedia.call(this, constraints);
  };

  /** A loss has begun: counts frames until words about it stand there. */
  function lost() {
    const stand = words;
    words = null;
    if (!stand) return;
    let frames = 0;
    requestAnimationFrame(function look() {
      frames += 1;
      if (stand()) page.seen.frames = frames;
      else requestAnimationFrame(look);
    });
  }
  /** The news of a permission, by whichever status it comes first. @this {PermissionStatus} */
  function news() {
    if (this.state === 'denied') lost();
    if (this.state === 'granted' && !grantedAt) grantedAt = performance.now();
  }
  // Noted before the page itself hears of it.
  const { addEventListener: listen } = EventTarget.prototype;
  PermissionStatus.prototype.addEventListener = /** @type {any} */ (
    /** @this {PermissionStatus} @param {[any, any]} how */
    function (...how) {
      listen.call(this, 'change', /** @type {any} */ (news));
      listen.apply(this, how);
    }
  );

  page.seen = {
    press: null,
    frames: 0,
    sound: 0,
    calls(track) {
      track.addEventListener('ended', lost);
      if (!grantedAt) return; // the first of the visit
      const reader = new page.MediaStreamTrackProcessor({ track }).readable.getReader();
      reader.read().then(({ value }) => {
        page.seen.sound = performance.now() - grantedAt;
        value?.close();
        void reader.cancel();
      });
    },
    expectLoss(stand) {
      Object.assign(page.seen, { frames: 0, sound: 0 });
      grantedAt = 0;
      words = stand;
    },
  };
  document.addEventListener('earshot-stream', (event) =>
    page.seen.calls(certainly(/** @type {CustomEvent} */ (event).detail.stream.getAudioTracks()[0])),
  );
  document.addEventListener('earshot-track-replaced', (event) => {
    const { track } = /** @type {CustomEvent} */ (event).detail;
    if (track) page.seen.calls(track);
  });
  const certainly = (/** @type {MediaStreamTrack | undefined} */ track) => {
    if (!track) throw new Error('a stream without sound');
    return track;
  };
}

/** Earshot says on the page that the microphone is gone. */
function expectWords() {
  const { seen } = /** @type {Witness} */ (globalThis);
  seen.expectLoss(() => {
    const root = document.querySelector('earshot-widget')?.shadowRoot;
    const isRead = (/** @type {Element} */ title) => {
      for (let at = /** @type {Element | null} */ (title); at; at = at.parentElement)
        if (Number(getComputedStyle(at).opacity) < 0.9) return false;
      return title.getBoundingClientRect().width > 0 && /\w{4}/.test(title.textContent ?? '');
    };
    const read = [...(root?.querySelectorAll('[part~="title"]') ?? [])].some(isRead);
    return read && Boolean(root?.querySelector('[data-orb="interrupted"]'));
  });
}

function expectAnything() {
  /** @type {Witness} */ (globalThis).seen.expectLoss(() => true);
}

/** A page that opens its microphone itself, as soon as it may. */
async function openItself() {
  const { seen } = /** @type {Witness} */ (globalThis);
  const open = async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    Object.assign(globalThis, { stream });
    const [track] = stream.getAudioTracks();
    if (track) seen.calls(track);
  };
  const status = await navigator.permissions.query({ name: /** @type {PermissionName} */ ('microphone') });
  Object.assign(globalThis, { status }); // one that is collected tells of nothing
  status.addEventListener('change', () => {
    if (status.state === 'granted') void open();
  });
  await open();
}

/** @param {Page} page @param {string} what @param {() => unknown} seen */
async function until(page, what, seen) {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(20))
    if (await page.evaluate(seen)) return;
  throw new Error(`tests/bench/pages/latency.mjs: waited ${PATIENCE_MS / 1000} s in vain for ${what}`);
}
const hasSound = () => /** @type {Witness} */ (globalThis).seen.sound > 0;
const isReady = () => {
  const widget = /** @type {any} */ (document.querySelector('earshot-widget'));
  return Boolean(widget?.trace()) && Boolean(widget.shadowRoot.querySelector('[data-orb="idle"]'));
};
const isLive = () => document.querySelector('earshot-widget')?.shadowRoot?.querySelector('[data-orb="live"]');

/** @param {Browser} browser @param {string} origin @returns {Promise<Latency>} */
export async function latencyOf(browser, origin) {
  // Blocking a site in the settings ends its tracks; what DevTools overrides does not.
  const settings = await browser.newPage();
  await settings.goto('chrome://settings/content/siteDetails');
  /** @param {'allow' | 'block' | 'default'} to */
  const set = (to) =>
    settings.evaluate(
      `chrome.send('setOriginPermissions', [${JSON.stringify(origin)}, 'media-stream-mic', '${to}'])`,
    );
  /** One page at a time: another one of the site would open the microphone, too. @param {string} id @param {(page: Page) => Promise<void>} act */
  async function visit(id, act) {
    await set('allow');
    const page = await browser.newPage();
    try {
      await page.evaluateOnNewDocument(watch);
      await page.goto(`${origin}/${id}.html`, { waitUntil: 'load' });
      await act(page);
    } finally {
      await page.close();
    }
  }
  /** The microphone is taken away, and given back. @param {Page} page @param {() => void} expect */
  async function lose(page, expect) {
    await pause(SETTLES_MS);
    await page.evaluate(expect);
    await set('block');
    await until(page, 'the loss', () => /** @type {Witness} */ (globalThis).seen.frames);
    await pause(SETTLES_MS);
    await set('allow');
    await until(page, 'sound', hasSound);
    return page.evaluate(() => {
      const { frames, sound } = /** @type {Witness} */ (globalThis).seen;
      return { frames, sound };
    });
  }
  /** @type {Latency} */
  const found = { sameTask: false, call: 0, frames: [], sound: [], bare: [] };
  try {
    await visit('earshot', async (page) => {
      await until(page, 'the core', isReady);
      const orb = await page.$('earshot-widget >>> [part~="orb"]');
      await certain(orb, 'the orb').click();
      await until(page, 'a call', isLive);
      const press = await page.evaluate(() => /** @type {Witness} */ (globalThis).seen.press);
      const { sameTask, ms } = certain(press, 'a press that led to getUserMedia');
      Object.assign(found, { sameTask, call: ms });
      for (let loss = 0; loss < LOSSES; loss += 1) {
        const { frames, sound } = await lose(page, expectWords);
        found.frames.push(frames);
        found.sound.push(sound);
        await until(page, 'the call', isLive);
      }
    });
    await visit('empty', async (page) => {
      await page.evaluate(openItself);
      for (let loss = 0; loss < LOSSES; loss += 1) found.bare.push((await lose(page, expectAnything)).sound);
    });
    return found;
  } finally {
    await set('default');
    await settings.close();
  }
}
