import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certain } from '../certain.js';
import { createStore } from '../../js-glue/store.js';
/** @import { Core, CoreEffect, View } from '../../js-glue/answers.js' */

/**
 * @param {(line: string) => string} answer
 * @param {{ perform?: (effect: CoreEffect) => void, draw?: (view: View) => void, record?: () => void }} [acts]
 */
function setUp(answer, { perform = () => {}, draw = () => {}, record = () => {} } = {}) {
  const life = new AbortController();
  /** @type {string[]} */
  const log = [];
  /** @type {unknown[]} */
  const reported = [];
  /** @type {unknown[]} */
  const failed = [];
  /** @type {string[]} */
  const refused = [];
  /** @type {number[][]} */
  const held = [];
  /** Of each press that waits. @type {{ meant: boolean }[]} */
  const waiting = [];
  let time = 0;
  const store = createStore(
    {
      perform: (effect) => (log.push(effect.effect), perform(effect)),
      draw,
      learn: (verdicts) => log.push(`cause ${verdicts.microphone.cause}`),
      now: () => time,
      hold: (tracks) => held.push(tracks),
      wait: () => {
        const press = { meant: true };
        waiting.push(press);
        return () => press.meant;
      },
      record: (line, reply) => (log.push(line, reply), record()),
      report: (error) => reported.push(error),
      refused: ({ fact, message }) => refused.push(`${fact}: ${message}`),
      fail: (error) => failed.push(error),
    },
    life.signal,
  );
  /** @type {Core} */
  const core = { dispatch: answer, configure: () => '', delete() {} };
  return {
    store,
    core,
    life,
    log,
    reported,
    failed,
    refused,
    held,
    waiting,
    pass: (/** @type {number} */ ms) => (time += ms),
  };
}
const NOTHING = '{"effects":[]}';

test('a fact raised by an effect waits until the current fact is done', () => {
  const two = '{"effects":[{"effect":"reload"},{"effect":"open_tab"}]}';
  const { store, core, log } = setUp((line) => (line.includes('"end"') ? NOTHING : two), {
    perform: ({ effect }) => effect === 'reload' && store.dispatch({ fact: 'pressed', action: 'end' }),
  });
  store.connect(core);
  store.dispatch({ fact: 'pressed', action: 'reload' });
  assert.deepEqual(log, [
    '{"t":0,"fact":"pressed","action":"reload"}',
    two,
    'reload',
    'open_tab',
    '{"t":0,"fact":"pressed","action":"end"}',
    NOTHING,
  ]);
});

test('facts from before the core was ready are kept in order, with the time at which they happened', () => {
  const { store, core, log, pass } = setUp(() => NOTHING);
  store.dispatch({ fact: 'pressed', action: 'orb' });
  pass(700);
  store.dispatch({ fact: 'pressed', action: 'end' });
  assert.deepEqual(log, []);
  store.connect(core);
  assert.deepEqual(
    log.filter((line) => line !== NOTHING),
    ['{"t":0,"fact":"pressed","action":"orb"}', '{"t":700,"fact":"pressed","action":"end"}'],
  );
});

test('an effect that throws does not cost the others, nor does a drawing', () => {
  const view = /** @type {View} */ (/** @type {unknown} */ ({ orb: 'idle' }));
  const { store, core, log, reported } = setUp(
    () => JSON.stringify({ view, effects: [{ effect: 'reload' }, { effect: 'open_tab' }] }),
    {
      perform: ({ effect }) => {
        if (effect === 'reload') throw new Error('no');
      },
      draw: () => {
        throw new Error('draw');
      },
    },
  );
  store.connect(core);
  store.dispatch({ fact: 'pressed', action: 'reload' });
  assert.deepEqual(log.slice(-2), ['reload', 'open_tab']);
  assert.equal(reported.length, 2);
});

test('send answers with what the core said, refusals too', () => {
  const { store, core } = setUp((line) =>
    line.includes('nonsense') ? '{"refused":"no such fact"}' : NOTHING,
  );
  assert.equal(store.send({ fact: 'pressed' }), null, 'no core yet');
  store.connect(core);
  assert.deepEqual(store.send({ fact: 'pressed', action: 'end' }), { effects: [] });
  assert.deepEqual(store.send({ fact: 'nonsense' }), { refused: 'no such fact' });
});

test('once the element is gone, nothing is dispatched and no further effect runs', () => {
  const { store, core, life, log } = setUp(() => '{"effects":[{"effect":"reload"},{"effect":"open_tab"}]}', {
    perform: () => life.abort(), // the host removes the element when it is told
  });
  store.connect(core);
  store.dispatch({ fact: 'pressed', action: 'reload' });
  store.dispatch({ fact: 'pressed', action: 'reload' });
  assert.deepEqual(log.slice(2), ['reload']);
});

test('a core that breaks is given up once, and never asked again', () => {
  let asked = 0;
  const { store, core, failed } = setUp(() => {
    asked++;
    throw new Error('unreachable');
  });
  store.connect(core);
  store.dispatch({ fact: 'pressed', action: 'orb' });
  store.dispatch({ fact: 'pressed', action: 'orb' });
  assert.equal(asked, 1);
  assert.equal(failed.length, 1);
});

/** Facts by name: what the core takes, with what it then holds; the rest it refuses. @param {Record<string, number[]>} takes */
const taking = (takes) => (/** @type {string} */ line) => {
  const tracks = takes[JSON.parse(line).fact];
  return JSON.stringify(tracks ? { effects: [{ effect: 'reload' }], tracks } : { refused: 'not understood' });
};
/** @param {string[]} log */
const factsIn = (log) => log.filter((line) => line.includes('"fact"')).map((line) => JSON.parse(line).fact);
const opened = (/** @type {number} */ track) => ({
  fact: /** @type {const} */ ('request_opened'),
  request: 3,
  tracks: [{ kind: /** @type {const} */ ('microphone'), track }],
});
const lent = (/** @type {number} */ track) => ({
  fact: /** @type {const} */ ('stream_attached'),
  tracks: [{ kind: /** @type {const} */ ('microphone'), track }],
});

test('after each answer only those tracks are held that the core knows, and those that it has not been told of yet', () => {
  let lending = 7;
  const { store, core, held } = setUp(
    taking({ request_opened: [1], stream_attached: [2], stream_detached: [] }),
    {
      perform: () => void (lending === 7 && store.dispatch(lent(lending++))), // the host, when it gets its stream
    },
  );
  store.dispatch(opened(1));
  store.dispatch(lent(2));
  store.connect(core);
  store.dispatch({ fact: 'stream_detached' });
  store.send({ fact: 'nonsense' });
  assert.deepEqual(held, [[1, 2], [2, 7], [2], [], []]);
});

test('an answer that the core cannot take is told as a plain failure, before anything else', () => {
  const { store, core, log, refused, held, failed } = setUp(
    taking({ request_failed: [], recovery_failed: [], devices_read: [] }),
  );
  store.dispatch(opened(1));
  store.dispatch({ fact: 'recovery_streamed', request: 4, tracks: [{ kind: 'camera', track: 2 }] });
  store.dispatch({
    fact: 'devices_read',
    microphones: 1,
    cameras: 0,
    labelled: true,
    selected_present: true,
    default_changed: false,
  });
  store.connect(core);
  assert.deepEqual(factsIn(log), [
    'request_opened',
    'request_failed',
    'recovery_streamed',
    'recovery_failed',
    'devices_read',
  ]);
  const said = (/** @type {string} */ fact) =>
    JSON.parse(/** @type {string} */ (log.find((line) => line.includes(`"fact":"${fact}"`))));
  assert.deepEqual(said('request_failed'), {
    t: 0,
    fact: 'request_failed',
    request: 3,
    name: 'AbortError',
    message: '',
    constraint: '',
    elapsed_ms: 0,
    activated: true,
  });
  assert.deepEqual(said('recovery_failed'), {
    t: 0,
    fact: 'recovery_failed',
    request: 4,
    kind: 'camera',
    name: 'AbortError',
    message: '',
  });
  assert.deepEqual(held.slice(0, 2), [[2], [2]], "the first is nobody's from its refusal on");
  assert.deepEqual(refused, ['request_opened: not understood', 'recovery_streamed: not understood']);
  assert.deepEqual(failed, []);
});

test('where not even that is taken, the session is given up, for the first reason', () => {
  const { store, core, log, failed } = setUp(taking({}));
  store.connect(core);
  store.dispatch(opened(1));
  assert.deepEqual(factsIn(log), ['request_opened', 'request_failed']);
  assert.deepEqual(
    failed.map((error) => /** @type {any} */ (error).fact),
    ['request_opened'],
  );
});

for (const fact of /** @type {import('../../js-glue/facts.js').Fact[]} */ ([
  ...['orb', 'end', 'mute', 'audio_only', 'open_chat', 'dismiss'].map((action) => ({
    fact: 'pressed',
    action,
  })),
  { fact: 'media_session', action: 'hangup' },
  { fact: 'track_ended', track: 1 },
  { fact: 'stream_detached' },
])) {
  test(`${JSON.stringify(fact)} cannot be lost: refused or impossible to write, the session is given up`, () => {
    const refusing = setUp(taking({}));
    refusing.store.connect(refusing.core);
    refusing.store.dispatch(fact);
    assert.equal(refusing.failed.length, 1);

    const writing = setUp(() => NOTHING);
    writing.store.connect(writing.core);
    const endless = /** @type {any} */ ({ ...fact });
    endless.self = endless;
    writing.store.dispatch(endless);
    assert.deepEqual(
      writing.failed.map((error) => /** @type {any} */ (error).message),
      ['TypeError: circular, or too deep'],
    );
  });
}

test("news that the core does not take are lost, a word that nobody knows is the site's mistake, and a stranger is answered", () => {
  const { store, core, log, refused, failed } = setUp(taking({}));
  store.connect(core);
  store.dispatch({ fact: 'level', dbfs: -20, valid: true, span_ms: -1, behind_mute: false });
  store.dispatch({ fact: 'pressed', action: /** @type {any} */ ('orbb') });
  assert.deepEqual(store.send({ fact: 'request_opened', request: 1, tracks: 'none' }), {
    refused: 'not understood',
  });
  assert.deepEqual([factsIn(log), refused, failed], [['level', 'pressed', 'request_opened'], [], []]);
  store.send({ fact: 'pressed', action: 'end' }); // but for this one
  assert.equal(failed.length, 1);
});

test('a stream of the host that the core refuses is held by nobody, and the owner of the site hears why', () => {
  const { store, core, held, refused, failed } = setUp(taking({}));
  store.connect(core);
  store.dispatch(lent(5));
  assert.deepEqual([held, refused, failed], [[[]], ['stream_attached: not understood'], []]);
});

test('a fact that cannot be written is answered, and never thrown at whoever raised it', () => {
  const { store, core, log } = setUp(() => NOTHING);
  store.connect(core);
  const cyclic = /** @type {Record<string, unknown>} */ ({ fact: 'level' });
  cyclic.self = cyclic;
  assert.match(String(store.send(cyclic)?.refused), /circular/);
  assert.deepEqual(log, []);
});

test('a listener to the trace that throws, dispatches or ends the session costs none of the answer', () => {
  const { store, core, log, reported } = setUp(taking({ track_muted: [1], page_changed: [1] }), {
    record: () => {
      if (factsIn(log).length === 1) store.send({ fact: 'page_changed' });
      throw new Error('listener');
    },
  });
  store.connect(core);
  store.dispatch({ fact: 'track_muted', track: 1 });
  assert.deepEqual(
    [factsIn(log), log.filter((line) => line === 'reload').length, reported.length],
    [['track_muted', 'page_changed'], 2, 2],
  );
});

test('a press from before the core counts for as long as it is meant; everything else is kept', () => {
  const { store, core, log, waiting } = setUp(() => NOTHING);
  store.dispatch({ fact: 'pressed', action: 'orb' });
  store.dispatch({
    fact: 'page_changed',
    visible: false,
    focused: false,
    frozen: false,
    restored: false,
    slept_ms: 0,
  });
  store.dispatch({ fact: 'pressed', action: 'open_chat' });
  certain(waiting[0]).meant = false;
  store.connect(core);
  store.dispatch({ fact: 'pressed', action: 'orb' });
  assert.deepEqual(factsIn(log), ['page_changed', 'pressed', 'pressed']);
  assert.deepEqual([waiting.length, JSON.parse(log[2] ?? '').action], [2, 'open_chat']);
});
