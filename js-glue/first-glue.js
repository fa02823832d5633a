// What the element needs of the glue before the rest has come.
/** @import { Furniture } from './config.js' */
/** @import { Part } from './part.js' */
import { beginDownload } from './core-download.js';
import { furnitureOf, parsed } from './furniture.js';
import { createPatience } from './patience.js';
import { tried } from './tried.js';

/** The visitor's, best first. @param {Partial<Navigator>} navigator @returns {readonly string[]} */
export const languagesOf = (navigator) =>
  tried(() => /** @type {readonly string[]} */ (navigator.languages).map(String), []);

/** @template Live @param {Pick<Part<Live>, 'now' | 'load'>} live  The rest: at once, where another widget of the page has it. */
export const createFirstGlue = (live) => ({
  live: {
    now: live.now,
    load() {
      beginDownload(); // beside it
      return live.load();
    },
  },
  /** @param {unknown} config  As the site wrote it. @returns {Furniture} */
  readFurniture: (config) => furnitureOf(parsed(config)),
  createPatience,
  languages: () => languagesOf(navigator),
  /** @param {unknown} error  The rest could not be had. */
  report: (error) => console.error('[Earshot] Not loaded. See data-earshot-base:', error),
});
