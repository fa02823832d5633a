// The end of a session without a core: media first, then the chat, then whoever was told of a call, then
// the console.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHost } from '../../js-glue/effects/host.js';
import { giveUp } from '../../js-glue/giving-up.js';
/** @import { FarEndMessage, View } from '../../js-glue/answers.js' */

const PLAIN = /** @type {View} */ ({
  orb: 'chatting',
  microphone: 'off',
  camera: 'off',
  notifications: 'off',
});
const LIVE = /** @type {View} */ ({ orb: 'live', microphone: 'live', camera: 'off', notifications: 'off' });
const MESSAGE = /** @type {FarEndMessage} */ ({
  earshot: 1,
  state: 'live',
  heard: true,
  seen: true,
  texting: false,
  microphone: { state: 'live', cause: 'none' },
  camera: { state: 'live', cause: 'none' },
  instructions: 'Say something.',
});

/** @type {Parameters<typeof createHost>[1]['taken']} */
const TAKEN = { offer: (_, tell) => tell(), read: (media) => media };

/** @param {View | null} before @param {FarEndMessage} [message] */
function end(before, message) {
  /** @type {unknown[]} */
  const log = [];
  const loop = new AbortController();
  loop.signal.addEventListener('abort', () => log.push('tracks stop'));
  let view = before;
  const host = createHost(
    {
      tell: (event, detail) => void log.push([event, detail]),
      wordsOf: () => ({ title: '', steps: [] }),
      fill: (text) => text,
    },
    { steps() {}, view: () => view, stream: () => null, track: () => null, session: () => '', taken: TAKEN },
  );
  if (message) host.tell({ event: 'message', detail: message });
  log.length = 0;
  giveUp({
    loop,
    host,
    view,
    chat: { loseCore: () => void log.push('chat alone'), goOn: () => void log.push('chat goes on') },
    showPlain: () => (log.push('plain'), (view = PLAIN)),
    say: () => void log.push('said why'),
  });
  return { log, host };
}

test('before anything was drawn, nobody was told of a call', () => {
  assert.deepEqual(end(null).log, ['tracks stop', 'chat alone', 'plain', 'said why', 'chat goes on']);
});

test('whoever was told of a call hears that there is none, the far end as well', () => {
  const { log, host } = end(LIVE, MESSAGE);
  const last = {
    ...MESSAGE,
    state: 'chatting',
    heard: false,
    seen: false,
    texting: true,
    microphone: { state: 'blocked', cause: 'unknown' },
    camera: { state: 'off', cause: 'none' },
    instructions: '',
  };
  assert.deepEqual(log, [
    'tracks stop',
    'chat alone',
    'plain',
    ['state', { ...PLAIN, view: PLAIN }],
    ['message', last],
    'said why',
    'chat goes on',
  ]);
  assert.deepEqual(host.message(), last);
});
