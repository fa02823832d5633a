// The browser's own element that lifts a block inside the page: <microphone>, <camera>, <usermedia>. Only a real hand can press
// it, so it is one of the widget's buttons. What it says is passed on, and what it delivers is adopted.
/** @import { Fact } from '../facts.js' */
/** @import { MediaKind, Recovery } from '../words.js' */
import { startClock } from '../clock.js';
import { textsOf } from '../error-texts.js';
import { unclobbered } from '../unclobbered.js';

/** @typedef {HTMLElement & { track?: MediaStreamTrack | null, stream?: MediaStream | null, error?: unknown,
 *   setConstraints?: (wanted: { audio: object, video: object }) => void }} RecoveryNode */
/** @typedef {{ name: Recovery, node: RecoveryNode, request: number, waiting: boolean, used: boolean, scripted: boolean,
 *   elapsed: () => number }} Shown
 * `waiting`: pressed, and not answered yet. `elapsed`: since then. `scripted`: by the page, just now. `used`: it has delivered, and does nothing more while its tracks live. */

/** @param {RecoveryNode} node */
const liveTracks = ({ track, stream }) =>
  (track ? [track] : (stream?.getTracks() ?? [])).filter(({ readyState }) => readyState === 'live');

/** Both kinds is all that <usermedia> asks for, and it wants to be told so. @param {RecoveryNode} node */
function wantBoth(node) {
  try {
    node.setConstraints?.({ audio: {}, video: {} });
  } catch {
    // A draft that takes other words: it asks for both all the same.
  }
}

/**
 * @param {(fact: Fact) => void} dispatch
 * @param {AbortSignal} signal  Ends with the element.
 * @param {{ document: Document, adopt: (request: number, tracks: MediaStreamTrack[]) => void,
 *   place: (node: HTMLElement | null) => void }} page
 */
export function createRecoveryElement(dispatch, signal, { document, adopt, place }) {
  /** @type {Shown | null} */
  let shown = null;
  /** @type {Recovery} */
  let wanted = '';

  /** An ordinary button, which only a browser shows that cannot run the element after all. Its words are the widget's. */
  function fallback() {
    const button = unclobbered(document).createElement('button');
    button.type = 'button';
    button.className = 'fallback';
    button.addEventListener('click', (event) => {
      event.stopPropagation(); // the element around it was not pressed
      dispatch({ fact: 'pressed', action: 'try_again' });
    });
    return button;
  }

  /** No listener ends before the node does: an answer that nobody waits for must still be stopped.
   * @param {Exclude<Recovery, ''>} name */
  function make(name) {
    const node = /** @type {RecoveryNode} */ (unclobbered(document).createElement(name));
    /** @type {Shown} */
    const made = { name, node, request: 0, waiting: false, used: false, scripted: false, elapsed: () => 0 };
    /** @type {MediaKind} */
    const kind = name === 'camera' ? 'camera' : 'microphone';
    /** @param {() => void} pass */
    const answered = (pass) => {
      made.waiting = false;
      pass();
      settle();
    };
    /** @param {unknown} reason */
    const failed = (reason) => {
      const { name: error, message } = textsOf(reason);
      dispatch({ fact: 'recovery_failed', kind, request: made.request, name: error, message });
    };
    const delivered = () =>
      answered(() => {
        const tracks = liveTracks(node);
        if (tracks.length === 0) return;
        made.used = true;
        if (made.request === 0) return tracks.forEach((media) => media.stop()); // a press that was not wanted
        try {
          adopt(made.request, tracks);
        } catch (error) {
          failed(error);
        }
      });
    node.addEventListener('click', () => {
      made.elapsed = startClock();
      if (made.waiting && made.scripted) return;
      made.waiting = true;
      dispatch({ fact: 'pressed', action: 'recover' });
    });
    node.addEventListener('track', delivered);
    node.addEventListener('stream', delivered);
    node.addEventListener('cancel', () =>
      answered(() =>
        dispatch({ fact: 'recovery_cancelled', kind, request: made.request, elapsed_ms: made.elapsed() }),
      ),
    );
    node.addEventListener('error', () => answered(() => failed(node.error)));
    if (name === 'usermedia') wantBoth(node);
    node.append(fallback());
    return made;
  }

  function settle() {
    if (signal.aborted) return;
    if (shown ? shown.name === wanted && !shown.used : !wanted) return;
    // Chromium delivers nothing through a node that has left the page, and the permission changes before it delivers.
    if (shown?.waiting && !wanted) return;
    shown = wanted ? make(wanted) : null;
    place(shown?.node ?? null);
  }

  signal.addEventListener(
    'abort',
    () => {
      if (shown) place(null);
      shown = null;
    },
    { once: true },
  );

  return {
    /** The node stays the same for as long as the same one is wanted. @param {Recovery} name */
    show(name) {
      wanted = name;
      settle();
    },

    /** The press that is under way has this number. @param {{ request: number }} order */
    expect({ request }) {
      if (!shown) return;
      shown.request = request;
      // Ordered by a script of the page: the browser refuses that, and says so.
      if (shown.waiting) return;
      shown.waiting = shown.scripted = true;
      shown.node.click();
      shown.scripted = false;
    },
  };
}
