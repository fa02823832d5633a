// Carries what the widget draws to another place of the page, and back. An element beside the body is nobody's but ours, and goes itself.
// One that the site put among its own stays, as a framework looks for it there, and so does one that a page could not find in a component:
// what it draws goes, in an element that stands in for it.
import { unclobbered } from '../../js-glue/unclobbered.js';
/** @import { Frame } from '../frame.js' */

/** What a site may have set on the element alone; see sheet.js. */
const SET = 'accent on-accent surface text radius size offset offset-side offset-bottom z-index font'.split(
  ' ',
);

/** Where `moveBefore` exists it stays as it is, with its focus. @param {Node} node @param {ParentNode & Node} place */
function put(node, place) {
  try {
    /** @type {any} */ (place).moveBefore(node, null);
  } catch {
    place.append(node); // WebKit has none, and it takes nothing that has left the page
  }
}

/** Beside a shadow root nothing is shown. @param {Element} place */
const roomOf = (place) => place.shadowRoot ?? place;

/** @param {Frame} frame */
export function createCarrier(frame) {
  const { node, addSheet } = frame;
  const root = /** @type {ShadowRoot} */ (node.getRootNode());
  const host = /** @type {HTMLElement} */ (root.host);
  /** What is on its way, or has arrived. @type {HTMLElement | null} */
  let sent = null;

  function dress() {
    if (sent?.shadowRoot) sent.shadowRoot.adoptedStyleSheets = root.adoptedStyleSheets;
  }
  frame.addSheet = (css) => {
    addSheet(css);
    dress();
  };

  function standIn() {
    const style = getComputedStyle(host);
    const made = unclobbered(document).createElement('earshot-stand-in');
    made.append(' '); // pages hide what is empty
    for (const name of SET.map((each) => `--earshot-${each}`))
      made.style.setProperty(name, style.getPropertyValue(name));
    made.attachShadow({ mode: 'open' });
    return made;
  }

  /** @param {() => void} move */
  function keepingFocus(move) {
    const focused = /** @type {ShadowRoot} */ (node.getRootNode()).activeElement;
    move();
    const { activeElement, body } = unclobbered(document);
    if (focused && (!activeElement || activeElement === body))
      /** @type {HTMLElement} */ (focused).focus({ preventScroll: true });
  }

  function back() {
    if (sent === host) put(host, unclobbered(document).documentElement);
    else {
      put(node, root);
      sent?.remove();
    }
    sent = null;
  }

  /** Where it is when nothing is the matter. */
  const home = () => (sent === host ? unclobbered(document).documentElement : host.parentNode);

  return {
    host,
    home,
    /** What the page meets: the element, or what stands in for it. */
    outside: () => sent ?? host,
    /** @param {Element} place */
    isIn: (place) => sent?.parentNode === roomOf(place),
    /** @param {Element} place */
    go: (place) =>
      keepingFocus(() => {
        const room = roomOf(place);
        const itself = home() === unclobbered(document).documentElement && room.getRootNode() === document;
        if (sent && (sent === host) !== itself) back();
        sent ??= itself ? host : standIn();
        put(sent, room);
        if (sent === host) return;
        dress();
        put(node, /** @type {ShadowRoot} */ (sent.shadowRoot));
      }),
    back: () => keepingFocus(back),
    /** The page has put the element elsewhere itself, or has taken it away. */
    stays: () => void (sent = null),
  };
}
