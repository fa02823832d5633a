import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostFailed } from '../../js-glue/facts/host-failed.js';

/** @type {('microphone' | 'camera')[]} */
const BOTH = ['microphone', 'camera'];

test('a rejection is told in its own words, of all that the site asks for', () => {
  assert.deepEqual(hostFailed(new DOMException('Permission denied', 'NotAllowedError'), BOTH), {
    fact: 'host_failed',
    kinds: BOTH,
    name: 'NotAllowedError',
    message: 'Permission denied',
    constraint: '',
  });
  assert.deepEqual(
    hostFailed({ name: 'OverconstrainedError', constraint: 'deviceId', message: '' }, ['microphone']),
    {
      fact: 'host_failed',
      kinds: ['microphone'],
      name: 'OverconstrainedError',
      message: '',
      constraint: 'deviceId',
    },
  );
});

test('a site may say which kinds it was about', () => {
  const error = new DOMException('', 'NotFoundError');
  const kindsOf = (/** @type {any} */ options) => /** @type {any} */ (hostFailed(error, BOTH, options)).kinds;
  assert.deepEqual(kindsOf({ kinds: ['camera'] }), ['camera']);
  assert.deepEqual(kindsOf({ kinds: ['camera', 'microphone'] }), BOTH);
  assert.deepEqual(kindsOf({}), BOTH);
});

test('what is no error, or no kind, is refused with the way out', () => {
  const unreadable = Object.defineProperty({}, 'name', {
    get() {
      throw new Error('no');
    },
  });
  for (const wrong of [undefined, null, 'NotAllowedError', {}, { name: 5 }, unreadable])
    assert.throws(() => hostFailed(wrong, BOTH), {
      name: 'TypeError',
      message: /^report\(\) needs the error that your request for media was rejected with/,
    });
  for (const kinds of [[], 'camera', ['audio'], ['camera', 'camera'], ['camera', 'screen'], 5])
    assert.throws(() => hostFailed(new Error('no'), BOTH, /** @type {any} */ ({ kinds })), {
      name: 'TypeError',
      message: /^report\(\) needs kinds to be a list of "microphone" and "camera"/,
    });
});
