// A press belongs to what was under the hand when it went down. Before the hand comes up the view may change: the button may move, be
// drawn in another row, mean the opposite or leave, and something else may lie in its place. So a press does what it was aimed at for
// as long as that is offered, and otherwise nothing: not to us, and not to the page. Where nothing changes, the browser's own click is all.
import { listen } from '../js-glue/listen.js';

const PRESSABLE = 'button, a[href], label[for]';
/** A click comes this soon after the hand, or it is not the hand's: screen readers click without one. */
const CLICK_MS = 500;
/** Pixels. A browser takes a finger beside a button for one on it. */
const FINGER = 24;
/** Pixels between the two halves of a double click. */
const NEAR = 10;

/** An action is the same wherever it is offered, and so is an address; anything else is only itself. @typedef {string | Element} Meaning */
/** `box`: where it was. @typedef {{ button: HTMLElement, meaning: Meaning, box: DOMRect }} Aim */
/** `aim`: what was under the hand. `beside`: where that was nothing, what a finger may have meant. `up`: when the hand came up.
 * `lifts`: what the finger does that comes up now.
 * @typedef {{ down: PointerEvent, aim: Aim | null, beside: Aim[], up: number, lifts: (() => void) | null }} Press */

/** @param {unknown} target */
const pressable = (target) =>
  target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest(PRESSABLE)) : null;

/** Words that press a button are that button. @param {HTMLElement} button */
const pressedBy = (button) => (button instanceof HTMLLabelElement ? (button.control ?? button) : button);

/** @param {HTMLElement} button @returns {Meaning} */
function meaningOf(button) {
  const pressed = pressedBy(button);
  return pressed.dataset.press ?? pressed.dataset.action ?? pressed.getAttribute('href') ?? pressed;
}

/** @param {HTMLElement} button @returns {Aim} */
const aimAt = (button) => ({ button, meaning: meaningOf(button), box: button.getBoundingClientRect() });

/** @param {DOMRect} box @param {number} x @param {number} y @param {number} [around] */
const holds = ({ left, right, top, bottom }, x, y, around = 0) =>
  x >= left - around && x <= right + around && y >= top - around && y <= bottom + around;

/** On the screen: a bar of the browser's own may have moved the whole page. @param {PointerEvent} from @param {PointerEvent} to */
const way = (from, to) => ({ x: to.screenX - from.screenX, y: to.screenY - from.screenY });

/** @param {HTMLElement} node  What all parts of the widget are in. */
export function createPresses(node) {
  /** @type {Press | null} */
  let press = null;
  /** Space is down on it. @type {{ button: HTMLElement, meaning: Meaning } | null} */
  let held = null;
  /** The last that counted. @type {{ down: PointerEvent, button: HTMLElement } | null} */
  let last = null;

  const shown = () =>
    /** @type {HTMLElement[]} */ ([...node.querySelectorAll(PRESSABLE)]).filter(
      (each) => each.getClientRects().length > 0,
    );

  /** A button that can be seen and means this; rather the same as before. @param {Meaning} meaning @param {HTMLElement | null} [before] */
  function offering(meaning, before = null) {
    const all = shown().filter((each) => meaningOf(each) === meaning);
    return all.find((each) => each === before) ?? all[0] ?? null;
  }

  /** @param {number} x @param {number} y */
  function at(x, y) {
    const button = pressable(
      /** @type {ShadowRoot | Document} */ (node.getRootNode()).elementFromPoint(x, y),
    );
    return node.contains(button) ? button : null;
  }

  /** A finger's events go to where it went down, and a closed shadow root around us keeps them to itself. A screen reader's may have
   * no place that could be looked at. @param {PointerEvent} event */
  function under(event) {
    const path = event.composedPath();
    const looks =
      !path.includes(node) ||
      path[0] === node ||
      (event.type === 'pointerup' && event.pointerType === 'touch');
    return looks ? at(event.clientX, event.clientY) : pressable(path[0]);
  }

  /** @param {PointerEvent} event */
  function goesDown(event) {
    if (!event.isPrimary) return;
    press = null;
    if (event.button !== 0) return;
    const button = under(event);
    const beside = button
      ? []
      : shown()
          .map(aimAt)
          .filter(({ box }) => holds(box, event.clientX, event.clientY, FINGER));
    press = { down: event, aim: button && aimAt(button), beside, up: 0, lifts: null };
    if (event.pointerType === 'touch') button?.addEventListener('touchend', lifts, { once: true }); // its own: it may leave the page
  }

  /** Something was drawn. Where the hand has lost its button it is followed, because a frame of the page would not tell that it comes up;
   * elsewhere it is not, because a hand that is followed clicks on nothing. */
  function drawn() {
    if (!press?.aim || press.up > 0 || press.down.pointerType === 'touch') return;
    const { pointerId, clientX, clientY } = press.down;
    const lost = at(clientX, clientY) !== press.aim.button;
    if (lost === node.hasPointerCapture(pointerId)) return;
    try {
      if (lost) node.setPointerCapture(pointerId);
      else node.releasePointerCapture(pointerId);
    } catch {
      // it has come up where nobody saw it
    }
  }

  /** @param {PointerEvent} event */
  function comesUp(event) {
    if (!press || event.pointerId !== press.down.pointerId) return;
    press.up = event.timeStamp;
    const { aim, down } = press;
    if (!aim) return;
    const here = under(event);
    if (here === aim.button && !node.hasPointerCapture(event.pointerId)) return; // a click of its own follows
    const follows = here !== null && meaningOf(here) === aim.meaning;
    const { x, y } = way(down, event);
    if (!follows && !holds(aim.box, down.clientX + x, down.clientY + y)) return; // drawn away, so taken back
    const act = () => {
      press = null;
      const button = offering(aim.meaning, follows ? here : aim.button);
      if (!button) return;
      last = { down, button: pressedBy(button) };
      button.click();
    };
    // A finger's tap would go on to whatever lies there now, and what it opens needs the end of the touch.
    if (down.pointerType === 'touch') press.lifts = act;
    else act();
  }

  /** @param {TouchEvent} event */
  function lifts(event) {
    if (!press?.lifts) return;
    if (event.cancelable) event.preventDefault();
    press.lifts();
  }

  /** @param {PointerEvent} event */
  function cancelled(event) {
    if (event.pointerId === press?.down.pointerId) press = null;
  }

  /** @param {MouseEvent} event @param {HTMLElement} button */
  function isMeant(event, button) {
    const meaning = meaningOf(button);
    if (event.detail === 0) {
      const began = held;
      held = null;
      return began?.button !== button || began.meaning === meaning;
    }
    const began = press;
    press = null;
    if (!began?.up || event.timeStamp - began.up > CLICK_MS) return true; // whoever clicked, it was not this hand
    if (!(began.aim ? [began.aim] : began.beside).some((aim) => aim.meaning === meaning)) return false;
    const before = last;
    last = { down: began.down, button: pressedBy(button) };
    if (event.detail < 2 || !before || before.button === last.button) return true;
    const { x, y } = way(before.down, began.down);
    return Math.hypot(x, y) > NEAR; // the second half of a double click was aimed at what is gone
  }

  /** @param {MouseEvent} event */
  function clicked(event) {
    const button = pressable(event.target);
    if (!button || !event.isTrusted || isMeant(event, button)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {KeyboardEvent} event */
  function keyDown(event) {
    const button = pressable(event.target);
    if (!button || (event.key !== ' ' && event.key !== 'Enter')) return;
    if (event.repeat)
      event.preventDefault(); // the focus may be elsewhere by now
    else held = event.key === ' ' ? { button, meaning: meaningOf(button) } : null;
  }

  /** @param {KeyboardEvent} event */
  function keyUp(event) {
    if (event.key !== ' ' || !held || pressable(event.target) === held.button) return;
    const { meaning } = held;
    held = null;
    event.preventDefault();
    offering(meaning)?.click();
  }

  node.addEventListener('click', clicked, true);
  node.addEventListener('keydown', keyDown, true);
  node.addEventListener('keyup', keyUp, true);

  return {
    meaningOf,
    offering,
    drawn,
    /** Hands go down and come up everywhere. @param {AbortSignal} signal  Ends with the element. */
    watch(signal) {
      listen(signal, window, 'pointerdown', goesDown, true);
      listen(signal, window, 'pointerup', comesUp, true);
      listen(signal, window, 'pointercancel', cancelled, true);
    },
  };
}
