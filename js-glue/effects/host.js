// Tells the page around the widget. The core knows names and numbers only; the live objects are added here.
/** @import { FarEndMessage, View } from '../answers.js' */
/** @import { HostNews } from '../effects.js' */
/** @import { HostPage, Wording } from '../page.js' */
/** @import { MediaKind } from '../words.js' */
/** @import { createTaken } from './taken.js' */

/**
 * What the far end knows of a call that the core could not lead to its end.
 * @type {Partial<FarEndMessage>}
 */
const LOST = {
  state: 'chatting',
  heard: false,
  seen: false,
  texting: true,
  microphone: { state: 'blocked', cause: 'unknown' },
  camera: { state: 'off', cause: 'none' },
  instructions: '',
};

/** The site's words for a voice agent, with what the visitor reads now.
 * @param {FarEndMessage} message @param {View | null} view  The new one. @param {Wording} page
 * @returns {FarEndMessage} */
function instructed(message, view, page) {
  if (!view || !message.instructions) return message;
  const { title, steps } = page.wordsOf(view);
  // Piece by piece: what a sentence holds is never read as a placeholder.
  const pieces = message.instructions.split(/(\{title\}|\{steps\})/).map((piece) => {
    if (piece === '{title}') return title;
    return piece === '{steps}' ? steps.join(' ') : page.fill(piece, view);
  });
  return { ...message, instructions: pieces.join('') };
}

/**
 * @param {HostPage & Wording} page
 * @param {{ steps: (act: () => void) => void, view: () => View | null, stream: () => MediaStream | null,
 *   track: (kind: MediaKind) => MediaStreamTrack | null, session: () => string, taken: Pick<ReturnType<typeof createTaken>, 'offer' | 'read'> }} live
 *   `steps`: once their sentences are here. `session`: of the chat.
 */
export function createHost(page, { steps, view, stream, track, session, taken }) {
  /** @type {FarEndMessage | null} */
  let message = null;

  /** @param {FarEndMessage} detail */
  function tellMessage(detail) {
    const told = (message = instructed(detail, view(), page));
    page.tell('message', told);
    if (/\{(steps|title)\}/.test(detail.instructions))
      steps(() => {
        const whole = instructed(detail, view(), page);
        if (message === told && whole.instructions !== told.instructions)
          page.tell('message', (message = whole));
      });
  }

  /** @param {HostNews} news */
  function tell({ event, detail }) {
    switch (event) {
      case 'state':
        return page.tell(event, { ...detail, view: view() });
      case 'stream':
        return taken.offer(detail.request > 0, () =>
          page.tell(event, {
            kinds: detail.kinds,
            get stream() {
              return taken.read(stream());
            },
          }),
        );
      case 'track_replaced': {
        const { kind, request } = detail;
        return page.tell('track-replaced', {
          kind,
          stream: stream(),
          track: request === 0 ? null : track(kind),
        });
      }
      case 'chat':
        return page.tell(event, { ...detail, session: session() });
      case 'message':
        return tellMessage(detail);
      case 'verdict':
      case 'cleared':
        return page.tell(event, detail);
    }
  }

  return {
    tell,
    /** The last one. */
    message: () => message,
    /** The core is gone. Whoever was told of a call hears that there is none.
     * @param {View} plain  What is drawn instead. @param {boolean} toldState  The host has had a state. */
    callIsOver({ orb, microphone, camera, notifications }, toldState) {
      if (toldState) tell({ event: 'state', detail: { orb, microphone, camera, notifications } });
      if (message) page.tell('message', (message = { ...message, ...LOST }));
    },
  };
}
