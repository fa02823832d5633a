// The other side of the counter: a person sees who is there, reads along, and answers. With a token, and on this machine only.
import { fits, hashOf } from '../conversation/tokens.js';
import { ackFrame, checkPersonsFrame, isId, refused } from '../protocol/wire.js';
import { SESSIONS } from '../store/types.js';
import { tokenGiven } from './token.js';

const NOT_YOURS = 'This is for operators, with their token, on this machine.';

/** @typedef {import('../conversation/chat.js').Chat} Chat */
/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/** On this machine. A proxy is near for everybody, so what it passes on is not. @param {Request} request */
export const isNear = ({ socket, headers }) =>
  ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '') &&
  headers['x-forwarded-for'] === undefined &&
  headers.forwarded === undefined;

/**
 * @param {Chat} chat @param {ReturnType<typeof import('../transport/origins.js').createOrigins>} origins
 * @param {import('../transport/http-frames.js').HttpFrames} http @param {string} token
 */
export function forOperators(chat, origins, { answer, eventStream, readBody, refuse }, token) {
  const { listed, listEveryMs, textCharacters } = chat.limits;
  const hash = hashOf(token);

  /** @param {Request} request @param {boolean} sends */
  function admits(request, sends) {
    const given = tokenGiven(request.headers);
    const may = sends ? origins.maySend(request) : origins.mayRead(request);
    return isNear(request) && may && given !== undefined && fits(given, hash);
  }

  /** @param {Request} request @param {Response} response */
  async function frames(request, response) {
    if (!admits(request, true)) return refuse(response, refused('wrong_token', NOT_YOURS));
    const { body, no } = await readBody(request);
    if (no) return refuse(response, no);
    const { session: id, name, frames: given } = body;
    const who = checkPersonsFrame({ type: 'take', name });
    if (!isId(id) || !Array.isArray(given))
      return refuse(response, refused('bad_frame', '"session" and "frames" are needed.'));
    if (who.type !== 'take')
      return refuse(response, who.type === 'refused' ? who : refused('bad_frame', 'No name.'));
    /** @type {object[]} */
    const said = [];
    for (const each of given) said.push(await act(id, who.name, checkPersonsFrame(each, textCharacters)));
    answer(response, 200, { frames: said });
  }

  /** @param {string} id @param {string} name @param {ReturnType<typeof checkPersonsFrame>} frame @returns {Promise<object>} */
  async function act(id, name, frame) {
    switch (frame.type) {
      case 'take':
      case 'leave':
        await chat.store.change(id, { taken: frame.type === 'take' ? frame.name : '' });
        chat.changedList();
        return { type: 'done' };
      case 'typing':
        chat.typing(id, 'agent', frame.on);
        return { type: 'done' };
      case 'message': {
        await chat.store.change(id, { taken: name }); // before the words: the script must not talk into them
        const entry = await chat.append(id, { id: frame.id, from: 'agent', name, text: frame.text });
        chat.changedList();
        return entry && !entry.full
          ? ackFrame(entry)
          : refused('no_session', 'There is no such session.', { id: frame.id });
      }
      case 'refused':
        return frame;
      default:
        return { type: 'done' };
    }
  }

  /** The list, or with `session` one transcript. @param {Request} request @param {Response} response @param {URLSearchParams} asked */
  async function events(request, response, asked) {
    if (!admits(request, false)) return refuse(response, refused('wrong_token', NOT_YOURS));
    const id = asked.get('session');
    if (id !== null && (!isId(id) || !(await chat.store.session(id))))
      return refuse(response, refused('no_session', 'There is no such session.'));
    const sink = eventStream(response);
    const end = () => response.end();
    chat.endings.add(end);
    const gone = new Promise((resolve) => response.on('close', resolve));
    const stop =
      id === null
        ? await list(sink, end)
        : (
            await chat.follow(id, Number(asked.get('after')) || 0, sink, {
              of: 'visitor',
              lost: end,
              over: end,
            })
          ).unsubscribe;
    await gone;
    chat.endings.delete(end);
    stop();
  }

  /** @param {import('../conversation/delivery.js').Sink} sink @param {() => void} lost  Called if the list cannot be read; an empty one would say that nobody is there. */
  async function list(sink, lost) {
    /** @type {NodeJS.Timeout | undefined} */
    let soon;
    const tell = async () => {
      soon = undefined;
      const sessions = await chat.store.listSessions(listed).catch(lost);
      if (!sessions) return;
      const visitors = sessions.map(({ tokenHash, ...shown }) => shown);
      sink.write({
        type: 'sessions',
        now: Date.now(),
        script: chat.script !== undefined,
        sessions: visitors,
      });
    };
    // A busy list is told a few times a second, not at each message.
    const unsubscribe = await chat.bus.subscribe(
      SESSIONS,
      () => void (soon ??= setTimeout(tell, listEveryMs)),
    );
    await tell();
    return () => {
      clearTimeout(soon);
      unsubscribe();
    };
  }

  return { frames, events };
}
