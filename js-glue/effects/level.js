// How loud the live microphone is: numbers for the core, and a picture of them for the visitor.
/** @import { Fact } from '../facts.js' */
/** @import { AudioContextWord } from '../words.js' */
import { startClock } from '../clock.js';
import { listen } from '../listen.js';
import { tried } from '../tried.js';

const DRAW_MS = 66;
const TELL_MS = 250;
const CONTEXT_STATES = ['running', 'suspended', 'interrupted'];
const QUIETEST_DB = -60; // the floor of the picture; a quiet room is about here
// Nothing is as quiet as this (-150 dB; 24 bits reach to -144). Firefox's filters fade out so for two seconds after the last sound, down
// to -745 dB, before they give true zeros.
const NO_SOUND = 1e-15;

/** @param {Float32Array} samples */
const energyOf = (samples) => samples.reduce((sum, value) => sum + value * value, 0) / samples.length;
/** @param {number} energy */
const decibels = (energy) => 10 * Math.log10(energy);
/** @param {number} energy @returns {number} 0 to 1 */
export const loudness = (energy) =>
  energy > 0 ? Math.min(1, Math.max(0, 1 - decibels(energy) / QUIETEST_DB)) : 0;

/** @param {number[]} energies @returns {number | null} null: exact digital silence, which no real microphone gives. */
export function dbfsOf(energies) {
  let sum = 0; // Prototype.js 1.6 has another `reduce`
  for (const energy of energies) sum += energy;
  const mean = sum / energies.length;
  return mean > NO_SOUND ? Math.round(decibels(mean) * 10) / 10 : null;
}

/** None in Safari's Lockdown Mode. */
const anyContext = () => (typeof AudioContext === 'function' ? new AudioContext() : null);

/** How many samples its device has given, where a browser counts them (Chromium). @param {MediaStreamTrack} track @returns {number | null} */
function deliveredBy(track) {
  try {
    const { stats } = /** @type {{ stats?: { deliveredFrames?: number } | null }} */ (track);
    return stats?.deliveredFrames ?? null;
  } catch {
    return null;
  }
}

/** @param {MediaStreamTrack} track @param {MediaStreamTrack} heard  The track itself, or its clone. @param {AudioContext} context */
function openEar(track, heard, context) {
  const source = context.createMediaStreamSource(new MediaStream([heard]));
  const analyser = context.createAnalyser();
  analyser.fftSize = 4096; // at 48 kHz a little more than the time between two drawings: nothing is missed
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    track,
    behind: heard !== track,
    energy() {
      analyser.getFloatTimeDomainData(samples);
      return energyOf(samples);
    },
    stop() {
      source.disconnect();
      if (heard !== track) heard.stop();
    },
  };
}

/**
 * @param {(fact: Fact) => void} dispatch
 * @param {AbortSignal} signal
 * @param {{ microphone: () => MediaStreamTrack | null, isOurMute?: (track: MediaStreamTrack) => boolean,
 *   behindMute: (track: MediaStreamTrack) => MediaStreamTrack, setLevel: (level: number) => void, visible: () => boolean, sessionType: () => string,
 *   newContext?: () => AudioContext | null, mediaDevices?: MediaDevices | undefined }} page  `isOurMute`: the
 *   visitor's own, and not one of the site, behind which nobody listens. `sessionType`: of Safari's `navigator.audioSession`.
 */
export function createLevel(dispatch, signal, page) {
  const { microphone, behindMute, setLevel, visible, sessionType } = page;
  const { isOurMute = () => true, newContext = anyContext, mediaDevices } = page;
  /** @type {AudioContext | null} */
  let context = null;
  let contextEnds = new AbortController();
  /** @type {ReturnType<typeof openEar> | null} */
  let ear = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let beat;
  let alsoBehindMute = false;
  /** @type {number[]} */
  let energies = [];
  let told = startClock();
  /** At the last telling. @type {number | null} */
  let delivered = null;
  let toldInvalid = false;

  let toldState = 'running';

  /** iOS interrupts the sound for a phone call. */
  function tellContext() {
    const state = /** @type {string} */ (context?.state);
    if (!CONTEXT_STATES.includes(state)) return;
    toldState = state;
    dispatch({
      fact: 'audio_context',
      state: /** @type {AudioContextWord} */ (state),
      session_type: sessionType(),
    });
  }

  function begin() {
    energies = [];
    told = startClock();
    delivered = ear && deliveredBy(ear.track);
  }

  /** What was measured while it slept is not part of what comes after. */
  function stateChanged() {
    begin();
    tellContext();
  }

  /** Not even zeros, as a muted source gives: the device is dead. Nothing is counted of a track that is off.
   * @param {NonNullable<typeof ear>} ear */
  const isStarved = ({ track, behind }) => !behind && delivered !== null && deliveredBy(track) === delivered;

  /** What to hear now, if anything. @param {AudioContext} context */
  function aim(context) {
    const track = microphone();
    const behind = track !== null && alsoBehindMute && !track.enabled && isOurMute(track);
    if (ear && (ear.track !== track || ear.behind !== behind)) {
      ear.stop();
      ear = null;
      begin();
    }
    if (!ear && track) ear = openEar(track, behind ? behindMute(track) : track, context);
    return ear;
  }

  function tick() {
    if (!context) return;
    // One that was never allowed to run raises no event.
    if (context.state !== 'running' && context.state !== toldState) tellContext();
    if (!context) return;
    const ear = tried(() => aim(/** @type {AudioContext} */ (context)));
    if (!ear) return; // a script of the page may have broken what listens: a call needs no level
    const { track, behind, energy } = ear;
    const now = energy();
    energies.push(now);
    if (visible()) setLevel(track.enabled ? loudness(now) : 0);
    const span_ms = told();
    if (span_ms < TELL_MS) return;
    // Zeros mean nothing while the context sleeps, the page is hidden or the visitor is muted.
    const valid = context.state === 'running' && visible() && (track.enabled || behind) && !track.muted;
    const starved = valid && isStarved(ear);
    const dbfs = starved ? null : dbfsOf(energies);
    if (valid || !toldInvalid)
      dispatch({ fact: 'level', dbfs, valid, span_ms, behind_mute: behind, ...(starved && { starved }) }); // invalid: once is enough
    toldInvalid = !valid;
    begin();
  }

  function stop() {
    clearInterval(beat);
    contextEnds.abort();
    ear?.stop();
    void context?.close().catch(() => {});
    if (context) setLevel(0);
    context = ear = null;
  }
  signal.addEventListener('abort', stop);

  /** A browser may want a press first. */
  const resume = () => void context?.resume().catch(() => {});
  // Chromium stops it with the last output, and does not start it again when there is one (measured in 156, Linux).
  listen(signal, mediaDevices, 'devicechange', () => context?.state === 'suspended' && resume());

  return {
    /** @param {boolean} on @param {boolean} [behind_mute]  Also while the visitor is muted: only where the site asked for that. */
    watch(on, behind_mute = false) {
      alsoBehindMute = behind_mute;
      if (!on) return stop();
      if (context || signal.aborted) return;
      context = newContext(); // the core orders this only for a live microphone, so after a press
      if (!context) return;
      contextEnds = new AbortController();
      context.addEventListener('statechange', stateChanged, { signal: contextEnds.signal });
      resume();
      toldState = 'running';
      toldInvalid = false;
      begin();
      beat = setInterval(tick, DRAW_MS);
    },
    resume,
  };
}
