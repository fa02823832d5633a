// What the element needs of the glue before the rest has come.
/** @import { Furniture } from './config.js' */
/** @import { Part } from './part.js' */
import { beginDownload } from './core-download.js';
import { furnitureOf, parsed } from './furniture.js';
import { createPatience } from './patience.js';

/** @template Live @param {Pick<Part<Live>, 'now' | 'load'>} live  The rest: at once, where another widget of the page has it. */
export const createFirstGlue = (live) => ({
  live: {
    now: live.now,
    load() {
      beginDownload(); // beside it
      return live.load();
    },
  },
  /** @param {string} text  The configuration as the site wrote it. @returns {Furniture} */
  readFurniture: (text) => furnitureOf(parsed(text)),
  createPatience,
  /** The visitor's, best first. @returns {readonly string[]} */
  languages: () => navigator.languages ?? [],
  /** @param {unknown} error  The rest could not be had. */
  report: (error) => console.error('[Earshot] Not loaded. See data-earshot-base:', error),
});
