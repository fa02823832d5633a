// Listens on what others listen on, too: window, document, devices. Without `signal` or `once`: older zone libraries keep one listener
// of the browser for all that a page has of a kind, with the options of the first; the end of ours would be the end of theirs.

/**
 * @param {AbortSignal} signal  Its end is the listener's.
 * @param {EventTarget | null | undefined} target  Browsers miss some of them, and some of those cannot be listened on.
 * @param {string} type
 * @param {(event: any) => void} act
 * @param {boolean} [capture]
 */
export function listen(signal, target, type, act, capture) {
  if (signal.aborted || !target?.addEventListener) return;
  target.addEventListener(type, act, capture);
  signal.addEventListener('abort', () => target.removeEventListener(type, act, capture));
}
