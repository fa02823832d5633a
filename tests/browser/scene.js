// One browser for a whole test file, and the words in which the tests speak of a page with the widget on it.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ENGINES, engines, openEngine } from './drivers/engine.js';
import { openSoundServer } from './drivers/sound-server.js';
import { sleep, until } from './drivers/until.js';
import { record } from './recorded.js';
import { startServer } from './server.js';
/** @import { Engine, EngineName, EngineOptions, Kind, Permission } from './drivers/engine.js' */
/** @import { Page } from './drivers/page.js' */
/** @import { View } from '../../js-glue/answers.js' */
/** @import { Orb } from '../../js-glue/words.js' */

const BUILT = fileURLToPath(new URL('../../dist/earshot.js', import.meta.url));
/** A name that leads here, and that no browser takes for a secure place. */
const INSECURE = 'earshot.test';

/** Energy within 400 ms. Somebody who talks gives 0.05 and more; a browser adds a little noise of its own to silence. */
const AUDIBLE = 1e-4;

/** @typedef {ReturnType<typeof createScene>} Scene */
/** `hardware`: a sound server of its own, so that microphones can be plugged in and pulled out. `speaker`: with one that stays.
 * @typedef {EngineOptions & { hardware?: boolean, speaker?: boolean }} SceneOptions */

/**
 * Runs the tests that `tell` makes in each engine, every engine in one browser of its own.
 * @param {string} subject
 * @param {(scene: Scene, name: EngineName) => void} tell
 * @param {SceneOptions & { able?: EngineName[] }} [options]  `able`: the engines that can produce the situation.
 */
export function inEveryEngine(subject, tell, { able = ENGINES, ...options } = {}) {
  for (const name of engines(able)) {
    const scene = createScene(name, options);
    const place = scenes.push(scene);
    describe(`${subject}, in ${name}`, () => {
      before(async () => {
        await scene.start();
        scenes[place]?.start().catch(() => {}); // the next browser opens meanwhile; its own suite says if it cannot
      });
      after(scene.stop);
      tell(scene, name);
    });
  }
}

/** Those of this file, in the order in which their tests run. @type {Scene[]} */
const scenes = [];

/** @param {EngineName} name @param {SceneOptions} options */
function createScene(name, { hardware = false, speaker = name === 'chromium', ...options }) {
  /** @type {Awaited<ReturnType<typeof startServer>> | undefined} */
  let server;
  /** @type {Engine | undefined} */
  let opened;
  /** @type {import('./drivers/sound-server.js').SoundServer | undefined} */
  let sound;
  let site = '';
  const engine = () => /** @type {Engine} */ (opened);
  /** @type {Promise<void> | undefined} */
  let starting;

  async function start() {
    if (!existsSync(BUILT)) throw new Error('dist/earshot.js is missing: script/test builds it');
    server = await startServer();
    // Firefox counts what a speaker plays as one more microphone, and WebKitGTK misses a last microphone only together with
    // the last speaker; Chromium falls silent for good when that goes.
    if (hardware) sound = await openSoundServer({ speaker, udev: name === 'chromium' });
    opened = await openEngine(name, { hosts: [INSECURE], proxy: server.origin, sound, ...options });
  }

  const scene = {
    name,
    engine,
    site: () => site,
    page: () => engine().page,
    /** The microphones of this machine. */
    microphones: () => /** @type {NonNullable<typeof sound>} */ (sound),
    start: () => (starting ??= start()),
    async stop() {
      await opened?.close();
      await sound?.close();
      await server?.close();
    },
    /**
     * Opens one of tests/pages on a site that this browser has never seen.
     * @param {string} situation
     * @param {{ microphone?: Permission, camera?: Permission, notifications?: Permission, insecure?: boolean, lang?: string, query?: string }} [permissions]
     *   `lang`: what tests/pages/language is written in.
     */
    async open(situation, { insecure = false, lang, query, ...permissions } = {}) {
      const { newSite, port } = /** @type {NonNullable<typeof server>} */ (server);
      site = insecure ? `http://${INSECURE}:${port}` : newSite(name);
      // One site for all tests there: a visitor who was never here has no conversation that could go on.
      if (name === 'webkitgtk')
        await engine()
          .page.evaluate(() => sessionStorage.clear())
          .catch(() => {});
      server?.cutChat(false);
      await scene.allow({ microphone: 'prompt', camera: 'prompt', notifications: 'prompt', ...permissions });
      return scene.openAgain(situation, query ?? (lang && `?lang=${lang}`));
    },
    /** A page without the widget, on a site that this browser has never seen. @param {string} situation */
    async openBare(situation) {
      site = /** @type {NonNullable<typeof server>} */ (server).newSite(name);
      await scene.allow({ microphone: 'prompt', camera: 'prompt', notifications: 'prompt' });
      await engine().page.goto(`${site}/pages/${situation}/`);
      return engine().page;
    },
    /** The next visit to the same site. @param {string} situation @param {string} [query] */
    async openAgain(situation, query = '') {
      await engine().page.goto(`${site}/pages/${situation}/${query}`);
      return widgetOn(engine().page, name);
    },
    /** The visitor decides in the browser's own settings. @param {Partial<Record<Kind, Permission>>} permissions */
    async allow(permissions) {
      for (const [kind, state] of Object.entries(permissions))
        await engine().setPermission(site, /** @type {Kind} */ (kind), state);
    },
    /** The chat's server goes away, and comes back. @param {boolean} gone @param {string} [folder]  Whose goes: that of /psychiatry/chat is `/psychiatry`. */
    cutChat: (gone, folder) => server?.cutChat(gone, folder),
    /** What visitors wrote to the server of a folder, and how often it was asked for anything. @param {string} folder */
    heardAt: (folder) => /** @type {NonNullable<typeof server>} */ (server).chatIn(folder),
    /** On tests/pages/form: what its handler has got, and what it answers with. */
    forms: () => /** @type {NonNullable<typeof server>} */ (server).forms,
    /** On tests/pages/slow-core: the core stays on its way, and arrives. @param {boolean} hold */
    holdCore: (hold) => server?.holdCore(hold),
    /** How often the server was asked for this so far. @param {string} path */
    asked: (path) => server?.asked.filter((each) => each === path).length ?? 0,
    /** On tests/pages/faulty: what was wrong with a file is so no more, or again. @param {boolean} [on] */
    mend: (on) => server?.mend(on),
    /** The visitor takes a permission away while it is used. @param {Kind} kind */
    revoke: (kind) => engine().revoke(site, kind),
    /** The browser's own question. */
    prompt: () => /** @type {Required<import('./drivers/engine.js').Prompt>} */ (engine().prompt),
    /** What Chromium's recovery element opens in the middle of the page. */
    dialog: () =>
      /** @type {import('./drivers/chromium-window.js').Dialog} */ (/** @type {any} */ (engine()).dialog),
    /** Behind the icon at the left end of Chromium's address bar. */
    siteControls: () =>
      /** @type {import('./drivers/chromium-window.js').SiteControls} */ (
        /** @type {any} */ (engine()).siteControls
      ),
    /** Behind the crossed-out icon in Firefox's address bar. */
    sitePanel: () =>
      /** @type {import('./drivers/firefox-window.js').SitePanel} */ (
        /** @type {any} */ (engine()).sitePanel
      ),
    /** Firefox's Settings. */
    settings: () =>
      /** @type {import('./drivers/firefox-window.js').Settings} */ (/** @type {any} */ (engine()).settings),
    /** The screen that the browser is on. */
    screen: () => /** @type {import('./drivers/display.js').Display} */ (engine().display),
    /** Keys that go to the browser and not to the page. @param {string} name  An X key symbol. */
    windowKey: (name) => scene.screen().key(name),
    /** The widget of the page in the frame. */
    framed: () => widgetOn(engine().page.frame(), name),
  };
  return scene;
}

/** @typedef {ReturnType<typeof widgetOn>} Widget */

/** @param {string} action */
const buttonOf = (action) =>
  action === 'orb'
    ? 'earshot-widget >>> [part~="orb"]'
    : `earshot-widget >>> button[data-action="${action}"]`;

/** @param {Omit<Page, 'goto' | 'screenshot' | 'frame'>} page @param {EngineName} name */
export function widgetOn(page, name) {
  const widget = {
    page,
    /** @returns {Promise<View>} */
    view: () => page.evaluate(() => witness.widget()?.view),
    /** Waits for a state of the orb, and gives the view. @param {Orb} orb @returns {Promise<View>} */
    orb: (orb) => widget.until((view) => view.orb === orb, `the orb to be ${orb}`),
    /** Polls the view. @param {(view: View) => boolean} fits @param {string} what @param {{ ms?: number }} [patience] @returns {Promise<View>} */
    until: (fits, what, patience) =>
      until(
        async () => {
          const view = await widget.view();
          return view && fits(view) ? view : null;
        },
        { what, state: widget.story, ...patience },
      ),
    /** What happened so far, for the message of a test that failed. */
    story: () =>
      page.evaluate(() => ({
        view: witness.widget()?.view,
        problems: witness.problems,
        console: witness.lines,
        facts: witness
          .widget()
          ?.trace?.()
          .split('\n')
          .filter((line) => line.includes('"fact"') && !line.includes('"level"'))
          .slice(-24),
      })),
    /** On tests/pages/call: waits until the far end hears the visitor. @param {string} when */
    isHeard: (when) =>
      until(async () => (await widget.soundAtTheFarEnd()) > AUDIBLE, {
        what: `sound at the far end ${when}`,
        state: widget.story,
      }),
    /** On tests/pages/call: waits until the far end does not hear the visitor any more. */
    isNotHeard: () =>
      until(async () => (await widget.soundAtTheFarEnd()) < AUDIBLE, {
        what: 'silence at the far end',
        state: widget.story,
      }),
    async soundAtTheFarEnd() {
      const before = await page.evaluate(() => call.heard());
      await sleep(400); // longer than what may still be on its way; the time is what is measured
      return (await page.evaluate(() => call.heard())) - before;
    },
    /** Presses the button of an action with the mouse. @param {string} action */
    press: (action) => page.press(buttonOf(action)),
    /** The mouse goes down on it, and up where it is. @param {string} action @param {() => Promise<unknown>} meanwhile */
    async pressWhile(action, meanwhile) {
      await page.hold(buttonOf(action));
      await meanwhile();
      await page.release();
    },
    /** Waits until what follows the first file has begun, on a page of the script tag. */
    waitsForCore: () =>
      page.until('what follows the first file', () => {
        const page = /** @type {any} */ (globalThis);
        return Boolean(page[Symbol.for(`earshot ${page.Earshot?.version}`)]?.exports['./earshot-live.js']);
      }),
    /** Waits until the widget has measured a sound. */
    hasSound: () => page.until('sound', () => /"dbfs":-\d/.test(witness.widget().trace())),
    /** What there was to see so far, in order. @returns {Promise<{ orb: string, title: string }[]>} */
    views: () =>
      page.evaluate(() =>
        witness
          .widget()
          .trace()
          .trim()
          .split('\n')
          .flatMap((line) => JSON.parse(line).view ?? [])
          .map(({ orb, title }) => ({ orb, title })),
      ),
    /** What the visitor pressed so far. @returns {Promise<string[]>} */
    pressed: () =>
      page.evaluate(() =>
        witness
          .widget()
          .trace()
          .split('\n')
          .filter((line) => line.includes('"pressed"'))
          .map((line) => JSON.parse(line).action),
      ),
    /** Presses the browser's own element, which ignores a hand in its first half second. Answers with how often it took. */
    async recover() {
      await widget.recoverable();
      // It may refuse a press without a word: then nothing is asked, and the visitor presses again.
      let presses = 0;
      await until(
        async () => {
          presses += 1;
          await page.press('earshot-widget >>> .recover');
          return widget.isAskedToRecover();
        },
        { what: "the browser's own button to ask", state: widget.story },
      );
      return presses;
    },
    /** The same with Tab and Return. */
    async recoverByKeys() {
      await widget.recoverable();
      await until(
        async () => {
          const { tag, ring } = await page.focused();
          if (/^(microphone|camera|usermedia)$/.test(tag)) return ring;
          await page.key('Tab');
          return false;
        },
        { what: "Tab to reach the browser's own button, and its ring to be seen", state: page.focused },
      );
      await until(
        async () => {
          await page.key('Enter');
          return widget.isAskedToRecover();
        },
        { what: "the browser's own button to ask", state: widget.story },
      );
    },
    /** Waits until the browser's own button takes a press: it has to lie still for half a second. */
    recoverable: () =>
      page.until("the browser's own button", () => {
        const button = witness.widget().shadowRoot?.querySelector('.recover');
        const { laidOut } = /** @type {{ laidOut?: { button: Element, at: number } }} */ (globalThis);
        if (!button?.getBoundingClientRect().width) return false;
        if (laidOut?.button !== button)
          Object.assign(globalThis, { laidOut: { button, at: performance.now() } });
        return laidOut?.button === button && performance.now() - laidOut.at > 700;
      }),
    /** The question of the browser's own button has the keyboard. */
    isAskedToRecover: () =>
      until(
        async () =>
          (await widget.view()).title === 'answer_recovery' &&
          !(await page.evaluate(() => document.hasFocus())),
        { what: 'the question', ms: 3000 },
      ).catch(() => false),
    title: () =>
      page.texts('earshot-widget >>> [part~="title"], [part~="hint"]').then((texts) => texts.join(' ')),
    steps: () => page.texts('earshot-widget >>> [part~="steps"] li'),
    /** Waits until there are steps and each of them can be read. Looked at in one go: WebKit's permission is read a moment after the
     * refusal, and may tell more. */
    readsEveryStep: () =>
      page.until('every step to be read', () => {
        const { view, shadowRoot } = witness.widget();
        return (
          view.steps.length > 0 && shadowRoot?.querySelectorAll('.steps li').length === view.steps.length
        );
      }),
    /** The kinds of all tracks that are live, whoever holds them. */
    live: () => page.evaluate(() => witness.live()),
    /** @param {string[]} kinds */
    liveTracks: (...kinds) =>
      until(async () => JSON.stringify(await widget.live()) === JSON.stringify(kinds) || null, {
        what: `live tracks: ${kinds.join(' and ') || 'none'}`,
        state: widget.story,
      }),
    /** How often the page has called getUserMedia. */
    requests: () => page.evaluate(() => witness.requests()),
    /** The earshot-* events so far. @param {string} type */
    events: (type) =>
      page.evaluate(
        (wanted) => witness.events.filter((event) => event.type === wanted).map(({ detail }) => detail),
        type,
      ),
    /** @param {string} action */
    offers: async (action) => (await widget.view()).actions.includes(/** @type {any} */ (action)),
    /** Goes to the chat, writes, and waits for the answer of the other side. @param {string} text */
    async chat(text) {
      await widget.press('open_chat');
      await widget.write(text);
    },
    /** Types it, and no more. @param {string} text */
    async begin(text) {
      await page.press('earshot-widget >>> [part~="input"]');
      await until(async () => (await page.focused()).part.includes('input'), {
        what: 'the field to have the keyboard',
        state: widget.story,
      });
      await page.type(text);
      await page.until(
        'the text to be in the field',
        (typed) => witness.widget().shadowRoot?.querySelector('textarea')?.value === typed,
        text,
      );
    },
    /** Writes and sends with Enter, whether anybody is there or not. @param {string} text */
    async submit(text) {
      await widget.begin(text);
      await page.key('Enter');
    },
    /** What stands in the field. @returns {Promise<string>} */
    draft: () => page.evaluate(() => witness.widget().shadowRoot?.querySelector('textarea')?.value ?? ''),
    /** @param {string} text */
    async write(text) {
      await widget.begin(text);
      await page.press('earshot-widget >>> [part~="send"]');
      await widget.reads(`You wrote: ${text}`);
    },
    /** Waits until the chat shows a message. @param {string} text */
    reads: (text) =>
      until(
        async () => (await page.texts('earshot-widget >>> [part~="log"]')).join('\n').includes(text) || null,
        { what: `the chat to say "${text}"`, state: widget.story },
      ),
    /** No error, no unhandled rejection, no violated policy. @param {RegExp} [expected] */
    async harmless(expected = /^$/) {
      const problems = await page.evaluate(() => witness.problems);
      assert.deepEqual(
        problems.filter((/** @type {string} */ problem) => !expected.test(problem)),
        [],
      );
    },
    /** Keeps the run as a trace that the native replay tests replay, when EARSHOT_RECORD is set. @param {string} scenario */
    async keep(scenario) {
      record(`${name}-${scenario}`, await page.evaluate(() => witness.widget().trace()));
    },
  };
  return widget;
}
