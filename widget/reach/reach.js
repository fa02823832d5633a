// In a call, mute and end stay within reach. What has the page to itself takes every press and key, so the widget goes into it, and back when
// that is over; there it is in the top layer, where nothing cuts it off. Without a call it is what the page's other buttons are.
import { listen } from '../../js-glue/listen.js';
import { unclobbered } from '../../js-glue/unclobbered.js';
import { around, matches } from './around.js';
import { createCarrier } from './carrier.js';
import { APART, createModals } from './modals.js';
import { createShield } from './shield.js';
/** @import { View } from '../../js-glue/answers.js' */
/** @import { Orb } from '../../js-glue/words.js' */
/** @import { Frame } from '../frame.js' */

/** @type {Orb[]} */
const CALL = ['live', 'interrupted'];
/** What shows nothing that is put into it. */
const HOLDS_NOTHING = 'video, iframe, img, canvas, object, embed';
const POPOVER = ':popover-open';
const WATCHED = { subtree: true, attributeFilter: ['open', 'inert', 'aria-hidden', 'aria-modal'] };
/** A page that does it again and again in one call means it. */
const MOST = 10;

/** @param {Frame} frame */
export function createReach(frame) {
  const { node } = frame;
  const carrier = createCarrier(frame);
  const modals = createModals();
  const page = unclobbered(document);
  /** @type {View['orb'] | null} */
  let orb = null;
  /** @type {AbortSignal | null} */
  let session = null;
  /** While there is something to watch. @type {AbortController | null} */
  let watching = null;
  /** What it went into; null: it is at home. @type {Element | null} */
  let place = null;
  /** Something may lie over it. */
  let covered = true;
  /** What was hidden from screen readers before the call is so on purpose. @type {Element[]} */
  let onPurpose = [];
  /** How often something was undone that the page did to it. */
  let undone = 0;
  /** Whoever went into it was not seen. @type {WeakSet<Element>} */
  const unfit = new WeakSet();

  const isCalling = () => orb !== null && CALL.includes(orb);
  const isSeen = () => node.getClientRects().length > 0;
  const shield = createShield(node, {
    isOurs: () => isCalling() || orb === 'chatting',
    isAway: () => place !== null,
    outside: carrier.outside,
  });

  /** @param {Element} element */
  const isApart = (element) => matches(element, APART) && !onPurpose.includes(element);

  /** A library does to everything beside its dialog what it would have to do to us. */
  function free() {
    const outside = carrier.outside();
    if (!isApart(outside) || undone >= MOST) return;
    undone += 1;
    for (const name of ['inert', 'aria-hidden']) outside.removeAttribute(name);
  }

  /** @param {Element | undefined} top @returns {Element | null} */
  function placeUnder(top) {
    if (top) return unfit.has(top) || matches(top, HOLDS_NOTHING) ? null : top;
    const beside = page.documentElement;
    return around(carrier.home()).some((each) => each !== beside && isApart(each)) ? beside : null;
  }

  function settle() {
    if (isCalling()) free();
    const top = modals.top();
    const next = placeUnder(top);
    if (next === place ? place && !carrier.isIn(place) : isCalling() || place) move(next);
    lift(top);
    if (!place && !isCalling()) rest();
  }

  /** @param {Element | null} next */
  function move(next) {
    // Where the site put it into its dialog, or hides it, it is as the site wants it.
    const isThere = next !== page.documentElement && next !== null && around(carrier.host).includes(next);
    const goes = next && isCalling() && (place || (isSeen() && !isThere));
    if (!goes) return place && goHome();
    place = next;
    covered = true;
    carrier.go(next);
    lift();
    if (isSeen()) return observe();
    unfit.add(next);
    goHome();
  }

  function goHome() {
    place = null;
    covered = true;
    carrier.back();
    observe();
  }

  /** Into the top layer, over whatever came there since, or out of it. @param {Element} [top] */
  function lift(top) {
    const inCorner = node.dataset.position !== 'inline';
    const above = place || (isCalling() && inCorner && (top || page.querySelector(POPOVER)));
    if (!above || !node.isConnected) return void (node.popover && (node.popover = null));
    if (!covered && node.matches(POPOVER)) return;
    covered = false;
    node.popover = 'manual';
    if (node.matches(POPOVER)) node.hidePopover();
    node.showPopover();
  }

  /** @param {MutationRecord[]} records */
  function changed(records) {
    const outside = carrier.outside();
    let [news, taken] = [false, false];
    for (const { type, target, removedNodes, addedNodes } of records) {
      if (type === 'attributes') covered = modals.opens(target) || covered;
      news ||= type === 'attributes';
      // By itself: among others, for others, or as the last of all it went with what the page cleared away.
      taken ||=
        removedNodes.length === 1 &&
        removedNodes[0] === outside &&
        !addedNodes.length &&
        target.hasChildNodes();
    }
    if (place && taken && !carrier.isIn(place)) {
      if (++undone > MOST) unfit.add(place);
      if (outside === carrier.host) {
        place = null; // the page put it elsewhere, or took it away
        carrier.stays();
      }
      news = true;
    }
    if (news || (place && !outside.isConnected)) settle();
  }

  const observer = new MutationObserver(changed);
  let seen = true;
  /** The page may hide what it is in, or show the widget again that it had hidden. */
  const sizes = new ResizeObserver(() => {
    if (seen === isSeen()) return;
    seen = !seen;
    setTimeout(settle); // and not while sizes are told of, as it changes some
  });

  /** Hidden and shown again before anything was drawn: no size has changed. */
  const shows = new MutationObserver(settle);

  function observe() {
    observer.disconnect();
    sizes.disconnect();
    shows.disconnect();
    if (!watching) return;
    observer.observe(document, { ...WATCHED, childList: place !== null });
    seen = isSeen();
    sizes.observe(node);
    shows.observe(carrier.host, { attributeFilter: ['hidden', 'style', 'class'] });
    if (!place) return;
    const root = place.getRootNode();
    if (root !== document) observer.observe(root, { ...WATCHED, childList: true });
  }

  function watch() {
    if (watching || !session) return;
    watching = new AbortController();
    const { signal } = watching;
    undone = 0;
    onPurpose = around(carrier.host).filter((each) => matches(each, '[aria-hidden="true"]:not([inert])'));
    /** @param {string} type @param {(event: Event) => boolean} covers */
    const on = (type, covers) =>
      listen(
        signal,
        page,
        type,
        (event) => {
          covered = covers(event) || covered;
          settle();
        },
        true,
      );
    on('focusin', modals.focused);
    on('fullscreenchange', modals.fullscreen);
    on('toggle', ({ target }) => target instanceof Element && matches(target, POPOVER));
    observe();
    modals.fullscreen();
    settle();
  }

  function rest() {
    watching?.abort();
    watching = null;
    observe();
  }

  function end() {
    orb = session = null;
    if (place) goHome();
    lift();
    rest();
  }

  return {
    /** @param {AbortSignal} signal  Ends with the session. */
    watch(signal) {
      session = signal;
      shield.watch(signal);
      signal.addEventListener('abort', end, { once: true });
      if (isCalling()) watch();
    },
    /** @param {View} view */
    render(view) {
      if (view.orb === orb) return;
      ({ orb } = view);
      if (isCalling()) watch();
      else if (watching) settle();
    },
  };
}
