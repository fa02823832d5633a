// How many microphones and cameras there are. Names and ids of devices never leave the glue.
/** @import { Fact } from '../facts.js' */
/** @import { Capability, MediaKind } from '../words.js' */
import { watchDefault } from './default-device.js';
import { string } from '../furniture.js';
import { listen } from '../listen.js';
import { tried } from '../tried.js';
import { seldom } from './seldom.js';

/** A wrapper of the page may have made it. @param {Partial<MediaDeviceInfo> | null} device */
const plain = (device) => {
  const { kind, deviceId, groupId, label } = device ?? {};
  return { kind: string(kind), deviceId: string(deviceId), groupId: string(groupId), label: string(label) };
};

/** @typedef {ReturnType<typeof plain>} Device */

/** In Chromium these are pointers, and their group is what they point to. @param {string} deviceId */
const isPointer = (deviceId) => deviceId === 'default' || deviceId === 'communications';

/** By what a device is found again. @param {{ deviceId?: string, groupId?: string }} [settings] */
const keyOf = ({ deviceId = '', groupId = '' } = {}) => (isPointer(deviceId) ? groupId : deviceId);

/** Firefox lists them with the first grant of a microphone, and can ask for one since it does; others may hide all of them.
 * @param {Device[]} devices @param {boolean} canSelect */
function outputsIn(devices, canSelect) {
  if (!devices.some(({ kind, label }) => kind === 'audioinput' && label !== '')) return {};
  const outputs = devices.filter(({ kind }) => kind === 'audiooutput').length;
  return outputs > 0 || canSelect ? { outputs } : {};
}

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
  /** @type {Device[]} */
  let listed = [];
  let last = '';
  /** @type {Promise<void> | null} */
  let looking = null;
  let again = false;

  /** @param {Device[]} devices */
  function count(devices) {
    const microphones = devices.filter(({ kind }) => kind === 'audioinput');
    const cameras = devices.filter(({ kind }) => kind === 'videoinput');
    const ids = new Set(microphones.flatMap(({ deviceId, groupId }) => [deviceId, groupId]));
    used = keyOf(tried(() => microphone()?.getSettings())) || used;
    // Only what was listed before can be missed: some browsers give a track an id that no list contains. It matters
    // because WebKit tells of an unplugged microphone in no other way; its track stays live.
    const selected_present = !seen.has(used) || ids.has(used);
    ids.forEach((id) => id && seen.add(id));
    const labelled = [...microphones, ...cameras].some(({ label }) => label !== '');
    const outputs = outputsIn(devices, mediaDevices !== undefined && 'selectAudioOutput' in mediaDevices);
    return {
      microphones,
      counts: {
        microphones: microphones.length,
        cameras: cameras.length,
        labelled,
        selected_present,
        ...outputs,
      },
    };
  }

  /** @param {Device[]} devices */
  function tell(devices) {
    listed = devices;
    const { microphones, counts } = count(devices);
    const default_changed = defaultMoved(microphones);
    const now = Object.values(counts).join();
    if (now !== last || default_changed) dispatch({ fact: 'devices_read', ...counts, default_changed });
    last = now;
  }

  /** undefined: nothing that could be a list. */
  async function list() {
    try {
      return [
        .../** @type {MediaDeviceInfo[]} */ (
          await /** @type {MediaDevices} */ (mediaDevices).enumerateDevices()
        ),
      ].map(plain);
    } catch {
      return undefined;
    }
  }

  async function lookOften() {
    while (again && !signal.aborted) {
      again = false;
      const devices = await list();
      if (devices && !signal.aborted) tell(devices);
    }
    looking = null;
  }

  /** Ends when everything that can be known has been told. */
  async function look() {
    again = true;
    if (mediaDevices?.enumerateDevices) await (looking ??= lookOften()); // Firefox answers only once the page is visible: do not queue up
  }

  const defaultMoved = watchDefault(() => void look(), signal);
  const lookSeldom = seldom(() => void look(), signal);
  listen(signal, mediaDevices, 'devicechange', lookSeldom);
  /** @type {Map<Capability, ReturnType<typeof setInterval> | undefined>} */
  const polls = new Map();
  signal.addEventListener('abort', () => polls.forEach((poll) => clearInterval(poll)));

  return {
    look,
    /** By what it can be asked for again: a pointer may point elsewhere by now. '' where that is not known.
     * @param {MediaTrackSettings} settings @param {MediaKind} kind */
    idOf({ deviceId = '', groupId = '' }, kind) {
      if (!isPointer(deviceId)) return deviceId;
      if (!groupId) return '';
      const input = kind === 'microphone' ? 'audioinput' : 'videoinput';
      const behind = listed.find(
        (device) => device.kind === input && device.groupId === groupId && !isPointer(device.deviceId),
      );
      return behind?.deviceId ?? '';
    },
    /** Where the browser must be asked for permissions, it is asked for devices too: WebKit forgets to tell of some.
     * @param {Capability} kind @param {number} pollMs  0: its events are enough. */
    watch(kind, pollMs) {
      clearInterval(polls.get(kind));
      if (signal.aborted) return;
      polls.set(kind, pollMs > 0 ? setInterval(() => visible() && void look(), pollMs) : undefined);
    },
  };
}
