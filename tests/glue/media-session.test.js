import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMediaSession } from '../../js-glue/effects/media-session.js';
import { collector, settle } from './fakes.js';

/** @param {string[]} [known]  The actions of this browser. */
function setUp(known = ['togglemicrophone', 'togglecamera', 'hangup']) {
  /** @type {Map<string, (details?: object) => void>} */
  const handlers = new Map();
  /** @type {string[]} */
  const told = [];
  const mediaSession = {
    setActionHandler(/** @type {string} */ action, /** @type {(() => void) | null} */ handler) {
      if (!known.includes(action)) throw new TypeError('not an action');
      if (handler) handlers.set(action, handler);
      else handlers.delete(action);
    },
    setMicrophoneActive: async (/** @type {boolean} */ on) => void told.push(`microphone ${on}`),
    setCameraActive: (/** @type {boolean} */ on) => (
      told.push(`camera ${on}`), Promise.reject(new Error('hidden'))
    ),
  };
  const { facts, dispatch } = collector();
  const life = new AbortController();
  const browser = /** @type {Navigator} */ (/** @type {unknown} */ ({ mediaSession }));
  return {
    handlers,
    told,
    facts,
    life,
    mediaSession,
    session: createMediaSession(dispatch, life.signal, browser),
  };
}

test('buttons outside of the page become facts, for as long as the call lasts', () => {
  const { handlers, facts, session } = setUp();
  session.set({ on: true, microphone: true, camera: false });
  for (const press of handlers.values()) press();
  assert.deepEqual(
    facts,
    ['togglemicrophone', 'togglecamera', 'hangup'].map((action) => ({ fact: 'media_session', action })),
  );
  session.set({ on: false, microphone: false, camera: false });
  assert.equal(handlers.size, 0);
});

test('whether a button switches on or off is told where the browser says it', () => {
  const { handlers, facts, session } = setUp();
  session.set({ on: true, microphone: true, camera: false });
  const action = 'togglemicrophone';
  for (const isActivating of [true, false, undefined, 'yes'])
    handlers.get(action)?.({ action, isActivating });
  assert.deepEqual(facts, [
    { fact: 'media_session', action, activating: true },
    { fact: 'media_session', action, activating: false },
    { fact: 'media_session', action },
    { fact: 'media_session', action },
  ]);
});

test('what the browser shows of microphone and camera is kept in step, change by change', async () => {
  const { told, session } = setUp();
  session.set({ on: true, microphone: true, camera: false });
  session.set({ on: true, microphone: true, camera: true });
  session.set({ on: true, microphone: false, camera: true });
  session.set({ on: false, microphone: false, camera: false });
  assert.deepEqual(
    told,
    ['microphone true', 'camera true', 'microphone false'],
    'and nothing of a call that is over',
  );
  session.set({ on: true, microphone: true, camera: false });
  assert.equal(told[3], 'microphone true');
  await settle(); // the refused promise is nobody's trouble
});

test('a browser with fewer buttons, or none, costs nothing', () => {
  const { handlers, session } = setUp(['hangup']);
  session.set({ on: true, microphone: true, camera: true });
  assert.deepEqual([...handlers.keys()], ['hangup']);
  const { dispatch } = collector();
  createMediaSession(dispatch, new AbortController().signal, /** @type {Navigator} */ ({})).set({
    on: true,
    microphone: true,
    camera: true,
  });
});

test("a session that never was on leaves the host's own buttons alone; one that was leaves none of its own", () => {
  const { handlers, life, session } = setUp();
  handlers.set('hangup', () => {});
  session.set({ on: false, microphone: false, camera: false });
  assert.equal(handlers.size, 1);
  session.set({ on: true, microphone: true, camera: true });
  life.abort();
  assert.equal(handlers.size, 0);
  session.set({ on: true, microphone: true, camera: true });
  assert.equal(handlers.size, 0);
});
