// The practice's end on the screen. It shows what really arrives there, and what the practice says when nothing does.
/** @import { FarEnd } from './call.js' */
import { farEndWords } from './far-end-words.js';
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

/** @param {HTMLElement} panel */
export function createFarEnd(panel) {
  const who = part(panel, 'who').dataset.who;
  const line = part(panel, 'line');
  const note = part(panel, 'note');
  const meter = part(panel, 'meter');
  const wave = createWave(/** @type {HTMLCanvasElement} */ (part(panel, 'wave')));
  const screen = /** @type {HTMLVideoElement | null} */ (panel.querySelector('[data-screen]'));
  const frame = panel.querySelector('[data-picture]');
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
  const showVideo = (on) => frame?.setAttribute('data-picture', on ? 'on' : 'off');
  function clear() {
    watches.splice(0).forEach((stop) => stop());
    wave.clear();
    say(note, '');
    say(videoNote, '');
  }

  return {
    /** @type {FarEnd['onRemoteStream']} */
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
    /** @type {FarEnd['onState']} */
    onState(state) {
      panel.dataset.state = state;
      say(line, LINE[state]);
      if (state === 'closed') clear();
    },
    /** @type {FarEnd['onMessage']} */
    onMessage(message) {
      const { sound, picture } = farEndWords(message);
      say(note, sound && `${who}: ${sound}`);
      say(videoNote, picture && `${who}: ${picture}`);
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
