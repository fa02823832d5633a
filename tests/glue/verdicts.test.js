// A verdict crosses once; host and console read it whole.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createVerdicts } from '../../js-glue/verdicts.js';
/** @import { CoreEffect, Verdict } from '../../js-glue/answers.js' */
/** @import { Capability, Cause } from '../../js-glue/words.js' */

/** @param {Cause} cause @returns {Verdict} */
const verdict = (cause) => ({
  cause,
  confidence: 'likely',
  alternatives: ['unknown'],
  evidence: ['track_ended'],
});
/** @param {Capability} kind @returns {CoreEffect} */
const tell = (kind) => ({
  effect: 'tell_host',
  event: 'verdict',
  detail: { kind, permission: 'denied', error: 'not_allowed' },
});

test('the host is told the verdict that came with the answer, and the console the same', () => {
  const verdicts = createVerdicts();
  verdicts.learn({ microphone: verdict('denied'), camera: verdict('no_device') });
  const detail = { kind: 'microphone', ...verdict('denied'), permission: 'denied', error: 'not_allowed' };
  assert.deepEqual(verdicts.complete(tell('microphone')), { effect: 'tell_host', event: 'verdict', detail });
  assert.deepEqual(verdicts.complete({ effect: 'log', kind: 'microphone' }), {
    effect: 'log',
    kind: 'microphone',
    detail,
  });
});

test('a verdict is told when it is settled, which may be some answers later', () => {
  const verdicts = createVerdicts();
  verdicts.learn({
    microphone: verdict('revoked'),
    camera: verdict('none'),
    notifications: verdict('dismissed'),
  });
  verdicts.learn({ microphone: verdict('revoked'), camera: verdict('camera_lost') });
  const causes = /** @type {Capability[]} */ (['microphone', 'camera', 'notifications']).map((kind) => {
    const order = verdicts.complete(tell(kind));
    return order.effect === 'tell_host' && order.event === 'verdict' ? order.detail.cause : order;
  });
  assert.deepEqual(causes, ['revoked', 'camera_lost', 'dismissed']);
});

test('what is no verdict passes as it is', () => {
  const order = /** @type {CoreEffect} */ ({
    effect: 'open',
    request: 1,
    kinds: ['microphone'],
    devices: [],
  });
  assert.equal(createVerdicts().complete(order), order);
});

test('what a listener does to its copy changes nothing for the console', () => {
  const verdicts = createVerdicts();
  verdicts.learn({ microphone: verdict('denied'), camera: verdict('none') });
  const order = /** @type {any} */ (verdicts.complete(tell('microphone')));
  order.detail.cause = 'no_device';
  order.detail.evidence.length = 0;
  delete order.detail.alternatives;
  const logged = /** @type {any} */ (verdicts.complete({ effect: 'log', kind: 'microphone' }));
  assert.deepEqual(
    [logged.detail.cause, logged.detail.evidence, logged.detail.alternatives],
    ['denied', ['track_ended'], ['unknown']],
  );
});

test('whoever answers in writing hears why there is no voice, before the host is told and after', () => {
  const verdicts = createVerdicts();
  assert.equal(verdicts.reason(), null);
  verdicts.learn({ microphone: verdict('denied'), camera: verdict('no_device') });
  assert.deepEqual(verdicts.reason(), { kind: 'microphone', cause: 'denied' });
  verdicts.learn({ microphone: verdict('none'), camera: verdict('no_device') });
  assert.equal(verdicts.reason(), null);
});
