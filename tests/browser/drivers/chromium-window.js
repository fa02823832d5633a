// What Chromium draws around and over a page, found by name in the accessibility tree and pressed with the real mouse: its
// permission bubble, the dialog of its recovery element, the site controls at the left end of the address bar.
import { sleep, until } from './until.js';
/** @import { Kind } from './engine.js' */
/** @import { Display, Widget } from './display.js' */

/** @typedef {ReturnType<typeof createDialog>} Dialog */
/** @typedef {ReturnType<typeof createSiteControls>} SiteControls */

// Clicks that follow each other faster than a double click count as accidents, and put the moment off from which one counts.
const SLOWER_THAN_A_DOUBLE_CLICK = 700;

/** Answers something that Chromium shows until it is gone: it ignores its first moments, so that nobody answers by accident.
 * @param {Display} display @param {{ what: string, named: string, is: (widget: Widget) => boolean }} shape */
function answerable(display, { what, named, is }) {
  const look = async (name = named) => {
    const widgets = await display.widgets(`${named}|${name}`, 'chromium');
    return { frame: widgets.find((it) => it.showing && it.role === 'alert' && is(it)), widgets };
  };
  /** @param {string} name @param {(frame: Widget, widgets: Widget[]) => Promise<unknown>} act */
  async function answer(name, act) {
    let seen = false;
    await until(
      async () => {
        const { frame, widgets } = await look(name);
        seen ||= Boolean(frame);
        if (frame) await act(frame, widgets);
        return seen && !frame;
      },
      { what: `${what} to come and to close`, every: SLOWER_THAN_A_DOUBLE_CLICK },
    );
  }
  return {
    shown: () => until(async () => (await look()).frame, { what, every: 100 }),
    isShown: async () => Boolean((await look()).frame),
    /** @param {string} name */
    press: (name) =>
      answer(name, async ({ x, y, w, h }, widgets) => {
        const inside = (/** @type {Widget} */ it) =>
          it.showing && it.x >= x && it.x < x + w && it.y >= y && it.y < y + h;
        const button = widgets.find(
          (it) => it.role === 'push button' && new RegExp(name).test(it.name) && inside(it),
        );
        if (button) await display.click(button.x + button.w / 2, button.y + button.h / 2);
      }),
    /** @param {string} key */
    key: (key) => answer(named, () => display.key(key)),
    /** Tab to the button, and Return. @param {string} name */
    pressByKeys: (name) =>
      answer(name, async (_, widgets) => {
        const there = widgets.some((it) => it.showing && it.focused && new RegExp(name).test(it.name));
        await display.key(there ? 'Return' : 'Tab');
      }),
  };
}

/** Chromium's own permission bubble. @param {Display} display */
export function createBubble(display) {
  const bubble = answerable(display, {
    what: "Chromium's permission bubble",
    named: 'wants to: ',
    is: ({ name }) => name.includes('wants to: '),
  });
  return {
    shown: bubble.shown,
    isShown: bubble.isShown,
    allow: () => bubble.press('^Allow( while visiting.*)?$'),
    deny: () => bubble.press('^(Never allow|Block)$'),
    dismiss: () => bubble.press('^Close$'),
    dismissByKey: () => bubble.key('Escape'),
  };
}

/** The dialog in the middle of the page that a press on the recovery element opens. @param {Display} display */
export function createDialog(display) {
  const named = "You previously didn't allow|^Your administrator doesn't allow";
  const dialog = answerable(display, {
    what: "the dialog of Chromium's recovery element",
    named,
    is: ({ name }) => new RegExp(named).test(name),
  });
  return {
    /** Waits for it. Answers with what it says. */
    async shown() {
      return (await dialog.shown()).name;
    },
    isShown: dialog.isShown,
    allowThisTime: () => dialog.press('^Allow this time$'),
    allowThisTimeByKeys: () => dialog.pressByKeys('^Allow this time$'),
    continueNotAllowing: () => dialog.press('^Continue not allowing$'),
    ok: () => dialog.press('^OK$'),
    close: () => dialog.press('^Close$'),
    /** The Escape key. */
    leave: () => dialog.key('Escape'),
  };
}

/** The icon at the left end of the address bar, and what it opens. @param {Display} display */
export function createSiteControls(display) {
  const LABEL = { microphone: 'Microphone', camera: 'Camera', notifications: 'Notifications' };
  /** Their place, pressed or covered by the words "Microphone not allowed" for a few seconds. */
  const icon = async () =>
    (await display.widgets('^View site information$', 'chromium')).find(({ w }) => w > 0);
  /** @param {Kind} kind */
  const row = async (kind) =>
    (await display.widgets(`^${LABEL[kind]}$`, 'chromium')).find(
      (it) => it.showing && it.role === 'toggle button',
    );
  return {
    /** "… not allowed", crossed out: for some seconds after a refusal. The words stand where the icon is, and hide it. */
    isCrossedOut: async () => (await icon())?.showing === false,
    /** Clicks the icon. @param {Kind} kind  What is to be changed there. */
    async open(kind) {
      // A click that opens nothing is made again; one that comes while it opens would close it.
      await until(
        async () => {
          const { x, y, w, h } = await until(icon, { what: "Chromium's site controls" });
          await display.click(x + w / 2, y + h / 2);
          return until(() => row(kind), { what: 'the site controls to open', ms: 4000, every: 100 }).catch(
            () => null,
          );
        },
        { what: `${kind} in Chromium's site controls`, ms: 20_000 },
      );
    },
    /** Turns the switch. @param {Kind} kind @param {boolean} on */
    async turn(kind, on) {
      await until(
        async () => {
          const found = await row(kind);
          if (!found || found.checked === on) return Boolean(found);
          await display.click(found.x + found.w / 2, found.y + found.h / 2);
          await sleep(300); // it slides
          return false;
        },
        { what: `the switch next to ${LABEL[kind]}`, every: 100 },
      );
    },
    close: () =>
      until(
        async () => {
          if (!(await row('microphone')) && !(await row('camera'))) return true;
          await display.key('Escape');
          return false;
        },
        { what: "Chromium's site controls to close", every: 200 },
      ),
  };
}
