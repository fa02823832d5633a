// Who sits before a microphone that is not real. Speech is nothing steady, which a browser would take for noise and remove,
// and nothing that repeats soon, which it would take for an echo.
import { createWriteStream } from 'node:fs';

export const RATE = 48_000;
const SYLLABLE = RATE / 5;

/** The same numbers in every run, from 0 to 1. */
function chances() {
  let chance = 1;
  return () => {
    chance = (chance * 48_271) % 2_147_483_647;
    return chance / 2_147_483_647;
  };
}

/** 16 bits for each sample. @param {number} seconds @param {(at: number) => number} sample */
function sounding(seconds, sample) {
  const out = Buffer.alloc(2 * seconds * RATE);
  for (let at = 0; at < seconds * RATE; at += 1) out.writeInt16LE(Math.round(sample(at)), 2 * at);
  return out;
}

/** Somebody who talks all the time: five syllables a second, each of another pitch. */
function talk() {
  const chance = chances();
  let pitch = 0;
  return sounding(10, (at) => {
    const within = at % SYLLABLE;
    if (within === 0) pitch = 150 + Math.floor(900 * chance());
    const loud = 12_000 * Math.sin((Math.PI * within) / SYLLABLE) ** 2;
    return loud * Math.sin((2 * Math.PI * pitch * within) / RATE);
  });
}

/** The same behind a noise gate: some words, then exact zeros, up to four seconds of them. */
function gated() {
  const chance = chances();
  const words = talk();
  let open = true;
  let turns = RATE;
  return sounding(30, (at) => {
    if (at >= turns) {
      open = !open;
      turns = at + Math.round(RATE * (open ? 0.4 + 1.2 * chance() : 0.5 + 3.5 * chance()));
    }
    return open ? words.readInt16LE((2 * at) % words.length) : 0;
  });
}

/** Nobody: what a microphone without a gate hears of a quiet room. */
function room() {
  const chance = chances();
  return sounding(10, () => 16 * (chance() - 0.5));
}

/** Somebody who types and says nothing: short clicks, and pauses of up to three seconds. */
function keyboard() {
  const chance = chances();
  let struck = 0;
  let next = 0;
  return sounding(10, (at) => {
    if (at >= next) {
      struck = at;
      next = at + Math.round(RATE * (chance() < 0.1 ? 3 * chance() : 0.08 + 0.2 * chance()));
    }
    return (6_000 * Math.exp((struck - at) / 120) + 8) * (chance() - 0.5);
  });
}

/** A switch in the cable: exact zeros. */
const nothing = () => sounding(1, () => 0);

export const VOICES = { talk, gated, room, keyboard, nothing };
/** @typedef {keyof typeof VOICES} Voice */

/** Feeds a pipe at the speed of life. Answers with the ways to put somebody else there, and to fall silent.
 * @param {string} pipe @param {Voice} [voice] */
export function soundInto(pipe, voice = 'talk') {
  let sound = VOICES[voice]();
  let place = 0;
  const out = createWriteStream(pipe);
  out.on('error', () => {}); // the microphone was pulled out in the middle of a word
  let fed = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    let due = 2 * Math.floor(((now - fed) * RATE) / 1000);
    fed += (due / 2 / RATE) * 1000;
    while (due > 0) {
      const piece = sound.subarray(place, Math.min(sound.length, place + due));
      out.write(piece);
      due -= piece.length;
      place = (place + piece.length) % sound.length;
    }
  }, 20);
  return {
    /** @param {Voice} next */
    say(next) {
      sound = VOICES[next]();
      place = 0;
    },
    hush() {
      clearInterval(timer);
      out.destroy();
    },
  };
}
