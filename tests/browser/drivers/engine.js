// One interface over three browser engines.
import { allOrNothing } from './children.js';
import { openChromium } from './chromium.js';
import { openDisplay } from './display.js';
import { openFirefox } from './firefox.js';
import { openWebKitGtk } from './webkitgtk.js';

/** @typedef {'chromium' | 'firefox' | 'webkitgtk'} EngineName */
/** @typedef {'microphone' | 'camera' | 'notifications'} Kind */
/** @typedef {'granted' | 'denied' | 'prompt'} Permission */
/** `devices`: has the machine a (pretended) microphone and camera? `hosts`: insecure names that lead to this machine;
 * `proxy`: the address of the test server, through which WebKitGTK finds them. `flags`: Chromium's, `prefs`: Firefox's.
 * `policies`: what Chromium's administrator decided; see managed.js.
 * `sound`: a sound server whose microphones are real; then nothing is pretended.
 * `accessible`: on a screen of its own, assistive technology sees the page.
 * `fontSize`: of words, as the visitor has set it in the browser (px).
 * @typedef {{ accessible?: boolean, fontSize?: number, devices?: boolean, sound?: import('./sound-server.js').SoundServer, headless?: boolean, display?: import('./display.js').Display, flags?: string[],
 *   policies?: Record<string, unknown>, prefs?: Record<string, string | number | boolean>, hosts?: string[], proxy?: string }} EngineOptions */
/** The browser's own question. Each waits until it is there, and until it is answered.
 * @typedef {{ shown: () => Promise<unknown>, allow: () => Promise<unknown>, deny: () => Promise<unknown>,
 *   dismiss: () => Promise<unknown>, dismissByKey?: () => Promise<unknown>, denyAndRemember?: () => Promise<unknown>,
 *   isShown?: () => Promise<boolean> }} Prompt `isShown`: now, without waiting. */
/** @typedef {Awaited<ReturnType<typeof openEngine>>} Engine */

/** @type {EngineName[]} */
export const ENGINES = ['chromium', 'firefox', 'webkitgtk'];

/** The engines that this run is about: `EARSHOT_ENGINES=firefox,webkitgtk` narrows it while working on something.
 * @param {EngineName[]} [able] */
export function engines(able = ENGINES) {
  const wanted = process.env.EARSHOT_ENGINES?.split(',') ?? able;
  return able.filter((name) => wanted.includes(name));
}

/** @param {EngineName} name @param {EngineOptions} [options] */
export const openEngine = (name, options = {}) =>
  allOrNothing(async () => {
    // WebKitGTK has no headless mode, and a headless browser shows no permission bubble of its own.
    const needsDisplay = name === 'webkitgtk' || options.headless === false;
    const ownDisplay =
      needsDisplay && !options.display
        ? await openDisplay({ accessible: options.accessible ?? name !== 'webkitgtk' })
        : undefined;
    const display = options.display ?? ownDisplay;
    const engine =
      name === 'chromium'
        ? await openChromium({ ...options, display })
        : name === 'firefox'
          ? await openFirefox({ ...options, display })
          : await openWebKitGtk({
              ...options,
              display: /** @type {import('./display.js').Display} */ (display),
            });
    return {
      name,
      ...engine,
      display,
      async close() {
        await engine.close();
        await ownDisplay?.close();
      },
    };
  });
