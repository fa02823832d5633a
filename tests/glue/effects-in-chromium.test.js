// What only a real browser can show: its own recovery element under a real mouse, its clipboard, what it counts of tracks.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launchChromium } from '../widget/chromium.js';
import { serveRepository } from '../widget/serve.js';
/** @import { Browser, Page } from 'puppeteer-core' */

/** @type {Awaited<ReturnType<typeof serveRepository>>} */
let server;
/** @type {Browser} */
let browser;
/** @type {Page} */
let page;

before(async () => {
  server = await serveRepository();
  browser = await launchChromium(['--use-fake-device-for-media-stream']);
  page = await browser.newPage();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** A fresh page. @param {'granted' | 'denied'} setting  Of microphone and camera. */
async function open(setting) {
  const { origin } = new URL(server.gallery);
  const devtools = await browser.target().createCDPSession();
  for (const name of ['microphone', 'camera'])
    await devtools.send('Browser.setPermission', { origin, permission: { name }, setting });
  await page.goto(`${origin}/tests/glue/effects-page.html`);
  await page.waitForFunction(() => 'effects' in globalThis);
}

/** Chromium refuses presses of what has just appeared, and says so three times: of the style, the place and the age. */
const pressable = () => page.waitForFunction(() => effects.validated === 3, { timeout: 5000 });

/** @param {string} name */
async function show(name) {
  await page.evaluate((wanted) => effects.recovery.show(wanted), name);
  await pressable();
}

const press = async () => {
  const { x, y } = await page.evaluate(() => {
    const { left, top, width, height } = effects.root.firstElementChild.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.mouse.click(x, y);
};

/** @param {string} name */
async function told(name) {
  await page.waitForFunction(
    (wanted) => effects.facts.some((/** @type {any} */ { fact }) => fact === wanted),
    { timeout: 5000 },
    name,
  );
  return page.evaluate(() => effects.facts);
}

for (const [element, kinds] of /** @type {[string, string[]][]} */ ([
  ['microphone', ['microphone']],
  ['camera', ['camera']],
  ['usermedia', ['microphone', 'camera']],
])) {
  test(`<${element}> is pressed, and its tracks are held and closed under the number of the press`, async () => {
    await open('granted');
    await show(element);
    await press();
    assert.deepEqual(await told('recovery_streamed'), [
      { fact: 'pressed', action: 'recover' },
      { fact: 'recovery_streamed', request: 7, tracks: kinds.map((kind, n) => ({ kind, track: n + 1 })) },
    ]);
    const states = await page.evaluate((all) => {
      const tracks = effects.streams.stream().getTracks();
      effects.streams.close({ request: 7, kinds: all });
      return tracks.map((/** @type {MediaStreamTrack} */ { readyState }) => readyState);
    }, kinds);
    assert.deepEqual(
      states,
      kinds.map(() => 'ended'),
    );
    assert.equal(await page.evaluate(() => effects.streams.stream()), null);

    await page.evaluate(() => effects.facts.splice(0)); // a fresh node: once more
    await pressable();
    await press();
    await told('recovery_streamed');
  });
}

test('a closed question is told, and the same node is there to be pressed again', async () => {
  await open('denied');
  await show('microphone');
  await page.evaluate(() => (effects.first = effects.root.firstElementChild));
  await press();
  const { elapsed_ms, ...rest } = (await told('recovery_cancelled')).at(-1);
  assert.deepEqual(rest, { fact: 'recovery_cancelled', kind: 'microphone', request: 7 });
  assert.ok(elapsed_ms >= 0 && elapsed_ms < 10_000);
  assert.equal(await page.evaluate(() => effects.first === effects.root.firstElementChild), true);
});

test("a press that no hand made is an error of the browser's own, passed on in its words", async () => {
  await open('denied');
  await show('camera');
  await page.evaluate(() => effects.root.firstElementChild.click());
  const { message, ...rest } = (await told('recovery_failed')).at(-1);
  assert.deepEqual(rest, { fact: 'recovery_failed', kind: 'camera', request: 7, name: 'InvalidStateError' });
  assert.match(message, /user gesture/);
});

test('its fallback button takes no room where the element is known', async () => {
  await open('denied');
  await show('microphone');
  assert.equal(
    await page.evaluate(() => effects.root.querySelector('.fallback').getBoundingClientRect().width),
    0,
  );
});

for (const [where, takeAway] of /** @type {[string, () => void][]} */ ([
  ['with a clipboard', () => {}],
  [
    'where the page may not write to it, as in most frames',
    () => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    },
  ],
  [
    'without https, where there is none',
    () => Object.defineProperty(navigator, 'clipboard', { value: undefined }),
  ],
  [
    'where markup took the names of what that needs',
    () => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.body.insertAdjacentHTML(
        'beforeend',
        ['activeElement', 'body', 'createElement', 'execCommand']
          .map((name) => `<img name="${name}">`)
          .join(''),
      );
    },
  ],
])) {
  test(`a text is copied ${where}, and the focus stays where it was`, async () => {
    await open('denied');
    await page.evaluate(takeAway);
    await page.focus('#copy');
    await page.click('#copy');
    await page.waitForFunction(() => effects.copied.length === 1);
    assert.equal(await page.evaluate(() => document.querySelector(':focus')?.id), 'copy');
    assert.deepEqual(await page.evaluate(() => effects.copied), [true]);
    await page.focus('#paste');
    await page.keyboard.down('Control');
    await page.keyboard.press('KeyV');
    await page.keyboard.up('Control');
    assert.equal(
      await page.$eval('#paste', (area) => /** @type {HTMLTextAreaElement} */ (area).value),
      'chrome://settings',
    );
    assert.equal(await page.$$eval('textarea', (all) => all.length), 1);
  });
}

test('a camera whose preview was closed is not called still, and one that gives sound is not called starved', async () => {
  await open('granted');
  const told = await page.evaluate(async () => {
    const wait = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    const [microphone, camera] = [...stream.getAudioTracks(), ...stream.getVideoTracks()];
    const preview = document.createElement('video');
    preview.muted = true;
    preview.srcObject = stream;
    await preview.play();
    const life = new AbortController();
    /** @type {any[]} */
    const facts = [];
    const tell = (/** @type {any} */ fact) => void facts.push(fact);
    effects
      .createCameraMotion(tell, life.signal, {
        camera: () => ({ track: 2, media: camera }),
        visible: () => true,
      })
      .watch(true);
    effects
      .createLevel(tell, life.signal, {
        microphone: () => microphone,
        behindMute: () => {},
        setLevel() {},
        visible: () => true,
        sessionType: () => '',
      })
      .watch(true);
    await wait(2500);
    preview.srcObject = null;
    await wait(300);
    const { stats } = /** @type {any} */ (camera);
    const stood = stats.deliveredFrames;
    await wait(1000);
    const stands = stats.deliveredFrames === stood;
    await wait(7000);
    life.abort();
    stream.getTracks().forEach((track) => track.stop());
    return { stands, facts };
  });
  assert.equal(told.stands, true, 'Chromium has stopped counting');
  const frames = told.facts.filter(({ fact }) => fact === 'frames');
  assert.deepEqual([frames.length, frames[0].frames > 0], [1, true]);
  const levels = told.facts.filter(({ fact }) => fact === 'level');
  assert.ok(levels.length > 10 && levels.every((fact) => !('starved' in fact)));
});

test('a thousand changes of devices in a second are looked at four times', async () => {
  await open('granted');
  const asked = await page.evaluate(async () => {
    const { mediaDevices } = navigator;
    const enumerate = mediaDevices.enumerateDevices.bind(mediaDevices);
    let asked = 0;
    mediaDevices.enumerateDevices = () => ((asked += 1), enumerate());
    const life = new AbortController();
    effects.createDevices(() => {}, life.signal, { mediaDevices, microphone: () => null });
    const began = performance.now();
    for (let n = 0; n < 1000; n++) {
      mediaDevices.dispatchEvent(new Event('devicechange'));
      if (n % 10 === 0) await new Promise((done) => setTimeout(done, began + n - performance.now()));
    }
    life.abort();
    return asked;
  });
  assert.ok(asked > 1 && asked <= 4, `${asked}`);
});
