// Chromium over its DevTools protocol. Permissions are site settings, decided as a visitor decides them: DevTools' own
// permission overrides would hide the page's policy from it.
import puppeteer from 'puppeteer-core';
import { atMost, firstMatch, removeFolder, start, stop, temporaryFolder } from './children.js';
import { createPage } from './page.js';
import { program } from './programs.js';
import { until } from './until.js';
/** @import { EngineOptions, Kind, Permission } from './engine.js' */

const SETTING = { microphone: 'media-stream-mic', camera: 'media-stream-camera', notifications: 'notifications' };
const VALUE = { granted: 'allow', denied: 'block', prompt: 'ask' };
const KEYS = /** @type {const} */ ({ Tab: 'Tab', Enter: 'Enter', Space: 'Space', Escape: 'Escape' });

/** @param {EngineOptions} options */
export async function openChromium({ sound, devices = !sound, headless = true, display, flags = [], hosts = [] }) {
  const profile = temporaryFolder();
  const child = start(program('chromium'), [
    `--user-data-dir=${profile}`, '--remote-debugging-port=0', '--no-first-run', '--disable-gpu', '--disable-quic',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--password-store=basic', '--test-type',
    // Tests look at pages which other tabs may cover.
    '--disable-backgrounding-occluded-windows', '--disable-renderer-backgrounding',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(headless ? ['--headless=new', '--window-size=1200,800'] : ['--window-size=1200,800', '--window-position=0,0', '--force-renderer-accessibility']),
    ...(devices ? ['--use-fake-device-for-media-stream'] : []),
    ...(hosts.length ? [`--host-resolver-rules=${hosts.map((host) => `MAP ${host} 127.0.0.1`).join(', ')}`] : []),
    ...flags, 'about:blank',
  ], { env: { ...process.env, ...display?.env, ...sound?.env }, stdio: ['ignore', 'ignore', 'pipe'] });
  const stderr = /** @type {import('node:stream').Readable} */ (child.stderr);
  const browserWSEndpoint = await firstMatch(child, stderr, /DevTools listening on (ws:\S+)/);
  const browser = await puppeteer.connect({ browserWSEndpoint, defaultViewport: null, protocolTimeout: 30_000 });

  const [tab] = await browser.pages();
  // The settings page is opened first, and never again brought to the front, where it would hide the tab under test.
  const settings = await browser.newPage();
  await settings.goto('chrome://settings/content/siteDetails');
  await tab.bringToFront();
  const { page, devtools } = await drive(tab);

  /** @param {string} origin @param {Kind} kind @param {Permission} state */
  async function setPermission(origin, kind, state) {
    const order = `chrome.send('setOriginPermissions', [${JSON.stringify(origin)}, '${SETTING[kind]}', '${VALUE[state]}'])`;
    await settings.evaluate(order);
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
        page: (await drive(other)).page,
        async back() {
          await other.close();
          await tab.bringToFront();
        },
      };
    },
    /** The browser stops the page to save power, and lets it go on. @param {boolean} on */
    freeze: (on) => devtools.send('Page.setWebLifecycleState', { state: on ? 'frozen' : 'active' }),
    prompt: display && createBubble(display),
    async close() {
      // Closing politely can hang while a prompt is open.
      await atMost(3000, browser.close().catch(() => {}));
      await stop(child);
      removeFolder(profile);
    },
  };
}

/** @param {import('puppeteer-core').Page} tab */
async function drive(tab) {
  const devtools = await tab.createCDPSession();
  const page = createPage({
    goto: (url) => tab.goto(url, { waitUntil: 'load' }),
    // Not puppeteer's own evaluate: that one pretends to be a visitor's gesture.
    async run(expression) {
      const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    hand: {
      clickAt: (x, y) => tab.mouse.click(x, y),
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

/** Chromium's own permission bubble, answered with the mouse. @param {import('./display.js').Display} display */
function createBubble(display) {
  /** @typedef {import('./display.js').Widget} Widget */
  /** @param {Widget} widget */
  const isBubble = ({ showing, role, name }) => showing && role === 'alert' && name.includes('wants to: ');
  /** The bubble, and whatever else is called so. @param {string} name */
  const look = async (name) => {
    const widgets = await display.widgets(`wants to: |${name}`, 'chromium');
    return { bubble: widgets.find(isBubble), widgets };
  };
  const shown = () => until(async () => (await look('wants to: ')).bubble, { what: "Chromium's permission bubble", every: 100 });
  /** The bubble ignores its first moments, so that nobody answers it by accident: answer until it is gone.
   * @param {string} name @param {(bubble: Widget, widgets: Widget[]) => Promise<unknown>} act */
  async function answer(name, act) {
    let seen = false;
    await until(async () => {
      const { bubble, widgets } = await look(name);
      seen ||= Boolean(bubble);
      if (bubble) await act(bubble, widgets);
      return seen && !bubble;
    }, { what: "Chromium's permission bubble to come and to close", every: 250 });
  }
  /** @param {string} name */
  const press = (name) => answer(name, async ({ x, y, w, h }, widgets) => {
    const inside = (/** @type {Widget} */ it) => it.showing && it.x >= x && it.x < x + w && it.y >= y && it.y < y + h;
    const button = widgets.find((it) => new RegExp(name).test(it.name) && inside(it));
    if (button) await display.click(button.x + button.w / 2, button.y + button.h / 2);
  });
  return {
    shown,
    allow: () => press('^Allow( while visiting.*)?$'),
    deny: () => press('^(Never allow|Block)$'),
    dismiss: () => press('^Close$'),
    dismissByKey: () => answer('wants to: ', () => display.key('Escape')),
  };
}
