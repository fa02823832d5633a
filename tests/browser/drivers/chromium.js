// Chromium over its DevTools protocol. Permissions are site settings, decided as a visitor decides them: DevTools' own
// permission overrides would hide the page's policy from it.
import puppeteer from 'puppeteer-core';
import { certain } from '../../certain.js';
import { atMost, firstMatch, removeFolder, start, stop, temporaryFolder } from './children.js';
import { createBubble, createDialog, createSiteControls } from './chromium-window.js';
import { handOn } from './hand.js';
import { managed } from './managed.js';
import { createPage } from './page.js';
import { program } from './programs.js';
import { until } from './until.js';
/** @import { EngineOptions, Kind, Permission } from './engine.js' */
/** @import { Display } from './display.js' */

const SETTING = {
  microphone: 'media-stream-mic',
  camera: 'media-stream-camera',
  notifications: 'notifications',
};
const VALUE = { granted: 'allow', denied: 'block', prompt: 'ask' };
const KEYS = /** @type {const} */ ({ Tab: 'Tab', Enter: 'Enter', Space: 'Space', Escape: 'Escape' });
/** Where the page begins on the screen: the window has an edge at either side and below. */
const CORNER = `(({ screenX, screenY, outerWidth, outerHeight, innerWidth, innerHeight }) => {
  const edge = (outerWidth - innerWidth) / 2;
  return [screenX + edge, screenY + outerHeight - innerHeight - edge];
})(window)`;

/** How much of the window is not the page. */
const edges = () => outerHeight - innerHeight;

/** @param {EngineOptions} options */
export async function openChromium({
  sound,
  devices = !sound,
  headless = true,
  display,
  flags = [],
  policies,
  hosts = [],
  fontSize,
}) {
  const profile = temporaryFolder();
  const args = [
    `--user-data-dir=${profile}`,
    '--remote-debugging-port=0',
    '--no-first-run',
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--password-store=basic',
    '--test-type',
    // Tests look at pages which other tabs may cover.
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(headless
      ? ['--headless=new', '--window-size=1200,800']
      : ['--window-size=1200,800', '--window-position=0,0', '--force-renderer-accessibility']),
    ...(devices ? ['--use-fake-device-for-media-stream'] : []),
    ...(hosts.length
      ? [`--host-resolver-rules=${hosts.map((host) => `MAP ${host} 127.0.0.1`).join(', ')}`]
      : []),
    ...(fontSize ? [`--blink-settings=defaultFontSize=${fontSize}`] : []),
    ...flags,
    'about:blank',
  ];
  const rules = policies && temporaryFolder();
  const [command, all] = rules
    ? managed(program('chromium'), args, policies, rules)
    : [program('chromium'), args];
  const child = start(command, all, {
    env: { ...process.env, ...display?.env, ...sound?.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stderr = /** @type {import('node:stream').Readable} */ (child.stderr);
  const browserWSEndpoint = await firstMatch(child, stderr, /DevTools listening on (ws:\S+)/);
  const browser = await puppeteer.connect({
    browserWSEndpoint,
    defaultViewport: null,
    protocolTimeout: 30_000,
  });

  const tab = certain((await browser.pages())[0]);
  // The settings page is opened first, and never again brought to the front, where it would hide the tab under test.
  const settings = await browser.newPage();
  await settings.goto('chrome://settings/content/siteDetails');
  await tab.bringToFront();
  const { page, devtools } = await drive(tab, display);
  const bare = await page.evaluate(edges);

  /** @param {string} origin @param {Kind} kind @param {Permission} state */
  async function setPermission(origin, kind, state) {
    const order = `chrome.send('setOriginPermissions', [${JSON.stringify(origin)}, '${SETTING[kind]}', '${VALUE[state]}'])`;
    await settings.evaluate(order);
    // A bar above the page offers to load it again, and makes the page lower. A hand on the screen rests where it was; one that
    // knows only the page would miss what it aims at in this moment.
    if (
      !display &&
      (await page.evaluate(
        (site) => location.origin === site && document.visibilityState === 'visible',
        origin,
      ))
    ) {
      await until(async () => (await page.evaluate(edges)) > bare, {
        what: "Chromium's bar above the page",
        every: 20,
      });
    }
  }

  return {
    page,
    devtools,
    setPermission,
    // Blocking a site setting ends its tracks at once.
    /** @param {string} origin @param {Kind} kind */
    revoke: (origin, kind) => setPermission(origin, kind, 'denied'),
    /** Another tab comes to the front. Answers with it, and with the way back. */
    async anotherTab() {
      const other = await browser.newPage();
      await other.bringToFront();
      return {
        page: (await drive(other, display)).page,
        async back() {
          await other.close();
          await tab.bringToFront();
        },
      };
    },
    /** The browser stops the page to save power, and lets it go on. @param {boolean} on */
    freeze: (on) => devtools.send('Page.setWebLifecycleState', { state: on ? 'frozen' : 'active' }),
    prompt: display && createBubble(display),
    dialog: display && createDialog(display),
    siteControls: display && createSiteControls(display),
    async close() {
      // Closing politely can hang while a prompt is open.
      await atMost(
        3000,
        browser.close().catch(() => {}),
      );
      await stop(child);
      removeFolder(profile);
      if (rules) removeFolder(rules);
    },
  };
}

/** @param {import('puppeteer-core').Page} tab @param {Display} [display]  With a screen, mouse and keyboard are those of the screen. */
async function drive(tab, display) {
  const devtools = await tab.createCDPSession();
  /** Not puppeteer's own evaluate: that one pretends to be a visitor's gesture. @param {string} expression */
  async function run(expression) {
    const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
  let [restingX, restingY] = [0, 0];
  const page = createPage({
    goto: (url) => tab.goto(url, { waitUntil: 'load' }),
    run,
    hand: display
      ? handOn(display, () => run(CORNER))
      : {
          clickAt: (x, y) => tab.mouse.click(x, y),
          async downAt(x, y) {
            await tab.mouse.move(x, y);
            await tab.mouse.down();
            const [left, top] = await run(CORNER);
            [restingX, restingY] = [left + x, top + y];
          },
          // A hand rests on the screen: a bar of the browser's may have moved the page under it.
          async up() {
            const [left, top] = await run(CORNER);
            await tab.mouse.move(restingX - left, restingY - top);
            await tab.mouse.up();
          },
          keyDown: (key) => tab.keyboard.down(KEYS[/** @type {'Tab'} */ (key)]),
          keyUp: (key) => tab.keyboard.up(KEYS[/** @type {'Tab'} */ (key)]),
          async key(key) {
            if (key !== 'Shift+Tab') return tab.keyboard.press(KEYS[key]);
            await tab.keyboard.down('Shift');
            await tab.keyboard.press('Tab');
            await tab.keyboard.up('Shift');
          },
          type: (text) => tab.keyboard.type(text),
        },
    screenshot: (file) => tab.screenshot({ path: /** @type {`${string}.png`} */ (file) }),
  });
  return { page, devtools };
}
