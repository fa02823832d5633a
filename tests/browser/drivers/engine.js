// One interface over three browser engines.
import { openChromium } from './chromium.js';
import { openDisplay } from './display.js';
import { openFirefox } from './firefox.js';
import { openWebKitGtk } from './webkitgtk.js';

/** @typedef {'chromium' | 'firefox' | 'webkitgtk'} EngineName */
/** @typedef {'microphone' | 'camera'} Kind */
/** @typedef {'granted' | 'denied' | 'prompt'} Permission */
/** `devices`: has the machine a (pretended) microphone and camera? `hosts`: insecure names that lead to this machine;
 * `proxy`: the address of the test server, through which WebKitGTK finds them. `flags`: Chromium's, `prefs`: Firefox's.
 * @typedef {{ devices?: boolean, headless?: boolean, display?: import('./display.js').Display, flags?: string[],
 *   prefs?: Record<string, string | number | boolean>, hosts?: string[], proxy?: string }} EngineOptions */
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
export async function openEngine(name, options = {}) {
  // WebKitGTK has no headless mode, and a headless browser shows no permission bubble of its own.
  const ownDisplay = !options.display && (name === 'webkitgtk' || options.headless === false)
    ? await openDisplay({ accessible: name !== 'webkitgtk' }) : undefined;
  const display = options.display ?? ownDisplay;
  try {
    const engine = name === 'chromium' ? await openChromium({ ...options, display })
      : name === 'firefox' ? await openFirefox({ ...options, display })
        : await openWebKitGtk({ ...options, display: /** @type {import('./display.js').Display} */ (display) });
    return {
      name,
      ...engine,
      display,
      async close() {
        await engine.close();
        await ownDisplay?.close();
      },
    };
  } catch (error) {
    await ownDisplay?.close();
    throw error;
  }
}
