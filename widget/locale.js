// How the visitor writes.
import { baseOf } from './languages.js';

/** How this visitor writes times and numbers in that language: "en-GB" where we say "en". @param {string} language @param {readonly string[]} visitor */
export const localeOf = (language, visitor) =>
  visitor.find((each) => baseOf(each) === baseOf(language)) ?? language;
