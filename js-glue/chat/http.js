// Frames by HTTP, for proxies that break WebSockets: ours as POST requests, the server's as their answers and as a stream of events.
/** @import { VisitorFrame } from './protocol.js' */
/** @import { Dial, PipeEvents, Place } from './connection.js' */
import { toJson } from '../own-json.js';
import { notForHttp, redirects as httpRedirects } from '../owner/chat.js';
import { httpAddress, ofHttp, redirects, watchPolicy } from './address.js';
import { createServerSentEvents } from './server-sent-events.js';
import { readFrame } from './frames.js';

const LONGEST_ANSWER = 1024 * 1024; // frames come by the stream; an answer holds a few confirmations

/**
 * @param {string} url
 * @param {Place & { fetch: typeof fetch }} place
 * @returns {Dial}
 */
export function httpDial(url, place) {
  const {
    fetch,
    warn,
    document: { baseURI },
  } = place;
  let told = false; // the policy is named at the first try only
  let redirected = false; // so is a redirect

  /** @param {'/frames' | '/events'} path */
  const addressOf = (path) => ofHttp(httpAddress(url, baseURI, path));

  /** Text goes only to the address that the site has configured: no redirect is followed, as with a WebSocket.
   * @param {URL} address @param {RequestInit} how */
  async function ask(address, how) {
    const response = await fetch(address, { ...how, redirect: 'manual' });
    if (!redirects(response)) return response;
    if (!redirected) warn(httpRedirects(url));
    redirected = true;
    throw new TypeError('redirected');
  }

  return (events) => {
    try {
      if (!told) watchPolicy(addressOf('/frames'), place);
      told = true;
    } catch (error) {
      warn(notForHttp(url));
      throw error;
    }
    return exchange(events, addressOf, ask);
  };
}

/** @param {PipeEvents} events @param {(path: '/frames' | '/events') => URL} addressOf @param {(address: URL, how: RequestInit) => Promise<Response>} ask */
function exchange({ opened, data, heard, lost }, addressOf, ask) {
  const life = new AbortController();
  const { signal } = life;
  let session = '';
  let token = '';
  let after = 0;
  /** @type {VisitorFrame[]} */
  const waiting = [];
  let posting = false;

  /** One request at a time keeps the order. */
  async function post() {
    if (posting || waiting.length === 0) return;
    posting = true;
    const frames = waiting.splice(0);
    const body = toJson({ session, token, frames }) ?? '';
    const response = await ask(addressOf('/frames'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal,
    });
    const text = await response.text();
    posting = false;
    if (signal.aborted) return;
    const told = text.length <= LONGEST_ANSWER ? JSON.parse(text).frames : null;
    if (!Array.isArray(told) || told.length > 1000) throw new Error('no frames');
    for (const frame of told) {
      const known = readFrame(frame);
      if (known?.type === 'welcome') begin(known.session, known.token);
      data(frame);
    }
    if (!response.ok && told.length === 0) throw new Error('refused without a word');
    await post();
  }

  /** @param {string} welcomed @param {string} given */
  function begin(welcomed, given) {
    if (welcomed !== session) after = 0;
    session = welcomed;
    token = given || token;
    listen().then(lost, lost); // it has no end
  }

  async function listen() {
    const address = addressOf('/events');
    address.searchParams.set('session', session);
    address.searchParams.set('after', String(after));
    const headers = { accept: 'text/event-stream', authorization: `Earshot ${token}` };
    const response = await ask(address, { headers, cache: 'no-store', signal });
    if (!response.ok || !response.body) return void JSON.parse(await response.text()).frames.forEach(data);
    const read = createServerSentEvents(2 * LONGEST_ANSWER, data);
    const words = new TextDecoder();
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done || signal.aborted) return;
      heard(); // a comment too
      if (!read(words.decode(value, { stream: true }))) return;
    }
  }

  const start = Promise.resolve().then(opened);
  return {
    pings: false, // the stream breaks its silence by itself; an answer to a POST says nothing of it
    /** @param {VisitorFrame} frame */
    send(frame) {
      if (frame.type === 'hello') ({ session, token, after } = frame);
      waiting.push(frame);
      start.then(post).catch(lost);
    },
    close: () => life.abort(),
  };
}
