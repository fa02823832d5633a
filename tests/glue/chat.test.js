import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { WebSocket as NodeSocket, WebSocketServer } from 'ws';
import { shareTransport } from '../../js-glue/effects/chat.js';
import { createHostTransport } from '../../js-glue/transports/host.js';
import { createWebSocketTransport, socketAddress, textOfFrame } from '../../js-glue/transports/websocket.js';
/** @import { ChatMessage, ChatTransport } from '../../js-glue/contract.js' */

class QuietSocket extends NodeSocket {
  /** @param {string} address */
  constructor(address) {
    super(address);
    this.on('error', () => {}); // pages need no listener for it; a Node process would end
  }
}
const Socket = /** @type {typeof WebSocket} */ (/** @type {unknown} */ (QuietSocket));

/** @param {() => boolean} holds */
async function until(holds) {
  for (const end = Date.now() + 5000; !holds(); ) {
    if (Date.now() > end) throw new Error('this did not come about within 5 s');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A chat server on loopback. @param {import('node:test').TestContext} t */
async function serve(t, port = 0) {
  const server = new WebSocketServer({ host: '127.0.0.1', port });
  await once(server, 'listening');
  /** @type {string[]} */
  const received = [];
  server.on('connection', (client) => client.on('message', (data) => received.push(String(data))));
  const stop = () => {
    server.clients.forEach((client) => client.terminate());
    server.close();
  };
  t.after(stop);
  return { server, received, stop, port: server.address().port };
}

/** @param {ChatTransport} transport */
function listen(transport) {
  /** @type {string[]} */
  const states = [];
  /** @type {ChatMessage[]} */
  const messages = [];
  transport.onState((state) => states.push(state));
  transport.onMessage((message) => messages.push(message));
  return { states, messages };
}

test('an address is the page\'s own where it is relative, and ws where the page is http', () => {
  assert.equal(socketAddress('/chat', 'https://site.example/shop/item?x'), 'wss://site.example/chat');
  assert.equal(socketAddress('chat', 'http://localhost:8080/a/b'), 'ws://localhost:8080/a/chat');
  assert.equal(socketAddress('wss://chat.example/x?room=1#top', 'https://site.example/'), 'wss://chat.example/x?room=1');
});

test('only our own frames are read', () => {
  assert.equal(textOfFrame('{"type":"message","text":"Hello"}'), 'Hello');
  assert.equal(textOfFrame('{"type":"message","text":""}'), '');
  for (const bad of ['', '{', 'null', '[]', '"message"', '{"type":"message"}', '{"type":"other","text":"x"}',
    '{"type":"message","text":5}', new ArrayBuffer(4), JSON.stringify({ type: 'message', text: 'x'.repeat(65_536) })]) {
    assert.equal(textOfFrame(bad), null);
  }
});

test('what is written before the connection stands is sent when it does, and answers come back', async (t) => {
  const { server, received, port } = await serve(t);
  /** @type {string[]} */
  const warnings = [];
  const transport = createWebSocketTransport('/chat', { base: `http://127.0.0.1:${port}/`, Socket, warn: (line) => warnings.push(line) });
  const { states, messages } = listen(transport);
  transport.open();
  transport.open(); // harmless
  transport.send({ from: 'visitor', text: 'Is anybody there?' });
  await until(() => received.length === 1);
  assert.deepEqual(received, ['{"type":"message","text":"Is anybody there?"}']);
  assert.equal(server.clients.size, 1);

  for (const client of server.clients) {
    client.send('nonsense');
    client.send(JSON.stringify({ type: 'message', text: 'x'.repeat(70_000) }));
    client.send('{"type":"message","text":"Yes."}');
  }
  await until(() => messages.length === 1);
  assert.deepEqual(messages, [{ from: 'agent', text: 'Yes.' }]);
  assert.equal(warnings.length, 2);
  transport.send({ from: 'visitor', text: 'x'.repeat(70_000) });
  assert.equal(warnings.length, 3);
  transport.close();
  assert.deepEqual(states, ['connecting', 'open', 'closed']);
});

test('a lost connection is made again, and nothing that was written meanwhile is lost', async (t) => {
  const first = await serve(t);
  const transport = createWebSocketTransport('/', { base: `http://127.0.0.1:${first.port}/`, Socket, firstWaitMs: 20 });
  const { states } = listen(transport);
  transport.open();
  await until(() => states.includes('open'));
  first.stop();
  await until(() => states[states.length - 1] === 'failed'); // three attempts in a row
  transport.send({ from: 'visitor', text: 'Still here' });
  const second = await serve(t, first.port);
  await until(() => second.received.length === 1);
  assert.equal(states[states.length - 1], 'open');
  transport.close();
});

test('an address that no WebSocket takes fails at once', () => {
  /** @type {string[]} */
  const warned = [];
  const transport = createWebSocketTransport('mailto:us', { base: 'http://localhost/', Socket, warn: (line) => warned.push(line) });
  const { states } = listen(transport);
  transport.open();
  assert.deepEqual(states, ['failed']);
  assert.match(warned.join(), /"mailto:us" is not an address/);
});

test('a connection that the browser forbids at once fails, and the address is not blamed', () => {
  const Forbidden = /** @type {any} */ (class { constructor() { throw { name: 'NS_ERROR_CONTENT_BLOCKED', message: '' }; } }); // Firefox
  /** @type {string[]} */
  const warned = [];
  /** @param {string} url */
  const open = (url) => {
    const transport = createWebSocketTransport(url, { base: 'https://site.example/', Socket: Forbidden, warn: (line) => warned.push(line) });
    const { states } = listen(transport);
    transport.open();
    transport.close();
    return states;
  };
  assert.deepEqual(open('wss://chat.example/x?token=secret'), ['failed', 'closed']);
  assert.deepEqual(warned, []); // its own policy: told by the browser's event
  open('ws://chat.example/x');
  assert.match(warned.join(), /on a page with https its address must begin with wss:$/);
});

test('a policy of the page that forbids the connection is named once, with the line to write, and nothing of the address but its host', (t) => {
  const document = new EventTarget();
  /** @type {string[]} */
  const warned = [];
  class Forbidden extends EventTarget {
    close() {}
  }
  const transport = createWebSocketTransport('wss://chat.example/x?token=secret', {
    base: 'https://site.example/', Socket: /** @type {any} */ (Forbidden), warn: (line) => warned.push(line), document,
  });
  t.after(transport.close);
  /** @param {string} effectiveDirective @param {string} blockedURI */
  const violate = (effectiveDirective, blockedURI) => document.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), { effectiveDirective, blockedURI }));
  transport.open();
  violate('connect-src', 'https://other.example/');
  violate('img-src', 'wss://chat.example');
  assert.deepEqual(warned, []);
  violate('connect-src', 'wss://chat.example/x?token=secret');
  violate('connect-src', 'wss://chat.example/x?token=secret');
  assert.equal(warned.length, 1);
  assert.match(warned[0], /\n {4}Content-Security-Policy: connect-src wss:\/\/chat\.example\n {2}More: docs\/diagnostics\.md#chat_forbidden$/);
  transport.close();
  transport.open();
  transport.close();
  violate('connect-src', 'wss://chat.example');
  assert.equal(warned.length, 1);
});

test('the host page carries text by events', () => {
  /** @type {unknown[]} */
  const told = [];
  const transport = createHostTransport((event, detail) => told.push(event, detail));
  const { states } = listen(transport);
  transport.open();
  transport.send({ from: 'visitor', text: 'Hello' });
  assert.deepEqual(told, ['chat', { message: { from: 'visitor', text: 'Hello' } }]);
  assert.deepEqual(states, ['open']);
});

test('session and widget share one transport: opened once, both hear everything, late ones the last state', () => {
  let opened = 0;
  /** @type {(state: 'open' | 'failed') => void} */
  let report = () => {};
  const carrier = /** @type {ChatTransport} */ ({
    open: () => opened++, close() {}, send() {}, onMessage() {}, onState: (listener) => (report = listener),
  });
  const shared = shareTransport(carrier);
  const early = listen(shared);
  shared.open();
  shared.open();
  assert.equal(opened, 1);
  report('failed');
  shared.open(); // the visitor tries again
  assert.equal(opened, 2);
  assert.deepEqual(listen(shared).states, ['failed']);
  report('open');
  assert.deepEqual(early.states, ['failed', 'open']);
});
