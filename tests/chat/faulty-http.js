// The same for HTTP: what proxies, phones and hotel networks do to requests and to streams of events.
import { once } from 'node:events';
import http from 'node:http';
import { chance, pick } from './chance.js';
import { spoilt } from './faulty-websocket.js';

/** What happens to a request. */
const REQUEST = {
  lost_before: 0.003, // it never arrives
  lost_after: 0.003, // it arrives, and its answer does not
  cut: 0.003, // half of the answer, and the line is dead
  half_open: 0.003, // no answer, and nobody says so
  bad_gateway: 0.003, // some machine between has words of its own
  nonsense: 0.003, // an answer that is no JSON
  twice: 0.003,
  slow: 0.003,
};
/** What happens to an event. */
const EVENT = {
  stream_lost: 0.0006,
  stream_cut: 0.0006,
  stream_half_open: 0.0003,
  dropped: 0.0006,
  event_twice: 0.001,
  swapped: 0.002,
  event_slow: 0.001,
  event_nonsense: 0.001,
  huge: 0.0005,
};
const AT_THE_DOOR = { busy: 0.05, wrong_session: 0.05, wrong_token: 0.05 };
const SLOW_MS = 15;
const HUGE = `data: ${JSON.stringify({ type: 'message', id: 'a-huge', seq: 1, at: 1, from: 'agent', text: 'x'.repeat(1024 * 1024) })}\n\n`;
const after = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @typedef {import('node:http').IncomingMessage} Request @typedef {import('node:http').ServerResponse} Response */

/** @param {import('node:test').TestContext} t @param {() => number} serverPort @param {number} seed */
export async function startFaultyHttp(t, serverPort, seed) {
  const random = chance(seed);
  /** How often each fault came. @type {Record<string, number>} */
  const met = {};
  let connections = 0;
  let calm = false;
  /** @type {Set<string>} */
  const refused = new Set();
  const agent = new http.Agent({ keepAlive: true });

  /** @param {Record<string, number>} odds */
  function fault(odds) {
    const found = calm ? undefined : pick(random, odds);
    if (found) met[found] = (met[found] ?? 0) + 1;
    return found;
  }

  /** @param {Request} request @param {string} body @returns {Promise<Request>} */
  async function forward({ method, url, headers }, body) {
    const { host, origin, authorization, 'content-type': type } = headers;
    const given = { host, origin, authorization, 'content-type': type };
    const passed = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const onward = http.request({
      port: serverPort(),
      host: '127.0.0.1',
      method,
      path: url,
      headers: passed,
      agent,
    });
    onward.end(body);
    const [response] = await once(onward, 'response');
    return response;
  }

  const server = http.createServer((request, response) => {
    response.on('error', () => {});
    const carry = request.method === 'POST' ? post : events;
    carry(request, response).catch(() => response.destroy());
  });

  /** @param {Request} request @param {Response} response */
  async function post(request, response) {
    const body = atTheDoor(await all(request));
    const what = fault(REQUEST);
    if (what === 'lost_before') return void response.destroy();
    if (what === 'bad_gateway')
      return void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502 Bad Gateway</h1>');
    if (what === 'slow') await after(SLOW_MS);
    if (what === 'twice') await all(await forward(request, body));
    const answer = await forward(request, body);
    const text = await all(answer);
    if (what === 'lost_after') return void response.destroy();
    if (what === 'half_open') return void setTimeout(() => response.destroy(), 2000).unref();
    response.writeHead(answer.statusCode ?? 500, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    });
    if (what === 'cut') {
      response.write(text.slice(0, text.length / 2));
      return void setTimeout(() => response.destroy(), 2);
    }
    response.end(what === 'nonsense' ? text.replace(/[{}]/g, ' ') : text);
  }

  /** @param {string} body */
  function atTheDoor(body) {
    if (!body.includes('"type":"hello"')) return body;
    connections++;
    const how = fault(AT_THE_DOOR);
    if (how === 'busy') throw new Error('busy');
    const asked = JSON.parse(body);
    return JSON.stringify({
      ...asked,
      frames: [JSON.parse(spoilt(JSON.stringify(asked.frames[0]), how, refused))],
    });
  }

  /** @param {Request} request @param {Response} response */
  async function events(request, response) {
    const stream = await forward(request, '');
    response.on('close', () => stream.destroy());
    response.writeHead(stream.statusCode ?? 500, { 'content-type': stream.headers['content-type'] ?? '' });
    stream.on('error', () => response.destroy());
    let held = '';
    let rest = '';
    for await (const piece of stream.setEncoding('utf8')) {
      const each = (rest + piece).split('\n\n');
      rest = each.pop() ?? '';
      for (const event of each) {
        const what = fault(EVENT);
        const text = `${event}\n\n`;
        if (what === 'stream_lost') return void response.destroy();
        if (what === 'stream_half_open') return void setTimeout(() => response.destroy(), 2000).unref();
        if (what === 'stream_cut') {
          response.write(text.slice(0, text.length / 2));
          return void setTimeout(() => response.destroy(), 2);
        }
        if (what === 'event_slow') await after(SLOW_MS);
        if (what === 'dropped') continue;
        if (what === 'swapped' && held === '') {
          held = text;
          continue;
        }
        if (what === 'event_nonsense') response.write('data: {"type":\n\n');
        if (what === 'huge') response.write(HUGE);
        response.write(text + (what === 'event_twice' ? text : '') + held);
        held = '';
      }
    }
    response.end(rest);
  }

  await once(server.listen(0, '127.0.0.1'), 'listening');
  t.after(() => {
    agent.destroy();
    server.close();
    server.closeAllConnections();
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { met, port, connections: () => connections, calm: () => void (calm = true) };
}

/** @param {Request} stream */
async function all(stream) {
  let text = '';
  for await (const piece of stream.setEncoding('utf8')) text += piece;
  return text;
}
