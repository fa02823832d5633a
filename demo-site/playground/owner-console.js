// Repeats on the page what the widget tells the site's owner in the console: verdicts, and problems of the configuration.
import { make } from './elements.js';

/** @param {HTMLElement} list */
export function mirrorConsole(list) {
  for (const level of /** @type {const} */ (['info', 'log', 'warn', 'error'])) {
    const original = console[level].bind(console);
    console[level] = (...words) => {
      original(...words);
      if (String(words[0]).startsWith('[Earshot]'))
        list.prepend(make('pre', { class: level }, words.map(String).join(' ')));
    };
  }
}
