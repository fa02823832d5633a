// Which microphone the system itself has chosen, once that lasts.

const SETTLED_MS = 1_000; // a headset that changes its profile moves the default four times a second

/** What the system's own choice goes by: Chromium lists it as `default`, others list it first. '' where the browser hides names.
 * @param {{ deviceId: string, groupId: string, label: string }[]} microphones */
function defaultOf(microphones) {
  const {
    deviceId,
    groupId = '',
    label = '',
  } = microphones.find(({ deviceId }) => deviceId === 'default') ?? microphones[0] ?? {};
  // `default` may be all that Chromium says in its name; and WebKit's groups get new ids with every grant.
  return deviceId === 'default' ? label && groupId + label : label;
}

/**
 * @param {() => void} look  Looks at the list again.
 * @param {AbortSignal} signal
 */
export function watchDefault(look, signal) {
  let chosen = ''; // as it was last told
  let next = ''; // what it has moved on to, which may not last
  let settled = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let settling;
  signal.addEventListener('abort', () => clearTimeout(settling));

  /** @param {string} choice */
  function wait(choice) {
    next = choice;
    settled = false;
    clearTimeout(settling);
    if (next === '') return;
    settling = setTimeout(() => {
      settled = true;
      look();
    }, SETTLED_MS);
  }

  /** Whether the system has moved on for good: it still points there a moment later. @param {Parameters<typeof defaultOf>[0]} microphones */
  return (microphones) => {
    const choice = defaultOf(microphones);
    chosen ||= choice;
    if (choice === chosen || choice === '') wait('');
    else if (choice !== next) wait(choice);
    else if (settled) {
      chosen = choice;
      wait('');
      return true;
    }
    return false;
  };
}
