// The practice's end on the screen. It shows what really arrives there, and what the caller's end says about its devices.
/** @import { FarSide } from './call.js' */
import { watchFrames } from './frames.js';
import { watchLevel } from './level.js';
import { createWave } from './wave.js';

/** @type {Record<RTCPeerConnectionState, string>} */
const LINE = {
  new: 'Connecting…',
  connecting: 'Connecting…',
  connected: 'Connected',
  disconnected: 'The line is unsteady',
  failed: 'The line broke',
  closed: 'Nobody on the line',
};

/** @type {Record<string, string>} Words of `View.microphone` that the other end should know about. */
const MICROPHONE = {
  muted: 'The caller has muted the microphone.',
  lost: "The caller's microphone is off. The line stays open.",
  blocked: "The caller's browser blocks the microphone. The line stays open.",
  asking: "Waiting for the caller's microphone…",
};

/** @type {Record<string, string>} */
const CAMERA = {
  lost: 'The camera was taken away. The sound goes on.',
  blocked: "The caller's browser blocks the camera. The sound goes on.",
  asking: "Waiting for the caller's camera…",
};

/** @param {HTMLElement} panel */
export function createFarSide(panel) {
  const line = part(panel, 'line');
  const note = part(panel, 'note');
  const meter = part(panel, 'meter');
  const wave = createWave(/** @type {HTMLCanvasElement} */ (part(panel, 'wave')));
  const screen = /** @type {HTMLVideoElement | null} */ (panel.querySelector('[data-screen]'));
  const picture = panel.querySelector('[data-picture]');
  const videoNote = panel.querySelector('[data-video-note]');
  /** @type {(() => void)[]} */
  let watches = [];

  /** @param {number} level */
  function showLevel(level) {
    wave.push(level);
    meter.ariaValueNow = String(Math.round(level * 100));
    meter.ariaValueText = level > 0 ? 'Sound arrives' : 'Silence';
  }
  /** @param {boolean} on */
  const showVideo = (on) => picture?.setAttribute('data-picture', on ? 'on' : 'off');
  function clear() {
    watches.splice(0).forEach((stop) => stop());
    wave.clear();
    say(note, '');
    say(videoNote, '');
  }

  return {
    /** @type {FarSide['onRemoteStream']} */
    onRemoteStream(stream, receivers) {
      // Muted, since both ends of this call are in one room: heard aloud, the caller would hear themselves and the loudspeaker
      // would feed the microphone. It must play all the same: Chromium decodes sound only while an element plays it.
      const player = new Audio();
      player.muted = true;
      player.srcObject = stream;
      player.play().catch(() => {});
      const by = (/** @type {string} */ kind) => receivers.find(({ track }) => track.kind === kind);
      watches = [watchLevel(stream, showLevel, by('audio')), () => (player.srcObject = null)];
      if (!screen) return;
      screen.srcObject = stream;
      screen.play().catch(() => {});
      const video = by('video');
      if (video) watches.push(watchFrames(video, showVideo), () => (screen.srcObject = null));
    },
    /** @type {FarSide['onState']} */
    onState(state) {
      panel.dataset.state = state;
      say(line, LINE[state]);
      if (state === 'closed') clear();
    },
    /** @type {FarSide['onPresence']} */
    onPresence({ microphone, camera }) {
      say(note, MICROPHONE[microphone] ?? '');
      say(videoNote, CAMERA[camera] ?? '');
    },
    showLevel,
    showVideo,
  };
}

/** @param {HTMLElement} panel @param {string} name @returns {HTMLElement} */
function part(panel, name) {
  const found = panel.querySelector(`[data-${name}]`);
  if (!(found instanceof HTMLElement)) throw new Error(`the panel has no part "${name}"`);
  return found;
}

/** @param {Element | null} place @param {string} words */
function say(place, words) {
  if (place && place.textContent !== words) place.textContent = words; // a screen reader repeats every write
}
