// What stands behind the element until the rest has come: it paints the orb and the first words, keeps what is asked of it, and hands
// the frame and all that was asked to the life that goes on with them.
/** @import { ChatTransport } from '../js-glue/chat.js' */
/** @import { createFirstGlue } from '../js-glue/first-glue.js' */
/** @import { createPatience } from '../js-glue/patience.js' */
/** @import { Action } from '../js-glue/words.js' */
/** @import { Config } from './earshot.js' */
/** @import { Handed, Life } from './life.js' */
import { unclobbered } from '../js-glue/unclobbered.js';
import { setAttribute, setText } from './dom.js';
import { FIRST_WORDS } from './first-words.js';
import { createFrame } from './frame.js';
import { chooseTexts, isForeign } from './languages.js';
import { EARLY, IDLE, KEPT } from './early-views.js';

/** The part that goes on. @typedef {{ createLife: (element: HTMLElement, press: (action: Action) => void, handed: Handed) => Life }} Live */
/** @typedef {ReturnType<typeof createFirstGlue<Live>>} FirstGlue */
/** What both hold: it outlives the session that reads it. @typedef {{ config: Config | string | null, chatTransport: ChatTransport | null }} Given */

/**
 * @param {HTMLElement} element
 * @param {(action: Action) => void} press
 * @param {() => FirstGlue} glueOf
 */
export function createEarly(element, press, glueOf) {
  const root = element.attachShadow({ mode: 'open' });
  const frame = createFrame(root);
  /** @type {Given} */
  const given = { config: null, chatTransport: null };
  /** @type {AbortController | null} */
  let connected = null;
  /** @type {Life | null} */
  let life = null;
  /** Asked for before there was a session. @type {((life: Life) => void)[]} */
  let asked = [];
  /** Presses that came before the core, each with whether it is still meant. @type {{ action: Action, meant: () => boolean }[]} */
  let presses = [];
  /** @type {ReturnType<typeof createPatience> | null} */
  let patience = null;
  let view = EARLY;
  /** The rest could not be had: a press tries again. */
  let failed = false;
  /** The rest has been asked for. */
  let begun = false;
  /** As what was painted says. @type {Config['loading']} */
  let loading;

  function paint() {
    const glue = glueOf();
    const furniture = glue.readFurniture(given.config ?? element.getAttribute('config'));
    loading = furniture.loading;
    const words = chooseTexts(
      furniture,
      { page: languageAround(element), visitor: glue.languages() },
      { english: FIRST_WORDS },
    );
    const { texts } = words;
    const id = failed ? 'not_loaded' : /** @type {keyof typeof FIRST_WORDS} */ (view.title);
    const title = texts[id];
    frame.furnish(furniture, words, texts.label_widget);
    frame.face({
      orb: failed ? 'idle' : view.orb,
      press: view === KEPT ? 'wait' : 'call',
      name: `${texts.label_orb}: ${title}`,
      rests: view !== KEPT && !failed,
    });
    setText(frame.hint, title);
    setAttribute(frame.bar, 'hidden', !failed && isForeign(words, FIRST_WORDS, id) ? '' : null);
    setAttribute(frame.hint, 'for', view === KEPT ? null : 'orb');
  }

  /** @param {import('./early-views.js').EarlyView} next */
  function show(next) {
    view = next;
    if (!life) paint();
  }

  /** @param {boolean} late */
  function lapsed(late) {
    if (life) return life.pressLapsed();
    failed = late; // as far as that visitor can tell; if it comes, it goes on
    show(EARLY);
  }

  /** @param {Live} live */
  function handOver(live) {
    if (life || !connected) return;
    if (!element.isConnected) return void (begun = false); // nothing begins where nobody sees it
    life = live.createLife(element, press, {
      frame,
      given,
      view,
      kept: presses.filter(({ meant }) => meant()),
    });
    life.connect();
    const own = life;
    for (const act of asked.splice(0)) queueMicrotask(() => act(own)); // one that throws costs no other
  }

  function load() {
    if (life || begun || !connected) return;
    begun = true;
    const glue = glueOf();
    const live = glue.live.now();
    if (live) return handOver(live);
    glue.live
      .load()
      .then(handOver)
      .catch((error) => {
        glue.report(error);
        if (life || !connected) return;
        failed = true;
        begun = false;
        presses = []; // each has its answer
        show(EARLY);
      });
  }

  /** At once, when the page has time, or when the visitor comes near. */
  function begin() {
    if (loading === 'eager') return load();
    if (!begun) show(IDLE);
    if (loading === 'idle') (globalThis.requestIdleCallback ?? setTimeout)(load);
  }

  function stop() {
    connected?.abort();
    connected = patience = null;
    asked = [];
    presses = [];
    life?.stop();
  }

  frame.press = () => press('orb');
  for (const near of ['pointerenter', 'focusin']) frame.node.addEventListener(near, load);

  const early = {
    connect() {
      if (connected) return life || begin(); // it was only moved
      root.append(frame.node);
      connected = new AbortController();
      if (life) return life.connect();
      patience = glueOf().createPatience(connected.signal, window, lapsed);
      failed = begun = false;
      show(EARLY);
      begin();
    },
    stop,
    /** The configuration may have changed. */
    reread() {
      if (life) life.reread();
      else if (connected) {
        paint();
        begin();
      }
    },
    session: () => life?.session() ?? null,
    view: () => life?.view() ?? view,
    given,
    /** @param {Config | string} value */
    configure(value) {
      given.config = value;
      early.reread();
    },
    /** @param {Action} action */
    press(action) {
      if (life) return life.press(action);
      if (!connected || !patience) return;
      failed = false;
      load();
      presses.push({ action, meant: patience.begin() });
      if (action === 'orb') show(KEPT);
    },
    /** For the life; it waits until there is one. @param {(life: Life) => void} act */
    ask(act) {
      if (life) act(life);
      else if (connected) {
        asked.push(act);
        load();
      }
    },
  };
  return early;
}

/** What the page around it is written in, or "". Beside the body it is as in it. @param {HTMLElement} element */
export const languageAround = (element) =>
  unclobbered(
    (element.closest('body') ? element : unclobbered(document).body).closest('[lang]'),
  )?.getAttribute('lang') ?? '';
