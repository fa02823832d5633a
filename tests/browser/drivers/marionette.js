// Marionette: the part of Firefox that runs privileged scripts for tests. `LENGTH:JSON` over TCP.
import net from 'node:net';

/** @param {number} port */
export async function connectMarionette(port) {
  const socket = net.connect(port, '127.0.0.1');
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  let buffer = Buffer.alloc(0);
  let lastId = 0;
  /** @type {() => void} */
  let greeted = () => {};
  const greeting = new Promise((resolve, reject) => {
    greeted = () => resolve(undefined);
    socket.on('error', reject);
  });

  socket.on('data', (data) => {
    buffer = Buffer.concat([buffer, data]);
    for (;;) {
      const colon = buffer.indexOf(':');
      const end = colon + 1 + Number(buffer.subarray(0, Math.max(colon, 0)));
      if (colon < 0 || buffer.length < end) return;
      const message = JSON.parse(String(buffer.subarray(colon + 1, end)));
      buffer = buffer.subarray(end);
      if (Array.isArray(message)) {
        const [, id, error, result] = message;
        const call = waiting.get(id);
        waiting.delete(id);
        if (error) call?.reject(new Error(`${error.error}: ${error.message}`));
        else call?.resolve(result);
      } else greeted();
    }
  });
  await greeting;

  /** @param {string} command @param {Record<string, unknown>} [params] @returns {Promise<any>} */
  const send = (command, params = {}) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      const text = JSON.stringify([0, lastId, command, params]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  return {
    send,
    /** Runs a function body with the browser's own rights. @param {string} script @param {unknown[]} args */
    async privileged(script, ...args) {
      await send('Marionette:SetContext', { value: 'chrome' });
      const { value } = await send('WebDriver:ExecuteScript', {
        script,
        args,
        sandbox: 'system',
        newSandbox: true,
      });
      return value;
    },
    close: () => socket.destroy(),
  };
}
