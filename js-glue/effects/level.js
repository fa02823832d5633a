// How loud the live microphone is: numbers for the core, and a picture of them for the visitor.
/** @import { AudioContextWord, Fact } from '../contract.js' */

const DRAW_MS = 66;
const TELL_MS = 250;
const CONTEXT_STATES = ['running', 'suspended', 'interrupted'];
const QUIETEST_DB = -60; // the floor of the picture; a quiet room is about here

/** @param {Float32Array} samples */
const energyOf = (samples) => samples.reduce((sum, value) => sum + value * value, 0) / samples.length;
/** @param {number} energy */
const decibels = (energy) => 10 * Math.log10(energy);
/** @param {number} energy @returns {number} 0 to 1 */
export const loudness = (energy) => (energy > 0 ? Math.min(1, Math.max(0, 1 - decibels(energy) / QUIETEST_DB)) : 0);

/** @param {number[]} energies @returns {number | null} null: exact digital silence, which no real microphone gives. */
export function dbfsOf(energies) {
  const mean = energies.reduce((sum, energy) => sum + energy, 0) / energies.length;
  return mean > 0 ? Math.round(decibels(mean) * 10) / 10 : null;
}

/** None in Safari's Lockdown Mode. */
const anyContext = () => (typeof AudioContext === 'function' ? new AudioContext() : null);

/** @param {MediaStreamTrack} track @param {AudioContext} context */
function listen(track, context) {
  const source = context.createMediaStreamSource(new MediaStream([track]));
  const analyser = context.createAnalyser();
  analyser.fftSize = 4096; // at 48 kHz a little more than the time between two drawings: nothing is missed
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    track,
    energy() {
      analyser.getFloatTimeDomainData(samples);
      return energyOf(samples);
    },
    stop: () => source.disconnect(),
  };
}

/**
 * @param {(fact: Fact) => void} dispatch
 * @param {AbortSignal} signal
 * @param {{ microphone: () => MediaStreamTrack | null, setLevel: (level: number) => void, visible: () => boolean,
 *   sessionType: () => string, newContext?: () => AudioContext | null }} page  `sessionType`: of Safari's `navigator.audioSession`.
 */
export function createLevel(dispatch, signal, page) {
  const { microphone, setLevel, visible, sessionType, newContext = anyContext } = page;
  /** @type {AudioContext | null} */
  let context = null;
  /** @type {ReturnType<typeof listen> | null} */
  let ear = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let beat;
  /** @type {number[]} */
  let energies = [];
  let told = 0;
  let toldInvalid = false;

  const resume = () => void context?.resume().catch(() => {}); // a browser may want a press first; the next one comes here too

  /** iOS interrupts the sound for a phone call. @param {AudioContext | null} told */
  function tellContext(told) {
    const state = /** @type {string} */ (told?.state);
    if (told !== context || !CONTEXT_STATES.includes(state)) return;
    dispatch({ fact: 'audio_context', state: /** @type {AudioContextWord} */ (state), session_type: sessionType() });
  }

  function tick() {
    const track = microphone();
    if (!context || !track) return;
    if (ear?.track !== track) {
      ear?.stop();
      ear = listen(track, context);
    }
    const energy = ear.energy();
    energies.push(energy);
    if (visible()) setLevel(track.enabled ? loudness(energy) : 0);
    const span_ms = Math.round(performance.now() - told);
    if (span_ms < TELL_MS) return;
    // Zeros mean nothing while the context sleeps, the page is hidden or the visitor is muted.
    const valid = context.state === 'running' && visible() && track.enabled && !track.muted;
    if (valid || !toldInvalid) dispatch({ fact: 'level', dbfs: dbfsOf(energies), valid, span_ms }); // invalid: once is enough
    toldInvalid = !valid;
    energies = [];
    told = performance.now();
  }

  function stop() {
    clearInterval(beat);
    ear?.stop();
    void context?.close().catch(() => {});
    if (context) setLevel(0);
    context = ear = null;
  }
  signal.addEventListener('abort', stop, { once: true });

  return {
    /** @param {boolean} on */
    watch(on) {
      if (!on) return stop();
      if (context) return;
      context = newContext(); // the core orders this only for a live microphone, so after a press
      if (!context) return;
      context.addEventListener('statechange', () => tellContext(context), { signal });
      resume();
      energies = [];
      toldInvalid = false;
      told = performance.now();
      beat = setInterval(tick, DRAW_MS);
    },
    resume,
  };
}
