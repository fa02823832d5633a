import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { CAUSES } from '../../js-glue/owner/causes.js';
import { noCoreBlock, problemLine, refusedBlock, verdictBlock } from '../../js-glue/owner/console.js';
import { createHost } from '../../js-glue/effects/host.js';
import { Refusal } from '../../js-glue/refused-facts.js';
import { createTrace } from '../../js-glue/trace.js';
import { readWritten } from '../../js-glue/early-config.js';

/** @param {Partial<import('../../js-glue/owner/site.js').Site>} [other] @returns {import('../../js-glue/owner/site.js').Site} */
const site = (other) => ({
  location: { protocol: 'https:', origin: 'https://voice.example', host: 'voice.example', pathname: '/call' },
  framed: false,
  around: [],
  kinds: ['microphone'],
  session: '',
  ...other,
});

test('a verdict is one block: what the browser says, the verdict, its evidence, and what the owner can do', () => {
  assert.equal(
    verdictBlock(
      {
        kind: 'microphone',
        cause: 'policy_header',
        confidence: 'certain',
        alternatives: ['frame_not_delegated'],
        evidence: ['policy_forbids', 'name_not_allowed', 'message_says_dismissed'],
        permission: 'denied',
        error: 'not_allowed',
      },
      site(),
    ),
    `[Earshot] navigator.permissions.query({ name: 'microphone' }) → state: 'denied'
  Verdict: policy header (certain)
  Evidence: policy forbids; the error is called "not allowed"; its message says "dismissed"
  It could also be: frame not delegated
  What you can do: Let the Permissions-Policy header of this page allow it:
    Permissions-Policy: microphone=(self)
  More: docs/diagnostics.md#policy_header`,
  );
});

test('every verdict has something for the owner, also where there is nothing to do', () => {
  const block = verdictBlock(
    {
      kind: 'camera',
      cause: 'denied',
      confidence: 'likely',
      alternatives: [],
      evidence: [],
      permission: 'unknown',
      error: '',
    },
    site(),
  );
  assert.match(
    block,
    /\n {2}Evidence: none\n {2}What you can do: Nothing: the visitor is shown .*\n {2}More: docs\/diagnostics\.md#denied$/,
  );
});

/** Of these the visitor is the one who acts; the owner has the usual advice. */
const FOR_THE_VISITOR = [
  'none',
  'denied',
  'blocked_for_site',
  'blocked_temporarily',
  'device_failed',
  'silent',
  'no_output',
  'hardware_muted',
  'wrong_device',
  'low_level',
  'revoked',
  'reset',
  'grant_expired',
  'system_switched_off',
  'device_removed',
  'default_changed',
  'interrupted',
  'capture_dead',
  'backgrounded',
  'slept',
  'frozen',
  'camera_lost',
  'camera_not_started',
  'muted_by_browser',
  'browser_restart_needed',
];
test("every cause has advice for the owner, or is the visitor's to mend; no other cause is named", () => {
  /** @type {{ Cause: string[] }} */
  const { Cause } = JSON.parse(execFileSync('build/native/earshot', ['vocabulary'], { encoding: 'utf8' }));
  assert.deepEqual([...Object.keys(CAUSES), ...FOR_THE_VISITOR].sort(), [...Cause].sort());
  for (const [cause, [advice]] of Object.entries(CAUSES)) assert.match(advice, /^[A-Z].*[.():]$/, cause);
});

test('a configuration problem names the place, what was expected, what came, and the nearest name', () => {
  const config = { media: ['micropone'], chat: { 'a/b': 1 } };
  assert.equal(
    problemLine(
      {
        path: '/media/0',
        problem: 'unknown_name',
        expected: '"microphone" or "camera"',
        nearest: 'microphone',
      },
      config,
    ),
    '[Earshot] config /media/0: expected "microphone" or "camera", got "micropone". Did you mean "microphone"?',
  );
  assert.equal(
    problemLine({ path: '/chat/a~1b', problem: 'unknown_key', expected: 'transport, url' }, config),
    '[Earshot] config /chat/a~1b: expected transport, url, got 1.',
  );
  assert.equal(
    problemLine({ path: '', problem: 'not JSON', expected: 'a JSON object' }, undefined),
    '[Earshot] config /: expected a JSON object, got not JSON.',
  );
});

test('a page where no core runs says which of the closed list it is', () => {
  const failure = /** @type {const} */ ({ reason: 'forbidden', error: new Error('blocked by CSP') });
  assert.match(
    noCoreBlock(failure, site(), true),
    /as WebAssembly \(forbidden\)[^]*earshot-core-js\.js does its work[^]*'wasm-unsafe-eval'/,
  );
  assert.match(
    noCoreBlock(failure, site(), false),
    /\(forbidden\): .*\n.*blocked by CSP\n[^]*\n {2}More: docs\/diagnostics\.md#core_forbidden$/,
  );
});

test('a fact that the core refuses is said with its reason, and with what became of the session', () => {
  const refusal = new Refusal({ fact: 'request_opened' }, '"tracks" must be a list of at most 16 tracks');
  assert.match(
    refusedBlock(refusal, true),
    /^\[Earshot\] The core refused a fact of this page, "request_opened": "tracks" must be a list of at most 16 tracks\.\n {2}Every track was stopped\..*\n {2}What you can do: Send us the trace.*\n {2}More: docs\/diagnostics\.md#fact_refused$/,
  );
  assert.match(
    refusedBlock(refusal, false),
    /goes on without it, and tracks that it told of were stopped\.\n[^]*\n {2}More/,
  );
});

test("the host is told with live objects, under the event's public name", () => {
  const stream = /** @type {MediaStream} */ ({});
  const track = /** @type {MediaStreamTrack} */ ({});
  /** @type {unknown[]} */
  const told = [];
  const page = {
    tell: (/** @type {string} */ event, /** @type {object} */ detail) => void told.push(event, detail),
    wordsOf: () => ({ title: '', steps: [] }),
    fill: (/** @type {string} */ text) => text,
  };
  const { tell } = createHost(page, {
    steps() {},
    view: () => null,
    stream: () => stream,
    track: () => track,
    session: () => 's-1',
    taken: { offer: (_, act) => act(), read: (media) => media },
  });
  tell({ event: 'state', detail: { orb: 'idle', microphone: 'off', camera: 'off', notifications: 'off' } });
  tell({ event: 'stream', detail: { request: 1, kinds: ['microphone'] } });
  tell({ event: 'track_replaced', detail: { request: 2, kind: 'microphone' } });
  tell({ event: 'track_replaced', detail: { request: 0, kind: 'camera' } });
  tell({ event: 'chat', detail: { state: 'open' } });
  tell({ event: 'cleared', detail: { kinds: ['camera'] } });
  assert.deepEqual(told, [
    'state',
    { orb: 'idle', microphone: 'off', camera: 'off', notifications: 'off', view: null },
    'stream',
    { kinds: ['microphone'], stream },
    'track-replaced',
    { kind: 'microphone', stream, track },
    'track-replaced',
    { kind: 'camera', stream, track: null },
    'chat',
    { state: 'open', session: 's-1' },
    'cleared',
    { kinds: ['camera'] },
  ]);
});

/** @param {string} config */
const traceOf = (config) => createTrace(readWritten(config));

test('a trace begins with the version and the configuration, and keeps no token that an address may carry', () => {
  const trace = traceOf(
    '{ "chat": {\n "transport": "websocket", "url": "wss://chat.example/x?token=secret" } }',
  );
  trace.record('{"t":0,"fact":"pressed","action":"orb"}', '{"t":0,"effects":[]}');
  assert.equal(
    trace.text(),
    '{"earshot":"unbundled","config":{"chat":{"transport":"websocket","url":"wss://chat.example/x"}}}\n' +
      '{"t":0,"fact":"pressed","action":"orb"}\n{"t":0,"effects":[]}\n',
  );
  assert.equal(traceOf('not json').text(), '{"earshot":"unbundled","config":"not json"}\n');
});

test('a trace of a very long call forgets its beginning and says so', () => {
  const trace = traceOf('{}');
  for (let n = 0; n < 15_000; n++) trace.record(`{"t":${n}}`, '{}');
  const lines = trace.text().split('\n');
  assert.ok(lines.length < 26_000);
  assert.deepEqual(lines.slice(0, 2), [
    '{"earshot":"unbundled","config":{}}',
    '{"about":"10000 earlier lines were left out"}',
  ]);
});
