// The same protocol for networks that break WebSockets: frames are posted, and come back as server-sent events.
import { createPace } from '../conversation/pace.js';
import { checkFrame, isId, refused } from '../protocol/wire.js';

/** @typedef {import('../conversation/chat.js').Chat} Chat */
/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/**
 * @param {Chat} chat @param {ReturnType<typeof import('./origins.js').createOrigins>} origins
 * @param {import('./http-frames.js').HttpFrames} http @param {(request: Request) => string} addressOf
 */
export function overHttp(chat, origins, { answer, eventStream, readBody, refuse }, addressOf) {
  const { framesPerRequest, textCharacters } = chat.limits;
  const framePace = createPace(chat.limits.frames);

  /** @param {Request} request @param {Response} response */
  async function frames(request, response) {
    const shared = origins.shared(request);
    if (!origins.maySend(request))
      return refuse(response, refused('wrong_token', 'This page is not of the same origin.'), shared);
    const { body, no } = await readBody(request);
    if (no) return refuse(response, no, shared);
    const address = addressOf(request);
    const { session = '', token = '', frames: given } = body;
    if (!Array.isArray(given) || given.length > framesPerRequest)
      return refuse(
        response,
        refused('bad_frame', `"frames" must be a list of at most ${framesPerRequest}.`),
        shared,
      );
    let visit =
      isId(session) && typeof token === 'string'
        ? await chat.entitled(session, token)
        : refused('no_session', 'Say hello first.');
    /** @type {object[]} */
    const said = [];
    for (const each of given) {
      const frame = checkFrame(each, textCharacters);
      if (frame.type === 'refused') said.push(frame);
      else if (frame.type === 'hello') {
        const welcome = await chat.hello(frame, address);
        said.push(welcome);
        if (welcome.type === 'welcome') visit = await chat.entitled(welcome.session, welcome.token);
      } else if ('code' in visit) said.push({ ...visit, ...('id' in frame && { id: frame.id }) });
      else {
        const wait = framePace(visit.id);
        if (wait)
          said.push(
            refused('too_fast', 'Too many frames.', {
              ...('id' in frame && { id: frame.id }),
              retry_ms: wait,
            }),
          );
        else if (frame.type === 'ping') said.push({ type: 'pong' });
        else if (frame.type === 'typing') chat.typing(visit.id, 'visitor', frame.on);
        else if (frame.type === 'forget') {
          said.push(await chat.forget(visit.id));
          visit = refused('no_session', 'Say hello first.');
        } else said.push((await chat.say(visit.id, frame, { address })) ?? {});
      }
    }
    answer(response, 200, { frames: said }, shared);
  }

  /** @param {Request} request @param {Response} response @param {URLSearchParams} asked */
  async function events(request, response, asked) {
    const shared = origins.shared(request);
    if (!origins.mayRead(request))
      return refuse(response, refused('wrong_token', 'This page is not of the same origin.'), shared);
    const id = asked.get('session') ?? '';
    const token = /^Earshot ([\w-]{1,64})$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const session = isId(id)
      ? await chat.entitled(id, token)
      : refused('no_session', 'There is no such session.');
    if ('code' in session) return refuse(response, session, shared);
    const after = Number(asked.get('after') ?? 0);
    if (!Number.isSafeInteger(after) || after < 0)
      return refuse(response, refused('bad_frame', '"after" must be a number, 0 or more.'), shared);
    const giveBack = chat.seat(addressOf(request));
    if (!giveBack)
      return refuse(
        response,
        chat.isClosed() ? chat.closing() : refused('full', 'Too many are here at once.', { retry_ms: 5000 }),
        shared,
      );
    response.once('close', giveBack);
    const sink = eventStream(response, shared);
    const seen = chat.witness();
    const heart = setInterval(() => seen(id), 5000); // an open stream is somebody who is there
    const end = () => {
      sink.write(chat.closing());
      response.end();
    };
    chat.endings.add(end);
    const gone = new Promise((resolve) => response.on('close', resolve));
    const { unsubscribe } = await chat.follow(id, Math.min(after, session.seq), sink, {
      of: 'agent',
      lost: () => response.end(),
      over: () => response.end(),
    });
    await gone;
    clearInterval(heart);
    chat.endings.delete(end);
    unsubscribe();
    chat.typing(id, 'visitor', false);
  }

  return { frames, events };
}
