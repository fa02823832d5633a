// Times and days as the visitor writes them.

import { tried } from '../../js-glue/tried.js';
import { wallTime } from '../../js-glue/clock.js';

const MINUTES_TOGETHER = 5;

/** @typedef {{ clock: (at: number) => string, full: (at: number) => string, day: (at: number) => string }} Times */

/** A site may name a language that no browser knows. @param {string} language */
function known(language) {
  try {
    return Intl.getCanonicalLocales(language);
  } catch {
    return [];
  }
}

/** Made when it is first asked: a formatter costs milliseconds, and most visitors never open the chat.
 * @template T @param {() => T} make @returns {() => T} */
function late(make) {
  /** @type {T | undefined} */
  let made;
  return () => (made ??= make());
}

/** @param {string} language @returns {Times} */
export function createTimes(language) {
  const locales = late(() => known(language));
  /** @param {Intl.DateTimeFormatOptions} how */
  const times = (how) => late(() => new Intl.DateTimeFormat(locales(), how));
  const clock = times({ hour: 'numeric', minute: '2-digit' });
  const full = times({ dateStyle: 'full', timeStyle: 'short' });
  const near = late(() => new Intl.RelativeTimeFormat(locales(), { numeric: 'auto' }));
  const day = times({ weekday: 'long', day: 'numeric', month: 'long' });
  const far = times({ day: 'numeric', month: 'long', year: 'numeric' });
  // Where there is no Intl, a message has no time.
  return {
    clock: (at) => tried(() => clock().format(at), ''),
    full: (at) => tried(() => full().format(at), ''),
    day: (at) => tried(() => dayFor(at), ''),
  };

  /** @param {number} at */
  function dayFor(at) {
    const ago = Math.round((dayOf(wallTime()) - dayOf(at)) / 86_400_000);
    if (ago === 0 || ago === 1) return near().format(-ago, 'day');
    return (ago > 1 && ago < 180 ? day : far)().format(at);
  }
}

/** The midnight it began with. @param {number} at */
export const dayOf = (at) => new Date(at).setHours(0, 0, 0, 0);

/** Said in one breath: the second needs no name and the first no time. @param {{ from: string, name: string, at: number }} one @param {{ from: string, name: string, at: number } | undefined} other */
export const together = (one, other) =>
  other !== undefined &&
  one.from === other.from &&
  one.name === other.name &&
  dayOf(one.at) === dayOf(other.at) &&
  Math.abs(one.at - other.at) < MINUTES_TOGETHER * 60_000;
