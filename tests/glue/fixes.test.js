// What the owner of a site reads in the console: the very line to write, made of the page that it is about.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assetUrl } from '../../js-glue/assets.js';
import { CAUSES, adviceOn, fixOf } from '../../js-glue/owner/causes.js';
import { coreFixOf } from '../../js-glue/owner/core.js';
import { siteOf } from '../../js-glue/owner/site.js';
/** @import { Cause } from '../../js-glue/words.js' */

/** @param {{ href?: string, around?: string[], framed?: boolean, media?: string[], session?: string }} page */
function siteAt({
  href = 'https://voice.example/call?token=secret',
  around = [],
  framed = around.length > 0,
  media = ['microphone'],
  session,
}) {
  const { protocol, origin, host, pathname } = new URL(href);
  const window = {
    location: { protocol, origin, host, pathname, ancestorOrigins: around },
    navigator: { audioSession: session && { type: session } },
    top: /** @type {unknown} */ (null),
  };
  window.top = framed ? {} : window;
  return siteOf(/** @type {Window} */ (/** @type {unknown} */ (window)), /** @type {any} */ ({ media }));
}

/** @type {[string, Cause, Parameters<typeof siteAt>[0], string[]][]} */
const CASES = [
  [
    'a frame that another site shows: its tag, and the header of the page around it',
    'frame_not_delegated',
    { around: ['https://shop.example'], media: ['microphone', 'camera'] },
    [
      '<iframe src="https://voice.example/call" allow="microphone; camera"></iframe>',
      'Permissions-Policy: microphone=(self "https://voice.example"), camera=(self "https://voice.example")   ← only if https://shop.example sends such a header',
    ],
  ],
  [
    'a frame in a frame, in a browser that does tell',
    'frame_not_delegated',
    { around: ['https://a.example', 'https://b.example'] },
    [
      '<iframe src="https://voice.example/call" allow="microphone"></iframe>',
      '… and the same allow in each of the 2 frames around it',
      'Permissions-Policy: microphone=(self "https://voice.example")   ← only if https://a.example sends such a header',
    ],
  ],
  [
    'a frame of the same site',
    'frame_not_delegated',
    { around: ['https://voice.example'] },
    ['<iframe src="https://voice.example/call" allow="microphone"></iframe>'],
  ],
  [
    'a frame in Firefox, which does not tell what is around',
    'frame_not_delegated',
    { framed: true },
    [
      '<iframe src="https://voice.example/call" allow="microphone"></iframe>',
      'Permissions-Policy: microphone=(self "https://voice.example")   ← only if the page around it sends such a header',
    ],
  ],
  [
    'a header of the page itself',
    'policy_header',
    { media: ['camera', 'microphone'] },
    ['Permissions-Policy: microphone=(self), camera=(self)'],
  ],
  [
    'a page on plain http',
    'insecure_page',
    { href: 'http://192.168.0.7:8080/call?x' },
    ['https://192.168.0.7/call', 'On your own machine, localhost will do as well.'],
  ],
  [
    'a secure page inside one that is not',
    'insecure_page',
    { around: ['https://a.example', 'http://b.example'] },
    ['http://b.example   ← serve that over https too'],
  ],
  [
    'the same in Firefox',
    'insecure_page',
    { framed: true },
    ['a page around this one   ← serve that over https too'],
  ],
  [
    'a sandboxed frame',
    'opaque_origin',
    { around: ['https://shop.example'] },
    [
      '<iframe src="https://voice.example/call" sandbox="allow-scripts allow-same-origin allow-popups" allow="microphone"></iframe>',
    ],
  ],
  [
    'a page that its own header puts into a sandbox',
    'opaque_origin',
    {},
    [
      'Content-Security-Policy: sandbox allow-scripts allow-same-origin allow-popups   ← beside what that line holds already',
    ],
  ],
  [
    'a file that was opened from the disk',
    'opaque_origin',
    { href: 'file:///home/me/call.html' },
    ['This page was opened as file: – open it from a web server.'],
  ],
  [
    'a page that told Safari that it plays',
    'audio_session_clash',
    { session: 'playback' },
    ["navigator.audioSession.type = 'play-and-record';   // it is 'playback'"],
  ],
  [
    'an administrator',
    'managed_policy',
    { media: ['microphone', 'camera'] },
    [
      'AudioCaptureAllowedUrls: ["https://voice.example"]   ← Chrome, Edge',
      'VideoCaptureAllowedUrls: ["https://voice.example"]   ← Chrome, Edge',
      'Permissions: { Microphone: { Allow: ["https://voice.example"] } }   ← Firefox',
      'Permissions: { Camera: { Allow: ["https://voice.example"] } }   ← Firefox',
    ],
  ],
  ["a visitor who said no: that is not the owner's to mend", 'denied', {}, []],
];

for (const [name, cause, page, lines] of CASES)
  test(`the exact fix for ${name}`, () => assert.deepEqual(fixOf(cause, siteAt(page)), lines));

test('a sandbox around a page of the same origin is no sandbox, and the owner is told', () => {
  assert.match(
    fixOf('opaque_origin', siteAt({ around: ['https://voice.example'] }))[1] ?? '',
    /serve it from another one/,
  );
});

test('advice that ends in a colon is followed by the line that it speaks of, and no other is', () => {
  for (const cause of /** @type {Cause[]} */ (Object.keys(CAUSES))) {
    assert.equal(fixOf(cause, siteAt({})).length > 0, adviceOn(cause).endsWith(':'), cause);
  }
});

test('no fix repeats what a query may hold', () => {
  for (const cause of /** @type {Cause[]} */ (Object.keys(CAUSES)))
    assert.doesNotMatch(fixOf(cause, siteAt({ around: ['https://a.example'] })).join(), /secret/);
});

test('where no core runs, the lines name the files and the hosts of this very page', () => {
  const site = siteAt({});
  const host = new URL(assetUrl('x')).origin; // "null" for a file, as here: another origin than the page's
  assert.deepEqual(coreFixOf('forbidden', site), [
    `Content-Security-Policy: script-src ${host} 'wasm-unsafe-eval'; connect-src ${host}   ← beside what these lines hold already`,
  ]);
  assert.deepEqual(coreFixOf('missing', site, false), [
    `${assetUrl('earshot-core.wasm')}   ← must answer`,
    'Access-Control-Allow-Origin: https://voice.example   ← with every file there, as it is another origin',
  ]);
  const home = { ...site, location: { ...site.location, origin: host } };
  assert.deepEqual(coreFixOf('forbidden', home), [
    "Content-Security-Policy: script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'   ← beside what these lines hold already",
  ]);
  assert.deepEqual(coreFixOf('wrong_type', home, false), [
    `${assetUrl('earshot-core.wasm')}   ← must answer with Content-Type: application/wasm`,
  ]);
});

test('where a bundler left the core behind, one line says what to tell the bundler', () => {
  for (const reason of /** @type {const} */ (['missing', 'wrong_type'])) {
    assert.match(
      coreFixOf(reason, siteAt({}), true).at(-1) ?? '',
      /copy earshot-core\.wasm from .*optimizeDeps: \{ exclude: \['earshot'\] \}/,
    );
  }
});
