// A proxy between a visitor and the server that does to WebSockets what networks do, and worse.
import { once } from 'node:events';
import { WebSocket, WebSocketServer } from 'ws';
import { chance, pick } from './chance.js';

/** What happens to a frame, and how often. */
const ODDS = {
  lost_before: 0.0002, // killed, and the frame with it
  lost_after: 0.0002, // killed once the other side has it
  cut: 0.0002, // killed in the middle of the frame
  half_open: 0.0001, // nothing comes through any more, and nobody says so
  dropped: 0.0003, // this frame is not delivered
  twice: 0.001,
  swapped: 0.002, // with the next one
  slow: 0.001,
  nonsense: 0.0005, // something comes that is no JSON
  huge: 0.0002, // a frame of 1 MB
};
const AT_THE_DOOR = { busy: 0.05, wrong_session: 0.05, wrong_token: 0.05 };
const SLOW_MS = 15;
const HUGE = JSON.stringify({
  type: 'message',
  id: 'a-huge',
  seq: 1,
  at: 1,
  from: 'agent',
  text: 'x'.repeat(1024 * 1024),
});

/** @typedef {WebSocket & { _socket?: import('node:net').Socket }} Socket */

/** @param {import('node:test').TestContext} t @param {() => number} serverPort @param {number} seed */
export async function startFaultyWebSocket(t, serverPort, seed) {
  const proxy = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  await once(proxy, 'listening');
  /** How often each fault came. @type {Record<string, number>} */
  const met = {};
  let connections = 0;
  let calm = false;
  /** Sessions that were refused once: one that is refused again and again is given up, rightly. @type {Set<string>} */
  const refused = new Set();

  /** @param {() => number} random @param {Record<string, number>} odds */
  function fault(random, odds) {
    const found = calm ? undefined : pick(random, odds);
    if (found) met[found] = (met[found] ?? 0) + 1;
    return found;
  }

  proxy.on(
    'connection',
    (/** @type {Socket} */ visitor, /** @type {import('node:http').IncomingMessage} */ request) => {
      const random = chance(seed + 7919 * (connections += 1));
      const { host, origin } = request.headers;
      const server = /** @type {Socket} */ (
        new WebSocket(`ws://127.0.0.1:${serverPort()}/chat`, {
          origin,
          headers: { host },
          perMessageDeflate: false,
        })
      );
      const atTheDoor = fault(random, AT_THE_DOOR);
      let halfOpen = false;
      const kill = () => {
        visitor.terminate();
        server.terminate();
      };
      for (const socket of [visitor, server]) {
        socket.setMaxListeners(0);
        socket.on('error', () => {});
        socket.on('close', () => void (halfOpen || kill()));
      }
      if (atTheDoor === 'busy') return kill();

      /** @param {Socket} to @param {(to: Socket) => void} send */
      function when(to, send) {
        if (to.readyState === to.OPEN) send(to);
        else to.once('open', () => send(to));
      }

      /** One direction. @param {Socket} from @param {Socket} to */
      function carry(from, to) {
        /** @type {string | null} */
        let held = null;
        let late = Promise.resolve();
        const give = (/** @type {string} */ text) =>
          when(to, () => to.readyState === to.OPEN && to.send(text));
        from.on('message', (data) => {
          const text = spoilt(String(data), atTheDoor, refused);
          const what = fault(random, ODDS);
          late = late
            .then(() =>
              what === 'slow' ? new Promise((resolve) => setTimeout(resolve, SLOW_MS)) : undefined,
            )
            .then(() => deliver(text, what));
        });

        /** @param {string} text @param {string | undefined} what */
        function deliver(text, what) {
          if (halfOpen) return;
          if (what === 'lost_before') return kill();
          if (what === 'cut') return cut(to, text, kill);
          if (what === 'half_open') {
            halfOpen = true;
            return void setTimeout(kill, 2000).unref();
          }
          if (what === 'dropped') return;
          if (what === 'swapped' && held === null) return void (held = text);
          if (what === 'nonsense') give('{"type":');
          if (what === 'huge') give(HUGE);
          give(text);
          if (what === 'twice') give(text);
          if (held !== null) give(held);
          held = null;
          if (what === 'lost_after') setTimeout(kill, 2);
        }
      }
      carry(visitor, server);
      carry(server, visitor);
    },
  );

  t.after(() => {
    for (const client of proxy.clients) client.terminate();
    proxy.close();
  });
  return { met, port: proxy.address().port, connections: () => connections, calm: () => void (calm = true) };
}

/** A hello that somebody else could say. @param {string} text @param {string | undefined} how @param {Set<string>} refused */
export function spoilt(text, how, refused) {
  if (!text.startsWith('{"type":"hello"')) return text;
  const hello = JSON.parse(text);
  if (refused.delete(hello.session) || hello.session === '' || !how) return text;
  refused.add(hello.session);
  return JSON.stringify({
    ...hello,
    ...(how === 'wrong_session' ? { session: 'somebody-elses' } : { token: 'A'.repeat(43) }),
  });
}

/** Half of a frame, then the line is dead. @param {Socket} to @param {string} text @param {() => void} kill */
function cut(to, text, kill) {
  const body = Buffer.from(text);
  if (to._socket?.writable)
    to._socket.write(Buffer.concat([Buffer.from([0x81, Math.min(body.length, 125)]), body.subarray(0, 20)]));
  setTimeout(kill, 2);
}
