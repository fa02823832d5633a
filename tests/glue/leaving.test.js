// A page that is left, and one that comes back from the browser's cache.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { watchLeaving } from '../../js-glue/leaving.js';
import { collector, listenersOn } from './fakes.js';

test('what was stopped on leaving has ended when the page comes back, once', () => {
  const { facts, dispatch } = collector();
  const window = new EventTarget();
  const life = new AbortController();
  let held = [1, 2];
  watchLeaving(dispatch, life.signal, window, {
    tracks: () => held.map((track) => ({ kind: 'microphone', track })),
    closeAll: () => void (held = []),
  });
  window.dispatchEvent(new Event('pagehide'));
  assert.deepEqual([held, facts], [[], []]);
  window.dispatchEvent(new Event('pageshow'));
  window.dispatchEvent(new Event('pageshow'));
  assert.deepEqual(facts, [
    { fact: 'track_ended', track: 1 },
    { fact: 'track_ended', track: 2 },
  ]);
  life.abort();
  assert.equal(listenersOn(window), 0);
});
