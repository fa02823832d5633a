// Firefox over WebDriver BiDi, for the page, and Marionette, for what only the browser itself may do: site permissions
// and its own permission panel, which exists in headless mode too.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectBidi } from './bidi.js';
import { atMost, firstMatch, removeFolder, start, stop, temporaryFolder } from './children.js';
import { createPanelOnScreen, createSettings, createSitePanel } from './firefox-window.js';
import { handOn } from './hand.js';
import { connectMarionette } from './marionette.js';
import { inPageJson } from './in-page-json.js';
import { createPage } from './page.js';
import { program } from './programs.js';
import { read, until } from './until.js';
/** @import { EngineOptions, Kind, Permission } from './engine.js' */
/** @import { Display } from './display.js' */

const QUIET = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.chrome.site_icons': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.preonboarding.enabled': false,
  'browser.region.network.url': '',
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'browser.tabs.warnOnClose': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'marionette.port': 0,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'http://127.0.0.1:9/',
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.enabled': false,
  // Fake devices take part in prompts and in the site panel like real ones.
  'media.navigator.permission.fake': true,
  // A panel's buttons work at once; people get half a second against accidental clicks.
  'security.notification_enable_delay': 0,
  // Calls within one machine.
  'media.peerconnection.ice.loopback': true,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
};
const KEYS = { Tab: '\uE004', Enter: '\uE007', Space: ' ', Escape: '\uE00C' };
const SHIFT = '\uE008';

/** @param {EngineOptions} options */
export async function openFirefox({
  sound,
  devices = !sound,
  headless = true,
  display,
  prefs = {},
  hosts = [],
  fontSize,
}) {
  const profile = temporaryFolder();
  const all = {
    ...QUIET,
    'media.navigator.streams.fake': devices,
    'network.dns.localDomains': hosts.join(','),
    ...(display && { 'accessibility.force_disabled': -1 }),
    ...(fontSize && { 'font.size.variable.x-western': fontSize }),
    ...prefs,
  };
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(all)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  );
  const child = start(
    program('firefox'),
    [
      '--profile',
      profile,
      '--no-remote',
      '--new-instance',
      '--remote-debugging-port=0',
      '--marionette',
      '--remote-allow-system-access',
      '--width',
      '1200',
      '--height',
      '800',
      ...(headless ? ['--headless'] : []),
    ],
    {
      env: {
        ...process.env,
        MOZ_CRASHREPORTER_DISABLE: '1',
        ...display?.env,
        ...sound?.env,
        GTK_MODULES: '',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  await firstMatch(
    child,
    /** @type {import('node:stream').Readable} */ (child.stderr),
    /WebDriver BiDi listening on (ws:\S+)/,
  );
  const portFile = join(profile, 'MarionetteActivePort');
  const port = await until(() => (existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0), {
    what: 'the Marionette port',
  });
  const marionette = await connectMarionette(port);
  // Only a session that Marionette creates serves both protocols; these capabilities go in flat.
  const session = await marionette.send('WebDriver:NewSession', {
    webSocketUrl: true,
    acceptInsecureCerts: true,
    unhandledPromptBehavior: { default: 'ignore' },
  });
  const bidi = await connectBidi(session.capabilities.webSocketUrl);
  const { contexts } = await bidi.send('browsingContext.getTree', { maxDepth: 0 });
  const context = contexts[0].context;

  const page = drive(bidi, context, display);

  /** @param {string} origin @param {Kind} kind @param {Permission} state */
  const setPermission = (origin, kind, state) =>
    marionette.privileged(
      `
    const [origin, kind, state] = arguments;
    const principal = Services.scriptSecurityManager.createContentPrincipalFromOrigin(origin);
    const type = kind === 'notifications' ? 'desktop-notification' : kind;
    if (state === 'prompt') Services.perms.removeFromPrincipal(principal, type);
    else Services.perms.addFromPrincipal(principal, type, state === 'granted' ? Services.perms.ALLOW_ACTION : Services.perms.DENY_ACTION);
  `,
      origin,
      kind,
      state,
    );

  return {
    page,
    setPermission,
    // The row's X in the site panel: the only way in which a visitor stops live tracks, and it takes both kinds at once.
    /** @param {string} _origin @param {Kind} kind */
    revoke: (_origin, kind) => pressSitePanelX(marionette, kind),
    /** The switch in the browser's own sharing indicator. @param {boolean} on */
    mute: (on) =>
      marionette.privileged(
        `
      Services.ppmm.sharedData.set('WebRTC:GlobalMicrophoneMute', arguments[0]);
      Services.ppmm.sharedData.flush();
    `,
        on,
      ),
    /** Another tab comes to the front. Answers with it, and with the way back. */
    async anotherTab() {
      const { context: other } = await bidi.send('browsingContext.create', {
        type: 'tab',
        background: false,
      });
      return {
        page: drive(bidi, other, display),
        async back() {
          await bidi.send('browsingContext.close', { context: other });
          await bidi.send('browsingContext.activate', { context });
        },
      };
    },
    /** Another window comes to the front, as another program does. Answers with the way back. */
    async anotherWindow() {
      const { context: other } = await bidi.send('browsingContext.create', { type: 'window' });
      await bidi.send('browsingContext.activate', { context: other });
      return {
        async back() {
          await bidi.send('browsingContext.close', { context: other });
          await bidi.send('browsingContext.activate', { context });
        },
      };
    },
    prompt: display ? createPanelOnScreen(display) : createPanel(marionette),
    sitePanel: display && createSitePanel(display),
    settings: display && createSettings(display),
    async close() {
      await atMost(
        4000,
        marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {}),
      );
      await stop(child);
      marionette.close();
      bidi.close();
      removeFolder(profile);
    },
  };
}

/** @param {Awaited<ReturnType<typeof connectBidi>>} bidi @param {string} context @param {Display} [display]  With a screen,
 * mouse and keyboard are those of the screen. */
function drive(bidi, context, display) {
  /** Mouse and keyboard in one browsing context. @param {() => Promise<string> | string} where @returns {import('./page.js').Hand} */
  const handIn = (where) => {
    /** @param {Record<string, unknown>} source */
    const perform = async (source) =>
      bidi.send('input.performActions', { context: await where(), actions: [source] });
    /** @param {string[]} values */
    const press = (values) => [
      ...values.map((value) => ({ type: 'keyDown', value })),
      ...values.reverse().map((value) => ({ type: 'keyUp', value })),
    ];
    /** @param {Record<string, unknown>[]} actions */
    const mouse = (...actions) => perform({ type: 'pointer', id: 'mouse', actions });
    /** @param {Record<string, unknown>[]} actions */
    const keyboard = (...actions) => perform({ type: 'key', id: 'keyboard', actions });
    const [DOWN, UP] = [
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    return {
      clickAt: (x, y) => mouse({ type: 'pointerMove', x, y }, DOWN, UP),
      downAt: (x, y) => mouse({ type: 'pointerMove', x, y }, DOWN),
      up: () => mouse(UP),
      key: (key) => keyboard(...press(key === 'Shift+Tab' ? [SHIFT, KEYS.Tab] : [KEYS[key]])),
      keyDown: (key) => keyboard({ type: 'keyDown', value: KEYS[/** @type {'Tab'} */ (key)] }),
      keyUp: (key) => keyboard({ type: 'keyUp', value: KEYS[/** @type {'Tab'} */ (key)] }),
      type: (text) => keyboard(...[...text].flatMap((letter) => press([letter]))),
    };
  };

  /** @param {string} expression */
  async function run(expression) {
    const { type, result, exceptionDetails } = await bidi.send('script.evaluate', {
      expression: `(async () => (${inPageJson})(await (${expression})))()`,
      awaitPromise: true,
      target: { context },
    });
    if (type === 'exception') throw new Error(exceptionDetails.text);
    return result.type === 'string' ? JSON.parse(result.value) : undefined;
  }
  return createPage({
    goto: (url) => bidi.send('browsingContext.navigate', { context, url, wait: 'complete' }),
    run,
    hand: display ? handOn(display, () => run('[mozInnerScreenX, mozInnerScreenY]')) : handIn(() => context),
    // A frame of another site lives in another process, where the outer page's hand does not reach.
    handInFrame: handIn(
      async () =>
        (await bidi.send('browsingContext.getTree', { root: context })).contexts[0].children[0].context,
    ),
    async screenshot(file) {
      const { data } = await bidi.send('browsingContext.captureScreenshot', { context });
      writeFileSync(file, Buffer.from(data, 'base64'));
    },
  });
}

/** @param {Awaited<ReturnType<typeof connectMarionette>>} marionette @param {Kind} kind */
async function pressSitePanelX(marionette, kind) {
  /** @param {string} act @param {unknown[]} args */
  const inPanel = (act, ...args) =>
    marionette.privileged(
      `
    const window = Services.wm.getMostRecentWindow('navigator:browser');
    const panel = window.document.getElementById('permission-popup');
    ${act}
  `,
      ...args,
    );
  await inPanel("window.document.getElementById('identity-permission-box').click();");
  // A panel that is still opening ignores an order to close, and would then hide the next permission prompt.
  await until(() => inPanel("return panel?.state === 'open';"), { what: "Firefox's site panel" });
  await until(
    () =>
      inPanel(
        `
    const rows = [...panel.querySelectorAll('.permission-popup-permission-remove-button')];
    const row = rows.find((button) => button.parentNode.textContent.includes(arguments[0]));
    row?.click();
    return Boolean(row);
  `,
        `Use the ${kind}`,
      ),
    { what: `the ${kind} in Firefox's site panel` },
  );
  await inPanel('panel.hidePopup();');
  await until(() => inPanel("return panel.state === 'closed';"), { what: "Firefox's site panel to close" });
}

/** Firefox's permission panel. @param {Awaited<ReturnType<typeof connectMarionette>>} marionette */
function createPanel(marionette) {
  /** @param {string} act */
  const panel = (act) =>
    marionette.privileged(`
    const window = Services.wm.getMostRecentWindow('navigator:browser');
    const { panel } = window.PopupNotifications;
    const notification = panel.firstElementChild;
    if (panel.state !== 'open' || !['webRTC-shareDevices-notification', 'web-notifications-notification'].includes(notification?.id)) return null;
    ${act}
    return notification.id;
  `);
  const shown = () => until(() => panel(''), { what: "Firefox's permission panel" });
  /** @param {string} act */
  const answer = async (act) => {
    await until(() => panel(act), { what: "Firefox's permission panel" });
    await until(async () => !(await panel('')), { what: "Firefox's permission panel to close" });
  };
  /** @param {string} act */
  const refuse = async (act) => {
    await shown();
    await read();
    await answer(act);
  };
  return {
    shown,
    allow: () => answer('notification.button.click();'),
    deny: () => refuse('notification.secondaryButton.click();'),
    // The Escape key is the only way out of the panel without a choice, and it counts as "Block". The key goes to the
    // browser's window: the driver's own keys reach no further than the page.
    dismiss: () =>
      refuse(`
      const keyboard = Components.classes['@mozilla.org/text-input-processor;1'].createInstance(Components.interfaces.nsITextInputProcessor);
      keyboard.beginInputTransactionForTests(window);
      const escape = new window.KeyboardEvent('', { key: 'Escape', code: 'Escape', keyCode: 27 });
      keyboard.keydown(escape);
      keyboard.keyup(escape);
    `),
  };
}
