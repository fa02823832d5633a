// How many microphones and cameras there are. Names and ids of devices never leave this file.
/** @import { Fact } from '../facts.js' */
/** @import { Capability } from '../words.js' */

/** What the system's own choice goes by: Chromium lists it as `default`, others list it first. '' where the browser hides names.
 * @param {MediaDeviceInfo[]} microphones */
function defaultOf(microphones) {
  const {
    deviceId,
    groupId = '',
    label = '',
  } = microphones.find(({ deviceId }) => deviceId === 'default') ?? microphones[0] ?? {};
  // `default` may be all that Chromium says in its name; and WebKit's groups get new ids with every grant.
  return deviceId === 'default' ? label && groupId + label : label;
}

/** By what a device is found again: "default" is a pointer in Chromium, and its group is what it points to.
 * @param {{ deviceId?: string, groupId?: string }} [settings] */
const keyOf = ({ deviceId = '', groupId = '' } = {}) =>
  deviceId === 'default' || deviceId === 'communications' ? groupId : deviceId;

/**
 * @param {(fact: Fact) => void} dispatch
 * @param {AbortSignal} signal
 * @param {{ mediaDevices: MediaDevices | undefined, microphone: () => MediaStreamTrack | null, visible?: () => boolean }} page
 *   `microphone`: the one in use.
 */
export function createDevices(dispatch, signal, { mediaDevices, microphone, visible = () => true }) {
  /** @type {Set<string>} */
  const seen = new Set();
  let used = ''; // also when its track has ended: that is when it is looked for
  let chosen = ''; // by the system, at the last look that told
  let last = '';
  /** @type {Promise<void> | null} */
  let looking = null;
  let again = false;

  /** @param {MediaDeviceInfo[]} devices */
  function count(devices) {
    const microphones = devices.filter(({ kind }) => kind === 'audioinput');
    const cameras = devices.filter(({ kind }) => kind === 'videoinput');
    const ids = new Set(microphones.flatMap(({ deviceId, groupId }) => [deviceId, groupId]));
    used = keyOf(microphone()?.getSettings()) || used;
    // Only what was listed before can be missed: some browsers give a track an id that no list contains. It matters
    // because WebKit tells of an unplugged microphone in no other way; its track stays live.
    const selected_present = !seen.has(used) || ids.has(used);
    ids.forEach((id) => id && seen.add(id));
    const labelled = [...microphones, ...cameras].some(({ label }) => label !== '');
    return {
      microphones,
      counts: { microphones: microphones.length, cameras: cameras.length, labelled, selected_present },
    };
  }

  /** @param {MediaDeviceInfo[]} devices */
  function tell(devices) {
    const { microphones, counts } = count(devices);
    const choice = defaultOf(microphones);
    const default_changed = choice !== '' && chosen !== '' && choice !== chosen;
    chosen = choice || chosen;
    const now = JSON.stringify(counts);
    if (now !== last || default_changed) dispatch({ fact: 'devices_read', ...counts, default_changed });
    last = now;
  }

  async function lookOften() {
    while (again && !signal.aborted) {
      again = false;
      const devices = await mediaDevices?.enumerateDevices().catch(() => undefined);
      if (devices && !signal.aborted) tell(devices);
    }
    looking = null;
  }

  /** Ends when everything that can be known has been told. */
  async function look() {
    again = true;
    if (mediaDevices?.enumerateDevices) await (looking ??= lookOften()); // Firefox answers only once the page is visible: do not queue up
  }

  mediaDevices?.addEventListener?.('devicechange', () => void look(), { signal });
  /** @type {Map<Capability, ReturnType<typeof setInterval> | undefined>} */
  const polls = new Map();
  signal.addEventListener('abort', () => polls.forEach((poll) => clearInterval(poll)), { once: true });

  return {
    look,
    /** Where the browser must be asked for permissions, it is asked for devices too: WebKit forgets to tell of some.
     * @param {Capability} kind @param {number} pollMs  0: its events are enough. */
    watch(kind, pollMs) {
      clearInterval(polls.get(kind));
      if (signal.aborted) return;
      polls.set(kind, pollMs > 0 ? setInterval(() => visible() && void look(), pollMs) : undefined);
    },
  };
}
