// The line to the server: what happens comes as events, what is said is posted. The token travels in a header, never in an address.

const AGAIN_MS = 1000;
const TRAVELS = /^[A-Za-z0-9._~+/=-]+$/; // headers carry nothing else, so no server has another token

/** @param {string} token */
export function openConnection(token) {
  const authorization = `Operator ${token}`;

  /** @param {object} body @returns {Promise<{ type: string, text?: string }[]>} */
  async function post(body) {
    const response = await fetch('/chat/operator/frames', {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()).frames;
  }

  /**
   * Events until `signal` says stop; comes again by itself. `address` is asked each time, for it says what was seen.
   * @param {() => string} address @param {{ frame: (frame: any) => void, state: (state: 'open' | 'waiting' | 'forbidden') => void, signal: AbortSignal }} hooks
   */
  async function listen(address, { frame, state, signal }) {
    if (!TRAVELS.test(token)) return state('forbidden');
    while (!signal.aborted) {
      try {
        const response = await fetch(address(), { headers: { authorization }, signal });
        if (response.status === 403) return state('forbidden');
        if (response.ok && response.body) {
          state('open');
          await read(response.body, frame);
        }
      } catch {}
      if (signal.aborted) return;
      state('waiting');
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }

  return { post, listen };
}

/** @param {ReadableStream<Uint8Array>} body @param {(frame: any) => void} frame */
async function read(body, frame) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const blocks = (rest + decoder.decode(part.value, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (data) frame(JSON.parse(data));
    }
  }
}
