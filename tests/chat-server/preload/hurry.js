// Run before the server: what it does every minute, it does many times a second.
const setUsual = globalThis.setInterval;
globalThis.setInterval = /** @type {typeof setInterval} */ (
  (/** @type {() => void} */ work, /** @type {number} */ ms) => setUsual(work, ms / 1000)
);
