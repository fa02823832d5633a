// Makes this page's browser answer as another one would, so that no real question is asked while somebody looks at the cards.
// Only the playground does such a thing.
/** @import { Answers } from './presets.js' */

const { mediaDevices, permissions } = navigator;

/** @param {object} target @param {string} name @param {unknown} value */
const put = (target, name, value) => Object.defineProperty(target, name, { configurable: true, value });

/** @param {Answers} answers @param {string} language  Of the browser's own window: drawings of it follow. */
export function pretend(answers, language) {
  let state = answers.permission;
  put(permissions, 'query', async () => Object.assign(new EventTarget(), { state, onchange: null }));
  put(
    mediaDevices,
    'getUserMedia',
    () =>
      new Promise((_, reject) => {
        setTimeout(() => {
          state = answers.after;
          reject(new DOMException(answers.message, answers.name));
        }, answers.wait_ms);
      }),
  );
  const device = { kind: 'audioinput', deviceId: 'default', groupId: '', label: '' };
  put(mediaDevices, 'enumerateDevices', async () =>
    Array.from({ length: answers.microphones }, () => device),
  );
  put(navigator, 'languages', [language]);
}

/** The page's own browser again. */
export function stopPretending() {
  for (const [target, name] of /** @type {[object, string][]} */ ([
    [permissions, 'query'],
    [mediaDevices, 'getUserMedia'],
    [mediaDevices, 'enumerateDevices'],
    [navigator, 'languages'],
  ])) {
    Reflect.deleteProperty(target, name); // what stands on the prototype shines through
  }
}
