// In which order permissions and devices are told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLookOrder } from '../../js-glue/facts/look-order.js';
import { deferred, settle } from './fakes.js';

/** @param {AbortController} [life] */
function readings(life = new AbortController()) {
  /** @type {string[]} */
  const log = [];
  /** @type {ReturnType<typeof deferred<void>>} */
  const answer = deferred();
  const permissions = {
    read: async (/** @type {string} */ kind) => {
      log.push(`ask for ${kind}`);
      await answer.promise;
      log.push(`told ${kind}`);
    },
    watch: async (/** @type {string} */ kind, /** @type {number} */ ms) =>
      void log.push(`watch ${kind} ${ms}`),
  };
  const devices = {
    look: async () => void log.push('look'),
    watch: (/** @type {string} */ kind, /** @type {number} */ ms) =>
      void log.push(`watch devices ${kind} ${ms}`),
  };
  return { log, life, answer: () => answer.resolve(), ...createLookOrder(permissions, devices, life.signal) };
}

test('at the start devices are looked for when every permission has been told', async () => {
  const { log, read, begin, answer } = readings();
  read({ kind: 'microphone' });
  read({ kind: 'camera' });
  void begin();
  await settle();
  assert.deepEqual(log, ['ask for microphone', 'ask for camera']);
  answer();
  await settle();
  assert.deepEqual(log.slice(2), ['told microphone', 'told camera', 'look']);
});

test('later on devices come before the permission that is read', async () => {
  const { log, read, begin, answer } = readings();
  answer();
  await begin();
  read({ kind: 'microphone' });
  await settle();
  assert.deepEqual(log, ['look', 'look', 'ask for microphone', 'told microphone']);
});

test('media that arrives is a reason to look, and nothing else is', async () => {
  const { log, opened } = readings();
  opened({ fact: 'track_ended', track: 1 });
  opened({
    fact: 'request_failed',
    request: 1,
    name: '',
    message: '',
    constraint: '',
    elapsed_ms: 0,
    activated: true,
  });
  assert.deepEqual(log, []);
  opened({ fact: 'request_opened', request: 1, tracks: [] });
  opened({ fact: 'recovery_streamed', request: 1, tracks: [] });
  opened({ fact: 'stream_attached', tracks: [] });
  assert.deepEqual(log, ['look', 'look', 'look']);
});

test('both are watched at the same pace', () => {
  const { log, watch } = readings();
  watch({ kind: 'camera', poll_ms: 500 });
  assert.deepEqual(log, ['watch camera 500', 'watch devices camera 500']);
});

test('an element that left meanwhile looks for nothing', async () => {
  const { log, life, read, begin, answer } = readings();
  read({ kind: 'microphone' });
  const begun = begin();
  life.abort();
  answer();
  await begun;
  assert.ok(!log.includes('look'));
});
