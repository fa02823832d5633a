// Watches a page from the side, for the tests: every stream that the browser handed out (also one that nobody kept),
// every earshot-* event, every error, every policy violation and every line in the console.
(() => {
  /** @type {MediaStream[]} Those that record. Holding the others too would look like a leak of the widget's. */
  let streams = [];
  /** @type {{ type: string, detail: any }[]} */
  const events = [];
  /** @type {string[]} */
  const problems = [];
  /** @type {string[]} */
  const lines = [];
  let requests = 0;
  let opened = 0;
  let mostAtOnce = 0;

  const querySelector = document.querySelector.bind(document); // before markup can take its name

  const liveTracks = () =>
    streams.flatMap((stream) => stream.getTracks()).filter((track) => track.readyState === 'live');
  const prototype = globalThis.MediaDevices?.prototype;
  if (prototype) {
    const getUserMedia = prototype.getUserMedia;
    prototype.getUserMedia = function (constraints) {
      requests += 1;
      const answer = getUserMedia.call(this, constraints);
      // A clone would keep the device open: remember the stream itself.
      answer.then(
        (stream) => {
          opened += 1;
          streams = [
            ...streams.filter((each) => each.getTracks().some((track) => track.readyState === 'live')),
            stream,
          ];
          mostAtOnce = Math.max(mostAtOnce, liveTracks().filter((track) => track.kind === 'audio').length);
        },
        () => {},
      );
      return answer;
    };
  }

  /** @type {Map<unknown, { act?: () => void, due: number }>} */
  const timers = new Map();
  const { setTimeout, clearTimeout, setInterval, clearInterval } = globalThis;
  const now = performance.now.bind(performance); // before a page has another one
  globalThis.setTimeout = /** @type {any} */ (
    (/** @type {() => void} */ run, /** @type {number} */ ms = 0) => {
      const act = () => {
        timers.delete(timer);
        run();
      };
      const timer = setTimeout(act, ms);
      timers.set(timer, { act, due: now() + ms });
      return timer;
    }
  );
  globalThis.setInterval = /** @type {any} */ (
    (/** @type {[any, any]} */ ...how) => {
      const timer = setInterval(...how);
      timers.set(timer, { due: Infinity });
      return timer;
    }
  );
  for (const [name, clear] of /** @type {const} */ ([
    ['clearTimeout', clearTimeout],
    ['clearInterval', clearInterval],
  ])) {
    globalThis[name] = /** @type {any} */ (
      (/** @type {any} */ timer) => {
        timers.delete(timer);
        clear(timer);
      }
    );
  }
  /** Time passes for the page's own timers, and for nothing else. @param {number} ms */
  function pass(ms) {
    const until = now() + ms;
    const due = [...timers]
      .filter(([, timer]) => timer.due <= until)
      .sort(([, one], [, other]) => one.due - other.due);
    for (const [timer, { act }] of due) {
      if (!timers.has(timer)) continue; // an earlier one has cancelled it
      clearTimeout(/** @type {any} */ (timer));
      act?.();
    }
  }

  /** The mute buttons outside of the page: what they do, and what they show. */
  const buttons = /** @type {{ handlers: Record<string, any>, microphone?: boolean }} */ ({ handlers: {} });
  const session = /** @type {any} */ (globalThis.MediaSession?.prototype);
  if (session?.setMicrophoneActive) {
    const { setActionHandler, setMicrophoneActive } = session;
    session.setActionHandler = function (/** @type {string} */ action, /** @type {unknown} */ handler) {
      setActionHandler.call(this, action, handler);
      buttons.handlers[action] = handler;
    };
    session.setMicrophoneActive = function (/** @type {boolean} */ active) {
      buttons.microphone = active;
      return setMicrophoneActive.call(this, active);
    };
  }

  /** @param {Event} event */
  const plain = (event) => {
    /** @type {Record<string, unknown>} */
    const out = {};
    for (const [name, value] of Object.entries(/** @type {CustomEvent} */ (event).detail ?? {})) {
      if (value instanceof MediaStream) out[name] = value.id;
      else if (value instanceof MediaStreamTrack) out[name] = { id: value.id, readyState: value.readyState };
      else out[name] = value;
    }
    return out;
  };
  for (const name of [
    'state',
    'stream',
    'track-replaced',
    'verdict',
    'chat',
    'cleared',
    'message',
    'handover',
  ]) {
    document.addEventListener(`earshot-${name}`, (event) =>
      events.push({ type: `earshot-${name}`, detail: plain(event) }),
    );
  }
  for (const level of /** @type {const} */ (['debug', 'log', 'info', 'warn', 'error'])) {
    const write = console[level];
    console[level] = (/** @type {unknown[]} */ ...what) => {
      lines.push(what.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(' '));
      write.apply(console, what);
    };
  }
  addEventListener('error', (event) => problems.push(String(event.message)));
  addEventListener('unhandledrejection', (event) => problems.push(`unhandled: ${event.reason}`));
  document.addEventListener('securitypolicyviolation', (event) =>
    problems.push(`policy: ${event.violatedDirective} ${event.blockedURI}`),
  );

  Object.assign(globalThis, {
    witness: {
      events,
      problems,
      lines,
      requests: () => requests,
      live: () =>
        liveTracks()
          .map((track) => track.kind)
          .sort(),
      opened: () => opened,
      /** How many microphones were recorded from at the same time, at most. */
      mostAtOnce: () => mostAtOnce,
      /** How many timers are running. */
      timers: () => timers.size,
      pass,
      buttons,
      widget: () => querySelector('earshot-widget'),
      /** Asks the page in the frame to evaluate an expression. @param {string} expression */
      askFrame: (expression) =>
        new Promise((resolve, reject) => {
          const channel = new MessageChannel();
          channel.port1.onmessage = ({ data }) =>
            'error' in data ? reject(new Error(data.error)) : resolve(data.value);
          document
            .querySelector('iframe')
            ?.contentWindow?.postMessage({ evaluate: expression }, '*', [channel.port2]);
        }),
    },
  });
  if (globalThis.self !== globalThis.top) {
    addEventListener('message', async ({ data, ports }) => {
      if (!data?.evaluate) return;
      try {
        // biome-ignore lint/security/noGlobalEval: a test asks from outside, and the frame's own page is all it can ask
        ports[0]?.postMessage({ value: await (0, eval)(data.evaluate) });
      } catch (error) {
        ports[0]?.postMessage({ error: String(error) });
      }
    });
  }
})();
