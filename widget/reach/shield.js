// Dialogs that libraries make of plain elements keep focus and keys to themselves, and close with a press beside them; many listen before the
// press reaches us. In a call and in the chat a hand and keys are ours: the page hears no more of them than from a frame.
import { listen } from '../../js-glue/listen.js';

/** What traps and presses outside are known by. The rest is kept by shell.js. */
const KEPT = 'pointerdown mousedown touchstart focus focusin keydown keypress keyup'.split(' ');
/** The widget listens to these itself. */
const HEARD = /^(focusin|keydown|keyup)$/;
/** Bubbling through a dialog, they are taken for a press on its backdrop: they lie outside of its box. */
const BESIDE = ['pointerup', 'mouseup', 'click'];

/** The same for our own ears. A plain event, as it stays in our shadow root and does nothing by itself: in Firefox a key's always leaves, and in
 * WebKit it moves the focus and presses buttons once more. @param {Event} event */
function copyOf(event) {
  const copy = new Event(event.type, { bubbles: true, cancelable: true });
  for (const name in event)
    if (!(name in copy)) Object.defineProperty(copy, name, { value: /** @type {any} */ (event)[name] });
  return copy;
}

/**
 * @param {HTMLElement} node
 * @param {{ isOurs: () => boolean, isAway: () => boolean, outside: () => Element }} now
 *   `isOurs`: a call or a chat. `isAway`: the widget is in a dialog of the page. `outside`: what the page sees of it.
 */
export function createShield(node, { isOurs, isAway, outside }) {
  for (const type of BESIDE) node.addEventListener(type, (event) => isAway() && event.stopPropagation());

  /** @param {Event} event */
  const isKept = (event) => isOurs() && event.composedPath().includes(node);

  /** @param {Event} event */
  function keep(event) {
    // A dialog of the page closes with Escape, wherever the focus is.
    if (!isKept(event) || /** @type {KeyboardEvent} */ (event).key === 'Escape') return;
    const [target] = event.composedPath();
    event.stopPropagation();
    if (HEARD.test(event.type) && !target?.dispatchEvent(copyOf(event))) event.preventDefault();
  }

  /** A trap gets the focus back when it knows where it went: it is told that it went, as when the window loses it. @param {FocusEvent} event */
  function leaves(event) {
    if (!isOurs() || event.relatedTarget !== outside()) return;
    const [target] = event.composedPath();
    event.stopPropagation();
    target?.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
  }

  /** A trap may take every click outside of it away. @param {Event} event */
  function clicked(event) {
    if (!isKept(event) || !event.isTrusted) return;
    const [target] = event.composedPath();
    const button = target instanceof Element && target.closest('button');
    let came = !button;
    node.addEventListener('click', () => void (came = true), { capture: true, once: true });
    setTimeout(() => {
      if (!came && button) button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    });
  }

  return {
    /** @param {AbortSignal} signal */
    watch(signal) {
      for (const type of KEPT) listen(signal, window, type, keep, true);
      listen(signal, window, 'focusout', leaves, true);
      listen(signal, window, 'click', clicked, true);
    },
  };
}
