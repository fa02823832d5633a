// What carries the frames: over real sockets and requests on loopback, and over postMessage.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { WebSocketServer } from 'ws';
import { certain } from '../certain.js';
import { createTab, until } from '../chat/visitor.js';
import { httpAddress, socketAddress } from '../../js-glue/chat/address.js';
import { createServerSentEvents } from '../../js-glue/chat/server-sent-events.js';
import { httpDial } from '../../js-glue/chat/http.js';
import { postMessageDial } from '../../js-glue/chat/post-message.js';
import { webSocketDial } from '../../js-glue/chat/websocket.js';
import { answer, fakePlace } from './chat-fakes.js';
import { settle } from './fakes.js';
/** @import { PipeEvents } from '../../js-glue/chat/connection.js' */

/** @returns {PipeEvents & { told: unknown[] }} */
function listener() {
  /** @type {unknown[]} */
  const told = [];
  return {
    told,
    opened: () => told.push('opened'),
    data: (data) => told.push(data),
    heard() {},
    lost: () => told.push('lost'),
  };
}

test("an address is the page's own where it is relative, and ws where the page is http", () => {
  assert.equal(socketAddress('/chat', 'https://site.example/shop/item?x').href, 'wss://site.example/chat');
  assert.equal(socketAddress('chat', 'http://localhost:8080/a/b').href, 'ws://localhost:8080/a/chat');
  assert.equal(
    socketAddress('wss://chat.example/x?room=1#top', 'https://site.example/').href,
    'wss://chat.example/x?room=1',
  );
  assert.equal(httpAddress('/chat#x', 'https://site.example/shop/').href, 'https://site.example/chat');
});

test('a WebSocket carries frames both ways, and what it says after its end is not heard', async (t) => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  t.after(() => server.close());
  server.on('connection', (client) => client.on('message', (data) => client.send(`{"echo":${data}}`)));
  const { place } = createTab(server.address().port);
  const events = listener();
  const pipe = webSocketDial('/', place)(events);
  pipe.send({ type: 'ping' }); // too early: nobody hears it
  await until(() => events.told.length === 1, 'the connection');
  pipe.send({ type: 'ping' });
  await until(() => events.told.length === 2, 'the echo');
  assert.deepEqual(events.told, ['opened', '{"echo":{"type":"ping"}}']);
  for (const client of server.clients) client.terminate();
  await until(() => events.told.includes('lost'), 'the end');
});

test('an address that no WebSocket takes fails at once, and is told', () => {
  const { place, warnings } = createTab(1);
  assert.throws(() => webSocketDial('mailto:us', place)(listener()));
  assert.match(warnings.join(), /"mailto:us" is not an address a WebSocket can open/);
  assert.throws(() => httpDial('mailto:us', place)(listener()));
  assert.match(warnings.join(), /"mailto:us" is not an address for HTTP/);
});

test('a connection that the browser forbids at once fails, and the address is not blamed', () => {
  const Forbidden = /** @type {any} */ (
    class {
      constructor() {
        throw { name: 'NS_ERROR_CONTENT_BLOCKED', message: '' };
      }
    }
  ); // Firefox
  const place = fakePlace();
  assert.throws(() =>
    webSocketDial('wss://chat.example/x?token=secret', { ...place, Socket: Forbidden })(listener()),
  );
  assert.deepEqual(place.warnings, []); // its own policy: told by the browser's event
  assert.throws(() => webSocketDial('ws://chat.example/x', { ...place, Socket: Forbidden })(listener()));
  assert.match(place.warnings.join(), /on a page with https its address must begin with wss:$/);
});

test('a policy of the page that forbids the connection is named once, with the line to write, and nothing of the address but its host', () => {
  for (const [dialled, host] of /** @type {const} */ ([
    ['wss://chat.example/x?token=secret', 'wss://chat.example'],
    ['https://chat.example/x?token=secret', 'https://chat.example'],
  ])) {
    const place = fakePlace();
    /** @param {string} effectiveDirective @param {string} blockedURI */
    const violate = (effectiveDirective, blockedURI) =>
      place.document.dispatchEvent(
        Object.assign(new Event('securitypolicyviolation'), { effectiveDirective, blockedURI }),
      );
    const Socket = /** @type {any} */ (
      class extends EventTarget {
        close() {}
      }
    );
    const never = /** @type {typeof fetch} */ (() => new Promise(() => {}));
    const dial = dialled.startsWith('wss')
      ? webSocketDial(dialled, { ...place, Socket })
      : httpDial(dialled, { ...place, fetch: never });
    const pipe = dial(listener());
    violate('connect-src', 'https://other.example/');
    violate('img-src', host);
    assert.deepEqual(place.warnings, []);
    violate('connect-src', `${host}/x?token=secret`);
    violate('connect-src', `${host}/x?token=secret`);
    pipe.close();
    dial(listener()).close();
    violate('connect-src', host);
    assert.equal(place.warnings.length, 1);
    assert.match(
      certain(place.warnings[0]),
      new RegExp(
        `\\n {4}Content-Security-Policy: connect-src ${host}\\n {2}More: docs/diagnostics\\.md#chat_forbidden$`,
      ),
    );
  }
});

/** A server that says what it is told to. @param {import('node:test').TestContext} t */
async function serve(t) {
  /** @type {{ method: string, url: string, authorization: string, body: any }[]} */
  const asked = [];
  /** @type {import('node:http').ServerResponse[]} */
  const streams = [];
  let moved = /** @type {[number, string, string] | null} */ (null);
  /** @type {(body: any) => [number, string]} */
  let reply = ({ frames }) => [
    200,
    JSON.stringify({
      frames:
        frames[0].type === 'hello'
          ? [{ type: 'welcome', session: 's1', token: 't1', seq: 0, resumed: false }]
          : [{ type: 'pong' }],
    }),
  ];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const piece of request) text += piece;
    asked.push({
      method: request.method ?? '',
      url: request.url ?? '',
      authorization: request.headers.authorization ?? '',
      body: text && JSON.parse(text),
    });
    if (moved && request.method?.match(moved[2]))
      return void response.writeHead(moved[0], { location: moved[1] }).end();
    if (request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
      return void streams.push(response);
    }
    const [status, body] = reply(JSON.parse(text));
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    asked,
    streams,
    port,
    replyWith: (/** @type {typeof reply} */ next) => void (reply = next),
    redirect: (/** @type {number} */ status, /** @type {string} */ to, method = '') =>
      void (moved = [status, to, method]),
  };
}

test('over HTTP the token stays out of addresses, frames keep their order, and events come as they are sent', async (t) => {
  const { asked, streams, port } = await serve(t);
  const events = listener();
  const pipe = httpDial('/chat/', createTab(port).place)(events);
  await until(() => events.told.length === 1, 'the beginning');
  pipe.send({ type: 'hello', earshot: 1, session: '', token: '', after: 7, reason: null });
  await until(() => streams.length === 1, 'the stream');
  pipe.send({ type: 'typing', on: true });
  pipe.send({ type: 'message', id: 'v-1', text: 'One' });
  pipe.send({ type: 'typing', on: false });
  await until(() => asked.slice(2).flatMap(({ body }) => body.frames).length === 3, 'the frames');
  certain(streams[0]).write(`id: 1\ndata: ${JSON.stringify(answer(1))}\n\n`);
  await until(
    () => events.told.some((told) => typeof told === 'string' && told.includes('answer 1')),
    'the event',
  );
  const [hello, stream, ...posts] = asked;
  assert.deepEqual(
    [hello?.method, hello?.url, hello?.body.session, hello?.body.frames[0].type],
    ['POST', '/chat/frames', '', 'hello'],
  );
  assert.deepEqual([stream?.url, stream?.authorization], ['/chat/events?session=s1&after=0', 'Earshot t1']); // another session: from its beginning
  assert.deepEqual(
    posts.flatMap(({ body }) => body.frames.map((/** @type {{ type: string }} */ { type }) => type)),
    ['typing', 'message', 'typing'],
  );
  assert.deepEqual(
    posts.map(({ body: { session, token } }) => `${session} ${token}`),
    posts.map(() => 's1 t1'),
  );
  certain(streams[0]).end();
  await until(() => events.told.includes('lost'), 'the end');
  pipe.close();
});

test('an answer that is none loses the connection; a refusal is passed on', async (t) => {
  const { port, replyWith } = await serve(t);
  for (const [status, body, expected] of /** @type {const} */ ([
    [502, '<h1>Bad Gateway</h1>', 'lost'],
    [200, '{"frames":5}', 'lost'],
    [200, 'null', 'lost'],
    [200, `{"frames":[],"x":"${'x'.repeat(1024 * 1024)}"}`, 'lost'],
    [500, '{"frames":[]}', 'lost'],
    [429, '{"frames":[{"type":"refused","code":"too_fast"}]}', 'refused'],
  ])) {
    replyWith(() => [status, body]);
    const events = listener();
    const pipe = httpDial('/chat', createTab(port).place)(events);
    pipe.send({ type: 'ping' });
    await until(() => events.told.length === 2, body.slice(0, 40));
    const last = /** @type {any} */ (events.told[1]);
    assert.equal(last.type ?? last, expected, body.slice(0, 40));
    pipe.close();
  }
});

test('a redirect is not followed: the address it names receives neither text nor token', async (t) => {
  for (const status of [301, 302, 303, 307, 308]) {
    const elsewhere = await serve(t);
    const { port, asked, redirect } = await serve(t);
    redirect(status, `http://127.0.0.1:${elsewhere.port}/chat/frames`);
    const { place, warnings } = createTab(port);
    const dial = httpDial('/chat', place);
    for (const time of [1, 2]) {
      const events = listener();
      const pipe = dial(events);
      pipe.send({ type: 'hello', earshot: 1, session: 's1', token: 't1', after: 0, reason: null });
      await until(() => events.told.includes('lost'), `the end after ${status}`);
      pipe.close();
      assert.equal(asked.length, time);
    }
    // Now only the event stream redirects.
    redirect(status, `http://127.0.0.1:${elsewhere.port}/chat/events`, 'GET');
    const events = listener();
    const pipe = dial(events);
    pipe.send({ type: 'hello', earshot: 1, session: '', token: '', after: 0, reason: null });
    await until(() => events.told.includes('lost'), `the end of the events after ${status}`);
    pipe.close();
    assert.deepEqual(elsewhere.asked, []);
    assert.deepEqual(warnings, [
      '[Earshot] chat: "/chat" redirects, and Earshot does not follow: set chat.url to the final address',
    ]);
  }
});

test('events are read whole, however the stream is cut', () => {
  const stream =
    ': hello\r\n\r\nid: 1\r\ndata: one\r\n\r\ndata:two\ndata: lines\n\nevent: x\ndata\n\nretry: 5\rdata: three\r\rdata: never ended';
  for (let size = 1; size <= stream.length; size++) {
    /** @type {string[]} */
    const given = [];
    const read = createServerSentEvents(100, (data) => given.push(data));
    for (let at = 0; at < stream.length; at += size) assert.ok(read(stream.slice(at, at + size)));
    assert.deepEqual(given, ['one', 'two\nlines', 'three'], `pieces of ${size}`);
  }
  const read = createServerSentEvents(100, () => {});
  assert.equal(read('data: '.padEnd(99, 'x')), true);
  assert.equal(read('xx'), false);
});

test('postMessage: only the page around is spoken to and listened to, and only where it has the origin that the site named', async () => {
  const place = fakePlace();
  /** @type {any[]} */
  const posted = [];
  const parent = { postMessage: (/** @type {any} */ ...given) => posted.push(given) };
  const window = /** @type {any} */ (Object.assign(new EventTarget(), { parent }));
  const events = listener();
  const pipe = postMessageDial('https://site.example', { ...place, window })(events);
  await settle();
  assert.deepEqual(events.told, ['opened']);
  pipe.send({ type: 'ping' });
  assert.deepEqual(posted, [[{ earshot: 1, chat: { type: 'ping' } }, 'https://site.example']]);
  /** @param {object} more */
  const arrive = (more) =>
    window.dispatchEvent(
      Object.assign(
        new Event('message'),
        { source: parent, origin: 'https://site.example', data: { earshot: 1, chat: { type: 'pong' } } },
        more,
      ),
    );
  arrive({ source: window });
  arrive({ origin: 'https://evil.example' });
  arrive({ origin: 'null' });
  for (const data of [null, 'text', {}, { earshot: 2, chat: {} }, { earshot: 1 }]) arrive({ data });
  assert.deepEqual(events.told, ['opened']);
  arrive({});
  assert.deepEqual(events.told, ['opened', { type: 'pong' }]);
  pipe.close();
  arrive({});
  assert.equal(events.told.length, 2);

  window.parent = window;
  assert.throws(() => postMessageDial('https://site.example', { ...place, window })(listener()));
  assert.match(place.warnings.join(), /there is none/);
});
