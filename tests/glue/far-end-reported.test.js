import assert from 'node:assert/strict';
import { test } from 'node:test';
import { farEndReported, isOfFarEnd } from '../../js-glue/facts/far-end.js';

test('what the host knows of the far end is one of five words', () => {
  for (const state of /** @type {const} */ (['ready', 'connecting', 'echo', 'late', 'untaken']))
    assert.deepEqual(farEndReported({ far_end: state }), { fact: 'far_end_reported', state });
});

test('another word is refused with those that there are', () => {
  for (const far_end of ['gone', '', undefined, null, 1, {}])
    assert.throws(() => farEndReported({ far_end }), {
      name: 'TypeError',
      message: 'report() needs far_end to be "ready", "connecting", "echo", "late", "untaken"',
    });
});

test('an error is no report of the far end, whatever it is made of', () => {
  const unreadable = new Proxy(new Error(), {
    has() {
      throw new Error('no');
    },
  });
  const others = [
    new Error(),
    new DOMException('', 'NotFoundError'),
    unreadable,
    undefined,
    null,
    'far_end',
    {},
  ];
  for (const error of others) assert.equal(isOfFarEnd(error), false);
  assert.equal(isOfFarEnd({ far_end: 'gone' }), true);
});
