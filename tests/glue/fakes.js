// Small stand-ins for what the glue is given. Each does only what a browser is known to do.
import { getEventListeners } from 'node:events';

/** How many listeners are left on these, of the kinds of event that the glue listens to.
 * @param {...EventTarget} targets */
export const listenersOn = (...targets) =>
  targets.flatMap((target) =>
    [
      'visibilitychange',
      'freeze',
      'resume',
      'focus',
      'blur',
      'pageshow',
      'pagehide',
      'devicechange',
      'change',
      'ended',
      'mute',
      'unmute',
      'statechange',
      'abort',
    ].flatMap((type) => getEventListeners(target, type)),
  ).length;

/** Lets every promise that can settle do so. */
export const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

export class FakeTrack extends EventTarget {
  /** @type {'live' | 'ended'} */
  readyState = 'live';
  enabled = true;
  muted = false;
  label = '';
  /** @type {FakeTrack[]} */
  clones = [];
  /** @param {'audio' | 'video'} kind */
  constructor(kind) {
    super();
    this.kind = kind;
  }
  clone() {
    const clone = Object.assign(new FakeTrack(/** @type {'audio' | 'video'} */ (this.kind)), {
      enabled: this.enabled,
      muted: this.muted,
    });
    this.clones.push(clone);
    return clone;
  }
  stop() {
    this.readyState = 'ended'; // without an event, as browsers do
  }
  /** The browser takes the track away. */
  end() {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
  getSettings() {
    return { deviceId: '' };
  }
}

export class FakeStream {
  /** @type {FakeTrack[]} */
  tracks;
  /** @param {FakeTrack[]} [tracks] */
  constructor(tracks = []) {
    this.tracks = [...tracks];
  }
  getTracks() {
    return [...this.tracks];
  }
  /** @param {FakeTrack} track */
  addTrack(track) {
    this.tracks.push(track);
  }
  /** @param {FakeTrack} track */
  removeTrack(track) {
    this.tracks = this.tracks.filter((other) => other !== track);
  }
}

/** A promise and the two ways to settle it. @template T */
export function deferred() {
  /** @type {(value: T) => void} */
  let resolve = () => {};
  /** @type {(error: unknown) => void} */
  let reject = () => {};
  const promise = /** @type {Promise<T>} */ (new Promise((yes, no) => ([resolve, reject] = [yes, no])));
  return { promise, resolve, reject };
}

/** Window and document in one: both only have to be listened to. */
export class FakeWindow extends EventTarget {
  document = Object.assign(new EventTarget(), { visibilityState: 'visible', hasFocus: () => true });
  /** @type {Record<string, unknown>} */
  navigator = {};
  location = new URL('https://voice.example/');
  top = this;

  /** @returns {Window} */
  get real() {
    return /** @type {Window} */ (/** @type {unknown} */ (this));
  }
  /** @param {'visible' | 'hidden'} state */
  show(state) {
    this.document.visibilityState = state;
    this.document.dispatchEvent(new Event('visibilitychange'));
  }
}

/** Collects facts. */
export function collector() {
  /** @type {import('../../js-glue/facts.js').Fact[]} */
  const facts = [];
  return {
    facts,
    dispatch: (/** @type {import('../../js-glue/facts.js').Fact} */ fact) => void facts.push(fact),
  };
}

/**
 * Time that moves only when told to. Written here because Node's own mock timers changed between 18 and 20.
 * @param {import('node:test').TestContext} t
 */
export function fakeClock(t) {
  let now = 0;
  let ids = 0;
  /** @type {Map<number, { due: number, every: number, act: () => void }>} */
  const timers = new Map();
  /** @param {boolean} repeat */
  const set =
    (repeat) =>
    (/** @type {() => void} */ act, ms = 0) => {
      timers.set(++ids, { due: now + ms, every: repeat ? ms : 0, act });
      return ids;
    };
  const clear = (/** @type {number} */ id) => void timers.delete(id);
  const mock = /** @type {(target: object, name: string, act: Function) => void} */ (
    t.mock.method.bind(t.mock)
  );
  mock(globalThis, 'setTimeout', set(false));
  mock(globalThis, 'setInterval', set(true));
  mock(globalThis, 'clearTimeout', clear);
  mock(globalThis, 'clearInterval', clear);
  mock(performance, 'now', () => now);
  mock(Date, 'now', () => now);
  return {
    running: () => timers.size,
    /** @param {number} ms */
    tick(ms) {
      const end = now + ms;
      for (;;) {
        const [next] = [...timers].filter(([, { due }]) => due <= end).sort(([, a], [, b]) => a.due - b.due);
        if (!next) break;
        const [id, timer] = next;
        now = Math.max(now, timer.due);
        if (timer.every) timer.due += timer.every;
        else timers.delete(id);
        timer.act();
      }
      now = end;
    },
    /** The machine sleeps: the clock goes on, and no timer runs until it wakes. @param {number} ms */
    sleep(ms) {
      now += ms;
    },
  };
}
