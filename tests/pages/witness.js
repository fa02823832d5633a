// Watches a page from the side, for the tests: every stream that the browser handed out (also one that nobody kept),
// every earshot-* event, every error, every policy violation and every line in the console.
(() => {
  /** @type {MediaStream[]} */
  const streams = [];
  /** @type {{ type: string, detail: any }[]} */
  const events = [];
  /** @type {string[]} */
  const problems = [];
  /** @type {string[]} */
  const lines = [];
  let requests = 0;

  const prototype = globalThis.MediaDevices?.prototype;
  if (prototype) {
    const getUserMedia = prototype.getUserMedia;
    prototype.getUserMedia = function (constraints) {
      requests += 1;
      const answer = getUserMedia.call(this, constraints);
      // A clone would keep the device open: remember the stream itself.
      answer.then((stream) => streams.push(stream), () => {});
      return answer;
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
  for (const name of ['state', 'stream', 'track-replaced', 'verdict', 'chat']) {
    document.addEventListener(`earshot-${name}`, (event) => events.push({ type: `earshot-${name}`, detail: plain(event) }));
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
  document.addEventListener('securitypolicyviolation', (event) => problems.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));

  Object.assign(globalThis, { witness: {
    events,
    problems,
    lines,
    requests: () => requests,
    live: () => streams.flatMap((stream) => stream.getTracks()).filter((track) => track.readyState === 'live').map((track) => track.kind).sort(),
    opened: () => streams.length,
    widget: () => document.querySelector('earshot-widget'),
    /** Asks the page in the frame to evaluate an expression. @param {string} expression */
    askFrame: (expression) => new Promise((resolve, reject) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = ({ data }) => ('error' in data ? reject(new Error(data.error)) : resolve(data.value));
      document.querySelector('iframe')?.contentWindow?.postMessage({ evaluate: expression }, '*', [channel.port2]);
    }),
  } });
  if (globalThis.self !== globalThis.top) {
    addEventListener('message', async ({ data, ports }) => {
      if (!data?.evaluate) return;
      try {
        ports[0].postMessage({ value: await (0, eval)(data.evaluate) });
      } catch (error) {
        ports[0].postMessage({ error: String(error) });
      }
    });
  }
})();
