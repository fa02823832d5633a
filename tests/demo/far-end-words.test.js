// The far end has a sentence for everything that the widget may tell it.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { wordsOf } from '../../script/words.mjs';
import { farEndWords, GROUPS } from '../../demo-site/call/far-end-words.js';
/** @import { FarEndMessage } from '../../js-glue/answers.js' */
/** @import { Cause, Medium } from '../../js-glue/words.js' */

/** @param {Partial<FarEndMessage>} said @returns {FarEndMessage} */
const message = (said) => ({
  earshot: 1,
  state: 'live',
  heard: false,
  seen: false,
  texting: false,
  microphone: { state: 'live', cause: 'none' },
  camera: { state: 'off', cause: 'none' },
  instructions: '',
  ...said,
});
/** @param {Medium} state @param {Cause} cause */
const microphone = (state, cause) => ({ microphone: { state, cause } });

test('every cause is in exactly one group', () => {
  const grouped = Object.values(GROUPS).flat().sort();
  assert.deepEqual(grouped, wordsOf('Cause').sort());
});

for (const [
  what,
  said,
  sound,
  picture = '',
] of /** @type {[string, Partial<FarEndMessage>, string, string?][]} */ ([
  ['a call that is heard', { heard: true }, ''],
  [
    'a caller who is blocked',
    { state: 'blocked', ...microphone('blocked', 'blocked_for_site') },
    'I can’t hear you: your microphone is blocked. You can write to me.',
  ],
  [
    'a microphone taken away in the call',
    { state: 'interrupted', ...microphone('lost', 'revoked') },
    'I can’t hear you: your microphone is blocked. You can write to me.',
  ],
  [
    'a microphone that was unplugged',
    { state: 'interrupted', ...microphone('lost', 'device_removed') },
    'I can’t hear you: no microphone is connected. You can write to me.',
  ],
  [
    'a microphone lost for no known reason',
    { state: 'interrupted', ...microphone('lost', 'unknown') },
    'I can’t hear you right now. You can write to me.',
  ],
  [
    'a caller who muted',
    microphone('muted', 'none'),
    'You are muted. I am listening as soon as you are back.',
  ],
  [
    'a caller who talks while muted',
    microphone('muted', 'speaking_while_muted'),
    'You seem to be talking, but you are muted.',
  ],
  [
    'a microphone that a phone call has',
    microphone('muted', 'interrupted'),
    'I can’t hear you: your microphone is on hold. You can write to me.',
  ],
  [
    'a microphone that gives silence',
    microphone('live', 'silent'),
    'I can’t hear you: your microphone is on, but no sound comes from it. You can write to me.',
  ],
  [
    'a microphone that the page itself has switched off',
    microphone('muted', 'off_by_site'),
    'I can’t hear you: your microphone is turned off on this page. You can write to me.',
  ],
  [
    'a caller whose browser holds back the sound',
    microphone('live', 'output_blocked'),
    'I hear you. If you do not hear me, press “Play the sound”.',
  ],
  [
    'a caller who writes',
    { state: 'chatting', texting: true, ...microphone('off', 'blocked_for_site') },
    'I read what you write, and answer in the chat.',
  ],
  [
    'a question of the browser',
    { state: 'asking', ...microphone('asking', 'none') },
    'I am here. Your browser is asking for your microphone.',
  ],
  [
    'a microphone that comes back by itself',
    { state: 'interrupted', ...microphone('asking', 'revoked') },
    'One moment: your microphone is coming back.',
  ],
  ['a first press that nothing asks about', { state: 'opening', ...microphone('asking', 'none') }, ''],
  ['nobody there yet', { state: 'idle', ...microphone('blocked', 'blocked_for_site') }, ''],
  ['a call that is over', { state: 'ended', ...microphone('off', 'revoked') }, ''],
  [
    'a caller without picture',
    { heard: true, camera: { state: 'lost', cause: 'revoked' } },
    '',
    'I can’t see you: your camera is blocked.',
  ],
  [
    'a picture that stands still',
    { heard: true, camera: { state: 'live', cause: 'camera_frozen' } },
    '',
    'I can’t see you: your picture stands still.',
  ],
  [
    'a camera that has not begun',
    { heard: true, camera: { state: 'live', cause: 'camera_not_started' } },
    '',
    'I can’t see you: your camera has not sent a picture yet.',
  ],
])) {
  test(`the practice answers to ${what}`, () =>
    assert.deepEqual(farEndWords(message(said)), { sound, picture }));
}

test('who is not heard is always told something, and the way to write', () => {
  for (const state of /** @type {Medium[]} */ (['lost', 'blocked'])) {
    for (const cause of /** @type {Cause[]} */ (wordsOf('Cause'))) {
      const { sound } = farEndWords(message({ state: 'interrupted', ...microphone(state, cause) }));
      assert.match(
        sound,
        /^I can’t hear you(: [^:]+| right now)\. You can write to me\.$/,
        `${state} ${cause}`,
      );
    }
  }
});

test('a word from a later version is answered in general terms', () => {
  const later = /** @type {any} */ ({ state: 'lost', cause: 'moon_phase' });
  assert.equal(
    farEndWords(message({ state: 'interrupted', microphone: later })).sound,
    'I can’t hear you right now. You can write to me.',
  );
});
