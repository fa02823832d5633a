// Observers of the browser, where it has them and no script has broken them. Nothing that a visitor needs depends on one.
import { tried } from '../js-glue/tried.js';

/**
 * @param {'MutationObserver' | 'ResizeObserver' | 'IntersectionObserver'} name
 * @param {(entries: any[]) => void} act
 * @param {Element} node
 * @param {MutationObserverInit} [how]
 * @returns {() => void}  Ends it.
 */
export function observe(name, act, node, how) {
  const watch = tried(() => new /** @type {any} */ (globalThis)[name](act));
  tried(() => watch.observe(node, how));
  return () => void tried(() => watch.disconnect());
}
