// Somebody who talks all the time, for microphones that are not real. Nothing steady, which a browser would take for
// noise and remove, and nothing that repeats soon, which it would take for an echo.
import { createWriteStream } from 'node:fs';

export const RATE = 48_000;
const SYLLABLE = RATE / 5;

/** 16 bits for each sample: five syllables a second, each of another pitch. */
function tenSeconds() {
  const out = Buffer.alloc(2 * 10 * RATE);
  let chance = 1;
  for (let syllable = 0; syllable < 50; syllable += 1) {
    chance = (chance * 48_271) % 2_147_483_647;
    const pitch = 150 + (chance % 900);
    for (let at = 0; at < SYLLABLE; at += 1) {
      const loud = 12_000 * Math.sin((Math.PI * at) / SYLLABLE) ** 2;
      out.writeInt16LE(
        Math.round(loud * Math.sin((2 * Math.PI * pitch * at) / RATE)),
        2 * (syllable * SYLLABLE + at),
      );
    }
  }
  return out;
}

/** Talks into a pipe at the speed of talking. Answers with the way to fall silent. @param {string} pipe */
export function talkInto(pipe) {
  const words = tenSeconds();
  const out = createWriteStream(pipe);
  out.on('error', () => {}); // the microphone was pulled out in the middle of a word
  const began = performance.now();
  let said = 0;
  const timer = setInterval(() => {
    const due = 2 * Math.floor(((performance.now() - began) * RATE) / 1000);
    for (; said < due; said = Math.min(due, said + words.length - (said % words.length))) {
      out.write(
        words.subarray(said % words.length, Math.min(words.length, (said % words.length) + due - said)),
      );
    }
  }, 20);
  return () => {
    clearInterval(timer);
    out.destroy();
  };
}
