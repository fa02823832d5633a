// WebDriver BiDi: JSON messages over one WebSocket.
import WebSocket from 'ws';

/** @param {string} address */
export async function connectBidi(address) {
  const socket = new WebSocket(address, { maxPayload: 1 << 28 });
  await new Promise((opened, failed) => socket.once('open', opened).once('error', failed));
  /** @type {Map<number, { method: string, resolve: (result: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  let lastId = 0;

  socket.on('message', (/** @type {Buffer} */ data) => {
    const { id, type, result, error, message } = JSON.parse(String(data));
    const call = waiting.get(id);
    waiting.delete(id);
    if (type === 'error') call?.reject(new Error(`${call.method}: ${error}: ${message}`));
    else call?.resolve(result);
  });
  socket.on('close', () => {
    for (const { method, reject } of waiting.values()) reject(new Error(`${method}: the browser is gone`));
  });

  return {
    /** @param {string} method @param {Record<string, unknown>} [params] @returns {Promise<any>} */
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { method, resolve, reject });
        socket.send(JSON.stringify({ id: lastId, method, params }));
      }),
    close: () => socket.terminate(),
  };
}
