// The protocol over a WebSocket: one frame a message, handled one after the other.
import { WebSocketServer } from 'ws';
import { createPace } from '../conversation/pace.js';
import { readFrame, refused } from '../protocol/wire.js';
import { createWaitingRoom } from './waiting-room.js';

/** @typedef {import('ws').WebSocket} WebSocket */
/** @typedef {import('../conversation/chat.js').Chat} Chat */

/** @param {Chat} chat @param {(request: import('node:http').IncomingMessage) => string} addressOf */
export function overWebSocket(chat, addressOf) {
  const { strangers, strangersPerAddress } = chat.limits;
  const room = createWaitingRoom({ most: strangers, perAddress: strangersPerAddress });
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: chat.limits.frameBytes,
    perMessageDeflate: false,
  });
  /** @type {WeakMap<WebSocket, boolean>} */
  const alive = new WeakMap();
  const heart = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!alive.get(socket)) socket.terminate();
      alive.set(socket, false);
      socket.ping();
    }
  }, chat.limits.aliveMs).unref();
  chat.endings.add(() => {
    clearInterval(heart);
    for (const socket of sockets.clients) {
      socket.send(JSON.stringify(chat.closing()));
      socket.close(1012, 'the server closes');
      setTimeout(() => socket.terminate(), chat.limits.goodbyeMs).unref();
    }
  });

  /** @param {import('node:http').IncomingMessage} request @param {import('node:stream').Duplex} pipe @param {Buffer} head */
  return (request, pipe, head) => {
    const address = addressOf(request);
    if (chat.isClosed()) return void pipe.end('HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\n\r\n');
    sockets.handleUpgrade(request, pipe, head, (socket) => {
      const witness = () => void alive.set(socket, true);
      witness();
      socket.on('pong', witness);
      socket.on('message', witness);
      converse(chat, socket, address, room);
    });
  };
}

/** @param {Chat} chat @param {WebSocket} socket @param {string} address @param {ReturnType<typeof createWaitingRoom>} room  Until there was a hello. */
function converse(chat, socket, address, room) {
  const { frames, refusals: refusalRate, framesAhead, frameBytes, textCharacters, bufferBytes } = chat.limits;
  const sink = sinkOf(socket, bufferBytes);
  const framePace = createPace(frames);
  const refusals = createPace(refusalRate);
  const seen = chat.witness();
  const introduced = room(address, shyAway);
  const tooShy = setTimeout(shyAway, chat.limits.helloMs);
  /** A connection that somebody talks on has a place of its own. @type {(() => void) | undefined} */
  let giveBack;
  /** @type {{ id: string, follower: import('../conversation/delivery.js').Delivery, unsubscribe: () => void } | undefined} */
  let visit;
  let isTyping = false;
  let waiting = 0;
  let waitingBytes = 0;
  let work = Promise.resolve();

  socket.on('error', () => {}); // a frame over the limit, half a frame: the library closes, with 1009 or 1002
  socket.on('message', (data, binary) => {
    const size = Array.isArray(data) ? 0 : data.byteLength;
    waiting += 1;
    waitingBytes += size;
    if (waiting >= framesAhead || waitingBytes > 2 * frameBytes) socket.pause();
    work = work
      .then(() => take(data, binary))
      .catch(lost)
      .then(() => {
        waiting -= 1;
        waitingBytes -= size;
        if (socket.isPaused && waiting < framesAhead / 2 && waitingBytes <= frameBytes) socket.resume();
      });
  });
  socket.on('close', () => {
    clearTimeout(tooShy);
    introduced();
    standUp();
    visit?.unsubscribe();
    if (visit && isTyping) chat.typing(visit.id, 'visitor', false);
  });

  function standUp() {
    giveBack?.();
    giveBack = undefined;
  }

  function shyAway() {
    socket.close(1008, 'no hello');
    setTimeout(() => socket.terminate(), chat.limits.goodbyeMs).unref(); // whoever says nothing may not say goodbye either
  }

  /** The store does not answer: the visitor comes again, perhaps to another process. */
  function lost() {
    socket.close(1011, 'try again');
  }

  /** @param {import('../protocol/wire.js').Refused} frame */
  function refuse(frame) {
    sink.write(frame);
    if (refusals('')) socket.close(1008, 'too much that cannot be taken');
  }

  /** @param {Buffer} data @param {boolean} binary */
  async function take(data, binary) {
    if (!isOpen(socket)) return;
    const wait = framePace('');
    const frame = binary
      ? refused('bad_frame', 'Frames are text.')
      : readFrame(data.toString(), textCharacters);
    if (wait)
      return refuse(
        refused('too_fast', 'Too many frames.', { ...('id' in frame && { id: frame.id }), retry_ms: wait }),
      );
    if (frame.type === 'refused') return refuse(frame);
    if (frame.type === 'hello') return greet(frame);
    if (!visit)
      return refuse(refused('no_session', 'Say hello first.', { ...('id' in frame && { id: frame.id }) }));
    seen(visit.id);
    if (frame.type === 'ping') {
      sink.write({ type: 'pong' });
      return void visit.follower.catchUp(); // what a bus may have lost is found at the latest now
    }
    if (frame.type === 'typing') {
      isTyping = frame.on;
      return chat.typing(visit.id, 'visitor', frame.on);
    }
    if (frame.type === 'forget') {
      const { id } = visit;
      leave();
      return sink.write(await chat.forget(id));
    }
    const no = await chat.say(visit.id, frame, { follower: visit.follower, address });
    if (no && 'code' in no) refuse(no);
  }

  function leave() {
    visit?.unsubscribe();
    visit = undefined;
  }

  /** @param {import('../protocol/wire.js').Hello} frame */
  async function greet(frame) {
    if (visit) return refuse(refused('bad_frame', 'There was a hello already.'));
    giveBack ??= chat.seat(address);
    if (!giveBack)
      return refuse(
        chat.isClosed() ? chat.closing() : refused('full', 'Too many are here at once.', { retry_ms: 5000 }),
      );
    const answer = await chat.hello(frame, address);
    if (answer.type === 'refused') {
      standUp();
      return refuse(answer);
    }
    if (!isOpen(socket)) return;
    clearTimeout(tooShy);
    introduced();
    sink.write(answer);
    const following = await chat.follow(answer.session, Math.min(frame.after, answer.seq), sink, {
      of: 'agent',
      lost,
      over: leave,
    });
    visit = { id: answer.session, ...following };
    if (!isOpen(socket)) following.unsubscribe(); // gone while we were looking
  }
}

const isOpen = (/** @type {WebSocket} */ socket) => socket.readyState === socket.OPEN;

/** @param {WebSocket} socket @param {number} bufferBytes @returns {import('../conversation/delivery.js').Sink} */
function sinkOf(socket, bufferBytes) {
  /** @type {(() => void)[]} */
  const waiters = [];
  const full = () => socket.bufferedAmount > bufferBytes;
  const wake = () => {
    if (isOpen(socket) && full()) return;
    for (const waiter of waiters.splice(0)) waiter();
  };
  socket.on('close', wake);
  return {
    write: (frame) => void (isOpen(socket) && socket.send(JSON.stringify(frame), wake)),
    full,
    async ready() {
      if (full()) await new Promise((resolve) => waiters.push(() => resolve(undefined)));
      if (!isOpen(socket)) throw new Error('closed');
    },
  };
}
