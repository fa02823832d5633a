import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEnvironment, refine, watchEnvironment } from '../../js-glue/facts/environment.js';
import { FakeWindow, collector, settle } from './fakes.js';

// What the HTML standard fixes for each engine.
const ENGINES = {
  chromium: { vendor: 'Google Inc.', productSub: '20030107' },
  gecko: { vendor: '', productSub: '20100101' },
  webkit: { vendor: 'Apple Computer, Inc.', productSub: '20030107' },
};
const WIN = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const KIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K)';
const PIXEL = 'Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP2A.240805.005; wv)';
const TOUCH = { maxTouchPoints: 5 };

/** Real user agent strings, and what we make of them: browser version · system version · form · in which app.
 * @type {[keyof typeof ENGINES, string, string, Record<string, unknown>?][]} */
const TABLE = [
  // Desktop
  ['chromium', `${WIN} ${BLINK} Chrome/142.0.0.0 Safari/537.36`, 'chrome 142 · windows 10 · desktop · '],
  ['chromium', `${MAC} ${BLINK} Chrome/142.0.0.0 Safari/537.36`, 'chrome 142 · macos 0 · desktop · '],
  [
    'chromium',
    `Mozilla/5.0 (X11; Linux x86_64) ${BLINK} Chrome/142.0.0.0 Safari/537.36`,
    'chrome 142 · linux 0 · desktop · ',
  ],
  [
    'chromium',
    `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${BLINK} Chrome/141.0.0.0 Safari/537.36`,
    'chrome 141 · chromeos 0 · desktop · ',
  ],
  [
    'chromium',
    `Mozilla/5.0 (X11; Linux x86_64) ${BLINK} HeadlessChrome/156.0.8078.79 Safari/537.36`,
    'chrome 156 · linux 0 · desktop · ',
  ],
  [
    'chromium',
    `Mozilla/5.0 (Windows NT 6.1; Win64; x64) ${BLINK} Chrome/109.0.0.0 Safari/537.36`,
    'chrome 109 · windows 7 · desktop · ',
  ],
  [
    'chromium',
    `Mozilla/5.0 (Windows NT 6.3; Win64; x64) ${BLINK} Chrome/109.0.0.0 Safari/537.36`,
    'chrome 109 · windows 8 · desktop · ',
  ],
  [
    'chromium',
    `${WIN} ${BLINK} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`,
    'edge 142 · windows 10 · desktop · ',
  ],
  [
    'chromium',
    `${MAC} ${BLINK} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.3537.85`,
    'edge 141 · macos 0 · desktop · ',
  ],
  [
    'chromium',
    `${WIN} ${BLINK} Chrome/140.0.0.0 Safari/537.36 OPR/124.0.0.0`,
    'opera 124 · windows 10 · desktop · ',
  ],
  [
    'chromium',
    `${MAC} ${BLINK} Chrome/142.0.0.0 Safari/537.36`,
    'brave 142 · macos 0 · desktop · ',
    { brave: { isBrave() {} } },
  ],
  [
    'chromium',
    `Mozilla/5.0 (X11; Linux x86_64) ${BLINK} Chrome/91.0.4472.114 Safari/537.36 Vivaldi/4.0.2312.41`,
    'vivaldi 4 · linux 0 · desktop · ',
  ],
  [
    'chromium',
    `${WIN} ${BLINK} Chrome/142.0.0.0 Safari/537.36`,
    'vivaldi 142 · windows 10 · desktop · ',
    { userAgentData: { brands: [{ brand: 'Chromium' }, { brand: 'Vivaldi' }], mobile: false } },
  ],
  [
    'chromium',
    `${WIN} ${BLINK} Chrome/138.0.0.0 YaBrowser/25.8.0.0 Safari/537.36`,
    'other 25 · windows 10 · desktop · ',
  ],
  [
    'gecko',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0',
    'firefox 145 · windows 10 · desktop · ',
  ],
  [
    'gecko',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0',
    'firefox 145 · macos 0 · desktop · ',
  ],
  [
    'gecko',
    'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0',
    'firefox 153 · linux 0 · desktop · ',
  ],
  ['webkit', `${MAC} ${KIT} Version/18.6 Safari/605.1.15`, 'safari 18 · macos 0 · desktop · '],
  ['webkit', `${MAC} ${KIT} Version/26.1 Safari/605.1.15`, 'safari 26 · macos 0 · desktop · '],
  ['webkit', `${MAC} ${KIT} Version/17.6 Safari/605.1.15 Ddg/17.6`, 'other 17 · macos 0 · desktop · '],
  [
    'webkit',
    `Mozilla/5.0 (X11; Linux x86_64) ${KIT} Version/18.0 Safari/605.1.15`,
    'other 18 · linux 0 · desktop · ',
  ],
  [
    'webkit',
    `Mozilla/5.0 (X11; Linux x86_64) ${KIT} Version/17.0 Safari/605.1.15 Epiphany/605.1.15`,
    'other 605 · linux 0 · desktop · ',
  ],

  // iPhone and iPad: always WebKit
  [
    'webkit',
    `${IPHONE} ${KIT} Version/17.5 Mobile/15E148 Safari/604.1`,
    'safari 17 · ios 17 · mobile · ',
    TOUCH,
  ],
  [
    'webkit',
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${KIT} Version/26.0 Mobile/15E148 Safari/604.1`,
    'safari 26 · ios 26 · mobile · ',
    TOUCH,
  ],
  [
    'webkit',
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) ${KIT} Version/26.1 Mobile/15E148 Safari/604.1`,
    'safari 26 · ios 26 · mobile · ',
    TOUCH,
  ],
  ['webkit', `${MAC} ${KIT} Version/18.5 Safari/605.1.15`, 'safari 18 · ios 18 · tablet · ', TOUCH],
  [
    'webkit',
    `Mozilla/5.0 (iPad; CPU OS 12_5_7 like Mac OS X) ${KIT} Version/12.1.2 Mobile/15E148 Safari/604.1`,
    'safari 12 · ios 12 · tablet · ',
    TOUCH,
  ],
  [
    'webkit',
    `${IPHONE} ${KIT} CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1`,
    'chrome 126 · ios 17 · mobile · ',
    TOUCH,
  ],
  [
    'webkit',
    `${MAC} ${KIT} CriOS/141.0.7390.69 Version/26.0 Safari/605.1.15`,
    'chrome 141 · ios 26 · tablet · ',
    TOUCH,
  ],
  [
    'webkit',
    `${IPHONE} ${KIT} Version/17.0 EdgiOS/125.0.2535.60 Mobile/15E148 Safari/605.1.15`,
    'edge 125 · ios 17 · mobile · ',
    TOUCH,
  ],
  [
    'webkit',
    `${IPHONE} ${KIT} FxiOS/127.0 Mobile/15E148 Safari/605.1.15`,
    'firefox 127 · ios 17 · mobile · ',
    TOUCH,
  ],
  [
    'webkit',
    `${IPHONE} ${KIT} Version/17.5 Mobile/15E148 Safari/604.1 OPT/4.7.0`,
    'opera 4 · ios 17 · mobile · ',
    TOUCH,
  ],
  [
    'webkit',
    `${IPHONE} ${KIT} Version/17.5 Mobile/15E148 Safari/604.1`,
    'safari 17 · ios 17 · mobile · ',
    { ...TOUCH, standalone: true },
  ],
  [
    'webkit',
    `${IPHONE} ${KIT} Mobile/15E148`,
    'safari 17 · ios 17 · mobile · ',
    { ...TOUCH, standalone: true },
  ],

  // Android
  [
    'chromium',
    `${ANDROID} ${BLINK} Chrome/142.0.0.0 Mobile Safari/537.36`,
    'chrome 142 · android 0 · mobile · ',
    TOUCH,
  ],
  [
    'chromium',
    `${ANDROID} ${BLINK} Chrome/142.0.0.0 Safari/537.36`,
    'chrome 142 · android 0 · tablet · ',
    TOUCH,
  ],
  [
    'chromium',
    `Mozilla/5.0 (Linux; Android 9; SM-G960F) ${BLINK} Chrome/88.0.4324.93 Mobile Safari/537.36`,
    'chrome 88 · android 9 · mobile · ',
    TOUCH,
  ],
  [
    'chromium',
    `${ANDROID} ${BLINK} SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36`,
    'samsung 29 · android 0 · mobile · ',
    TOUCH,
  ],
  [
    'chromium',
    `${ANDROID} ${BLINK} Chrome/141.0.0.0 Mobile Safari/537.36 EdgA/141.0.0.0`,
    'edge 141 · android 0 · mobile · ',
    TOUCH,
  ],
  [
    'chromium',
    `${ANDROID} ${BLINK} Chrome/140.0.0.0 Mobile Safari/537.36 OPR/92.0.0.0`,
    'opera 92 · android 0 · mobile · ',
    TOUCH,
  ],
  [
    'gecko',
    'Mozilla/5.0 (Android 14; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0',
    'firefox 145 · android 14 · mobile · ',
    TOUCH,
  ],
  [
    'gecko',
    'Mozilla/5.0 (Android 13; Tablet; rv:145.0) Gecko/145.0 Firefox/145.0',
    'firefox 145 · android 13 · tablet · ',
    TOUCH,
  ],
  [
    'chromium',
    `Mozilla/5.0 (Linux; U; Android 13; en-US; M2101K6G) ${BLINK} Version/4.0 Chrome/100.0.4896.127 UCBrowser/13.4.0.1306 Mobile Safari/537.36`,
    'other 13 · android 13 · mobile · ',
    TOUCH,
  ],

  // Pages shown inside an app
  [
    'chromium',
    `${PIXEL} ${BLINK} Version/4.0 Chrome/127.0.6533.103 Mobile Safari/537.36`,
    'other 127 · android 14 · mobile · webview',
    TOUCH,
  ],
  ['webkit', `${IPHONE} ${KIT} Mobile/15E148`, 'other 0 · ios 17 · mobile · webview', TOUCH],
  [
    'webkit',
    `${IPHONE} ${KIT} Mobile/15E148 Instagram 332.0.7.28.100 (iPhone15,2; iOS 17_5_1; en_US; en; scale=3.00; 1179x2556; 603107254)`,
    'other 0 · ios 17 · mobile · Instagram',
    TOUCH,
  ],
  [
    'chromium',
    `${PIXEL} ${BLINK} Version/4.0 Chrome/127.0.6533.103 Mobile Safari/537.36 Instagram 344.0.0.33.95 Android (34/14; 420dpi; 1080x2176; Google/google; Pixel 8; shiba; shiba; en_US; 628416145)`,
    'other 127 · android 14 · mobile · Instagram',
    TOUCH,
  ],
  [
    'webkit',
    `${IPHONE} ${KIT} Mobile/21F90 [FBAN/FBIOS;FBAV/470.0.0.37.110;FBBV/610000000;FBDV/iPhone15,2;FBMD/iPhone;FBSN/iOS;FBSV/17.5.1;FBSS/3;FBID/phone;FBLC/en_US;FBOP/5;FBRV/0]`,
    'other 0 · ios 17 · mobile · Facebook',
    TOUCH,
  ],
  [
    'chromium',
    `${PIXEL} ${BLINK} Version/4.0 Chrome/127.0.6533.103 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/477.0.0.54.81;]`,
    'other 127 · android 14 · mobile · Facebook',
    TOUCH,
  ],
  [
    'chromium',
    `${PIXEL} ${BLINK} Version/4.0 Chrome/127.0.6533.103 Mobile Safari/537.36[FB_IAB/Orca-Android;FBAV/470.0.0.34.109;]`,
    'other 127 · android 14 · mobile · Messenger',
    TOUCH,
  ],
  [
    'webkit',
    `${IPHONE} ${KIT} Mobile/15E148 musical_ly_35.3.0 BytedanceWebview/d8a21c6 BytedanceLocale/en`,
    'other 0 · ios 17 · mobile · TikTok',
    TOUCH,
  ],
  [
    'chromium',
    `${PIXEL} ${BLINK} Version/4.0 Chrome/127.0.6533.103 Mobile Safari/537.36 trill_350304 JsSdk/1.0 NetType/WIFI BytedanceLocale/en`,
    'other 127 · android 14 · mobile · TikTok',
    TOUCH,
  ],
  ['webkit', `${IPHONE} ${KIT} Mobile/15E148 Safari Line/14.9.0`, 'other 0 · ios 17 · mobile · LINE', TOUCH],
  [
    'webkit',
    `${IPHONE} ${KIT} Mobile/15E148 MicroMessenger/8.0.49(0x1800312c) NetType/WIFI Language/en`,
    'other 0 · ios 17 · mobile · WeChat',
    TOUCH,
  ],
  [
    'webkit',
    `${IPHONE} ${KIT} GSA/322.0.640 Mobile/15E148 Safari/604.1`,
    'other 0 · ios 17 · mobile · Google',
    TOUCH,
  ],
  [
    'webkit',
    `${IPHONE} ${KIT} Mobile/15E148 [LinkedInApp]/9.29.5`,
    'other 0 · ios 17 · mobile · LinkedIn',
    TOUCH,
  ],
  [
    'chromium',
    `${MAC} ${BLINK} Slack/4.39.95 Chrome/126.0.6478.127 Electron/31.2.0 Safari/537.36`,
    'other 126 · macos 0 · desktop · Slack',
  ],
  [
    'chromium',
    `${WIN} ${BLINK} acme-desk/2.1.0 Chrome/128.0.6613.186 Electron/32.2.0 Safari/537.36`,
    'other 128 · windows 10 · desktop · Electron',
  ],
  // A disguise changes the string and not the engine; nor does it make a desktop browser a phone's.
  [
    'chromium',
    `${IPHONE} ${KIT} Version/17.5 Mobile/15E148 Safari/604.1`,
    'safari 17 · ios 17 · mobile · ',
    TOUCH,
  ],
  ['chromium', `${MAC} ${BLINK} Chrome/142.0.0.0 Safari/537.36`, 'chrome 142 · macos 0 · desktop · ', TOUCH],
  ['gecko', '', 'other 0 · other 0 · desktop · '],
];

/** @param {Record<string, unknown>} navigator @param {Record<string, unknown>} [more] */
function windowWith(navigator, more = {}) {
  const window = new FakeWindow();
  window.navigator = { maxTouchPoints: 0, ...navigator };
  return Object.assign(window, { isSecureContext: true, top: window }, more).real;
}

for (const [engine, userAgent, expected, more] of TABLE) {
  test(`${expected} ${more ? Object.keys(more) : ''}: ${userAgent.slice(0, 150)}`, () => {
    const seen = readEnvironment(windowWith({ ...ENGINES[engine], userAgent, ...more }));
    assert.equal(
      `${seen.browser} ${seen.version} · ${seen.os} ${seen.os_version} · ${seen.form} · ${seen.in_app}`,
      expected,
    );
    assert.equal(seen.engine, engine);
  });
}

test('more than forty real browsers are known', () => assert.ok(TABLE.length > 40));

test('what the page may do is asked of the page, and null where the browser cannot say', () => {
  const plain = readEnvironment(
    windowWith({ ...ENGINES.gecko, userAgent: '' }, { isSecureContext: false, top: {} }),
  );
  assert.deepEqual(
    [
      plain.secure,
      plain.media_devices,
      plain.top_level,
      plain.policy,
      plain.permissions_api,
      plain.recovery,
      plain.standalone,
    ],
    [false, false, false, { microphone: null, camera: null }, false, [], false],
  );

  const window = new FakeWindow();
  window.navigator = { ...ENGINES.chromium, userAgent: '', mediaDevices: {}, permissions: { query() {} } };
  Object.assign(window.document, {
    featurePolicy: { allowsFeature: (/** @type {string} */ name) => name === 'camera' },
  });
  Object.assign(window, {
    isSecureContext: true,
    top: window,
    HTMLUserMediaElement: 1,
    HTMLCameraElement: 1,
    matchMedia: () => ({ matches: true }),
  });
  const rich = readEnvironment(window.real);
  assert.deepEqual(
    [
      rich.secure,
      rich.media_devices,
      rich.top_level,
      rich.policy,
      rich.permissions_api,
      rich.recovery,
      rich.standalone,
    ],
    [true, true, true, { microphone: false, camera: true }, true, ['usermedia', 'camera'], true],
  );
});

test('an opaque origin and the Notification API are seen; without https there are no notifications', () => {
  const seen = (/** @type {Record<string, unknown>} */ more) => {
    const { opaque_origin, notifications } = readEnvironment(
      windowWith({ ...ENGINES.gecko, userAgent: '' }, more),
    );
    return [opaque_origin, notifications];
  };
  assert.deepEqual(seen({ origin: 'https://example.org' }), [false, false]);
  assert.deepEqual(seen({ origin: 'null', Notification: class {} }), [true, true]);
  assert.deepEqual(seen({ origin: 'http://example.org', Notification: class {}, isSecureContext: false }), [
    false,
    false,
  ]);
});

test('Telegram, which says nothing in its user agent, is known by its proxy', () => {
  const userAgent = `${IPHONE} ${KIT} Mobile/15E148`;
  assert.equal(
    readEnvironment(windowWith({ ...ENGINES.webkit, userAgent }, { TelegramWebviewProxy: {} })).in_app,
    'Telegram',
  );
});

test("what Chromium tells only when asked refines the system's version", () => {
  /** @param {string} userAgent */
  const known = (userAgent) => readEnvironment(windowWith({ ...ENGINES.chromium, userAgent }));
  const windows = known(`${WIN} ${BLINK} Chrome/142.0.0.0 Safari/537.36`);
  assert.equal(refine(windows, { platform: 'Windows', platformVersion: '15.0.0' }).os_version, 11);
  assert.equal(refine(windows, { platform: 'Windows', platformVersion: '10.0.0' }).os_version, 10);
  assert.equal(refine(windows, { platform: 'Windows', platformVersion: '0.1.0' }).os_version, 10);
  assert.equal(refine(windows, {}).os_version, 10);
  const phone = known(`${ANDROID} ${BLINK} Chrome/142.0.0.0 Mobile Safari/537.36`);
  assert.equal(refine(phone, { platform: 'Android', platformVersion: '15.0.0' }).os_version, 15);
  const mac = known(`${MAC} ${BLINK} Chrome/142.0.0.0 Safari/537.36`);
  assert.equal(refine(mac, { platform: 'macOS', platformVersion: '15.6.1' }).os_version, 15);
  assert.equal(refine(mac, { platform: 'Linux', platformVersion: '6.1.0' }).os_version, 0, 'a disguise');
});

test('the environment is told at once, and again only when more is known', async () => {
  const userAgent = `${WIN} ${BLINK} Chrome/142.0.0.0 Safari/537.36`;
  for (const [platformVersion, expected] of /** @type {[string, number[]][]} */ ([
    ['15.0.0', [10, 11]],
    ['10.0.0', [10]],
    ['', [10]],
  ])) {
    const { facts, dispatch } = collector();
    const userAgentData = { getHighEntropyValues: async () => ({ platform: 'Windows', platformVersion }) };
    void watchEnvironment(
      dispatch,
      new AbortController().signal,
      windowWith({ ...ENGINES.chromium, userAgent, userAgentData }),
    );
    assert.equal(facts.length, 1);
    await settle();
    assert.deepEqual(
      facts.map((fact) => /** @type {any} */ (fact).os_version),
      expected,
    );
  }
});

test('an emptied userAgentData, or one that refuses, costs nothing', async () => {
  for (const userAgentData of [
    {},
    { brands: [], getHighEntropyValues: () => Promise.reject(new Error('no')) },
  ]) {
    const { facts, dispatch } = collector();
    await watchEnvironment(
      dispatch,
      new AbortController().signal,
      windowWith({ ...ENGINES.chromium, userAgent: '', userAgentData }),
    );
    assert.equal(facts.length, 1);
  }
});

const CHROME = { ...ENGINES.chromium, userAgent: `${WIN} ${BLINK} Chrome/142.0.0.0 Safari/537.36` };

test('a program around the page is known by what it leaves in it, or by what it lacks', () => {
  const appOf = (/** @type {{}} */ navigator, /** @type {Record<string, unknown>} */ more = {}) => {
    const { in_app, browser } = readEnvironment(windowWith(navigator, more));
    return [in_app, browser];
  };
  assert.deepEqual(appOf(CHROME, { chrome: { webview: {} } }), ['WebView2', 'other']);
  assert.deepEqual(appOf(CHROME, { __TAURI_INTERNALS__: {} }), ['Tauri', 'other']);
  assert.deepEqual(appOf(CHROME, { obsstudio: {} }), ['OBS', 'other']);
  assert.deepEqual(appOf(CHROME, { chrome: { runtime: {} } }), ['', 'chrome']);
  const overlay = `${WIN} ${BLINK} Valve Steam GameOverlay/1709846872 Chrome/126.0.0.0 Safari/537.36`;
  assert.deepEqual(appOf({ ...ENGINES.chromium, userAgent: overlay }), ['Steam', 'other']);
  // WKWebView in a program for the Mac; a page in the Dock says no more, and is Safari's own.
  const mac = { ...ENGINES.webkit, userAgent: `${MAC} ${KIT}` };
  assert.deepEqual(appOf(mac), ['webview', 'other']);
  const installed = {
    matchMedia: (/** @type {string} */ query) => ({ matches: query.includes('standalone') }),
  };
  assert.equal(appOf(mac, installed)[0], '');
});

test('where the address bar is: not in a side panel, not in full screen', () => {
  const barOf = (/** @type {Record<string, unknown>} */ more) =>
    readEnvironment(windowWith(CHROME, more)).address_bar;
  const fullScreen = {
    matchMedia: (/** @type {string} */ query) => ({ matches: query.includes('fullscreen') }),
  };
  assert.equal(barOf({}), 'shown');
  assert.equal(barOf(fullScreen), 'full_screen');
  const mac = { ...ENGINES.chromium, userAgent: `${MAC} ${BLINK} Chrome/142.0.0.0 Safari/537.36` };
  assert.equal(readEnvironment(windowWith(mac, fullScreen)).address_bar, 'shown', 'there it stays');
  assert.equal(barOf({ location: { protocol: 'chrome-extension:' } }), 'none');
  const ancestorOrigins = ['https://shop.example', 'chrome-extension://abcdef'];
  assert.equal(barOf({ location: { protocol: 'https:', ancestorOrigins } }), 'none');
  assert.equal(
    barOf({ location: { protocol: 'https:', ancestorOrigins: ['https://shop.example'] } }),
    'shown',
  );
});

test('whoever leaves full screen has the address bar back', async () => {
  const { facts, dispatch } = collector();
  const query = Object.assign(new EventTarget(), { matches: true });
  const other = Object.assign(new EventTarget(), { matches: false });
  const matchMedia = (/** @type {string} */ text) => (text.includes('fullscreen') ? query : other);
  const over = new AbortController();
  await watchEnvironment(dispatch, over.signal, windowWith(CHROME, { matchMedia }));
  query.matches = false;
  query.dispatchEvent(new Event('change'));
  over.abort();
  query.dispatchEvent(new Event('change'));
  assert.deepEqual(
    facts.map((fact) => /** @type {any} */ (fact).address_bar),
    ['full_screen', 'shown'],
  );
});
