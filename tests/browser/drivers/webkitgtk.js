// WebKitGTK in a small embedder of our own (webkit-host.py), on a screen of our own: it has no headless mode.
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import { atMost, start, stop } from './children.js';
import { handOn } from './hand.js';
import { inPageJson } from './in-page-json.js';
import { createPage } from './page.js';
import { program, pythonBinding } from './programs.js';
import { read, until } from './until.js';
/** @import { EngineOptions, Kind, Permission } from './engine.js' */

const HOST = fileURLToPath(new URL('./webkit-host.py', import.meta.url));

/** @param {EngineOptions & { display: import('./display.js').Display }} options */
export async function openWebKitGtk({ sound, devices = !sound, display, proxy = '', fontSize }) {
  pythonBinding('WebKit2', '4.1', 'gir1.2-webkit2-4.1');
  const child = start(program('python'), [HOST], {
    env: {
      ...process.env,
      ...display.env,
      ...sound?.env,
      EARSHOT_WEBKIT: JSON.stringify({ devices, proxy, fontSize }),
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const [input, output, errors] =
    /** @type {[import('node:stream').Writable, import('node:stream').Readable, import('node:stream').Readable]} */ (
      /** @type {unknown} */ (child.stdio)
    );
  let said = '';
  errors.on('data', (data) => {
    said += data;
  });
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  /** @type {Set<(event: any) => void>} */
  const listeners = new Set();
  let lastId = 0;

  readline.createInterface({ input: output }).on('line', (line) => {
    const message = JSON.parse(line);
    if (message.event) return listeners.forEach((listen) => listen(message));
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) call?.resolve(message.ok);
    else call?.reject(new Error(message.error));
  });
  child.once('exit', (code) => {
    for (const { reject } of waiting.values())
      reject(new Error(`the WebKitGTK host ended (${code})\n${said}`));
  });
  input.on('error', () => {});

  /** @param {string} order @param {Record<string, unknown>} [more] @returns {Promise<any>} */
  const send = (order, more = {}) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      input.write(`${JSON.stringify({ id: lastId, do: order, ...more })}\n`);
    });
  /** @param {(event: any) => unknown} wanted */
  const heard = (wanted) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        listeners.delete(listen);
        reject(new Error(`WebKitGTK did not answer\n${said}`));
      }, 20_000);
      /** @param {any} event */
      const listen = (event) => {
        if (!wanted(event)) return;
        clearTimeout(timer);
        listeners.delete(listen);
        resolve(event);
      };
      listeners.add(listen);
    });

  await heard(({ event }) => event === 'ready');
  /** @param {string} url */
  async function goto(url) {
    const loaded = heard(
      ({ event, phase }) => event === 'load-failed' || (event === 'load' && phase === 'finished'),
    );
    await send('load', { url });
    const { event, message } = /** @type {{ event: string, message?: string }} */ (await loaded);
    if (event === 'load-failed') throw new Error(`${url}: ${message}`);
  }
  // A click into a window that is still being placed is lost: click until the page says where it felt it.
  await goto('about:blank');
  await send('run', {
    body: 'document.onmousedown = ({ clientX, clientY }) => { globalThis.felt = [clientX, clientY]; };',
  });
  const spot = 300;
  const [x, y] = await until(
    async () => {
      await display.click(spot, spot);
      return JSON.parse(await send('run', { body: 'return JSON.stringify(globalThis.felt ?? null)' }));
    },
    { what: "WebKitGTK's window to feel a click", every: 100 },
  );
  const [left, top] = [spot - x, spot - y];
  const page = createPage({
    goto,
    async run(expression) {
      const text = await send('run', { body: `return (${inPageJson})(await (${expression}))` });
      return text === 'undefined' ? undefined : JSON.parse(text);
    },
    hand: handOn(display, () => [left, top]),
    screenshot: (file) => display.screenshot(file),
  });

  /** @type {Record<Kind, Permission>} */
  const states = { microphone: 'prompt', camera: 'prompt', notifications: 'prompt' };
  /** @param {string} _origin @param {Kind} kind @param {Permission} state */
  const setPermission = (_origin, kind, state) => {
    states[kind] = state;
    return send('permissions', { states });
  };

  return {
    page,
    setPermission,
    // As a browser's toolbar does it: no longer allowed, and the capture ends.
    /** @param {string} at @param {Kind} kind */
    async revoke(at, kind) {
      await setPermission(at, kind, 'denied');
      await send('capture', { kind, state: 'none' });
    },
    /** The browser's own mute button. @param {boolean} on */
    mute: (on) => send('capture', { kind: 'microphone', state: on ? 'muted' : 'active' }),
    /** Something else is shown instead of the page. Answers with the way back. */
    async anotherTab() {
      await send('show', { value: false });
      return { page: undefined, back: () => send('show', { value: true }) };
    },
    /** To the page before. A script that runs while pages change is never answered: so the change is waited for. */
    async back() {
      const loaded = heard(({ event, phase }) => event === 'load' && phase === 'finished');
      await send('back');
      await loaded;
      // On a busy machine the page before may still be leaving: what it is asked then is answered with an error.
      await until(() => send('run', { body: "return 'there'" }).catch(() => ''), {
        what: 'the page before to answer',
      });
    },
    prompt: {
      shown: () => until(() => send('waiting'), { what: 'a permission request' }),
      async allow() {
        await this.shown();
        await send('answer', { value: 'allow' });
      },
      async deny() {
        await this.shown();
        await read();
        await send('answer', { value: 'deny' });
      },
      async dismiss() {
        await this.shown();
        await read();
        await send('answer', { value: 'drop' });
      },
    },
    async close() {
      await atMost(
        1000,
        send('quit').catch(() => {}),
      );
      await stop(child);
    },
  };
}
