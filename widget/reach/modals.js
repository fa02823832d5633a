// What has the page to itself: a modal dialog, an element in full screen, and what a library says is like them. No browser tells in which
// order they lie, so it is remembered in which they opened.
import { unclobbered } from '../../js-glue/unclobbered.js';
import { around, matches } from './around.js';

/** What is in full screen is modal, too: the rest of the page takes no press. */
const MODAL = ':modal';
/** A library's: it takes the page only in words, and is hidden in any way. */
const LIKE_MODAL = '[aria-modal="true"]:not(dialog)';
/** Out of reach: for everybody, or for who listens to the page. */
export const APART = '[inert], [aria-hidden="true"]';

/** @param {Element} element */
const isModal = (element) =>
  element.isConnected &&
  (matches(element, MODAL) ||
    (matches(element, LIKE_MODAL) &&
      element.getClientRects().length > 0 &&
      !around(element).some((each) => matches(each, APART))));

export function createModals() {
  /** The last is on top. @type {Element[]} */
  let opened = [];

  const modals = {
    /** It may have opened: whether it is on top now and was not. @param {unknown} element */
    opens(element) {
      if (!(element instanceof Element) || !isModal(element) || opened.at(-1) === element) return false;
      opened = [...opened.filter((each) => each !== element), element];
      return true;
    },
    /** The focus is where one opened: also one in a shadow root, where a page cannot look. @param {Event} event */
    focused(event) {
      const [target] = event.composedPath();
      return target instanceof Element && modals.opens(around(target).find(isModal));
    },
    /** What is in full screen, in the innermost shadow root. */
    fullscreen() {
      let element = unclobbered(document).fullscreenElement;
      for (let inner = element; inner; inner = inner.shadowRoot?.fullscreenElement ?? null) element = inner;
      return modals.opens(element);
    },
    /** @returns {Element | undefined} */
    top() {
      for (const each of unclobbered(document).querySelectorAll(MODAL))
        if (!opened.includes(each)) opened.push(each);
      opened = opened.filter(isModal);
      return opened.at(-1);
    },
  };
  return modals;
}
