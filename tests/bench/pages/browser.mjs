// The one Chromium in which everything is measured. It finds no address but this machine's, and its microphone hears somebody talk.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RATE, VOICES } from '../../browser/drivers/voice.js';
import puppeteer from 'puppeteer-core';
import { ROOM } from './pages.mjs';

/** A file as Chromium's pretended microphone reads it. @param {Buffer} samples  Of 16 bits. */
function wav(samples) {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20); // plain numbers
  head.writeUInt16LE(1, 22); // one channel
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(2 * RATE, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

export function launch() {
  const voice = join(ROOM, 'voice.wav');
  writeFileSync(voice, wav(VOICES.talk()));
  return puppeteer.launch({
    executablePath: process.env.CHROMIUM_BIN ?? '/usr/bin/chromium',
    // A hidden tab is to be as hidden here as a visitor's.
    ignoreDefaultArgs: ['--disable-renderer-backgrounding', '--disable-background-timer-throttling'],
    defaultViewport: null,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--window-size=1200,800',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-audio-capture=${voice}`,
    ],
  });
}

/** A new tab with an empty cache. @param {import('puppeteer-core').Browser} browser */
export async function newVisitor(browser) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const devtools = await page.createCDPSession();
  return { context, page, devtools };
}

/** Chromium's counters, times in ms. @param {import('puppeteer-core').CDPSession} devtools */
export async function counters(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (/** @type {string} */ wanted) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
  return {
    now: 1000 * of('Timestamp'),
    script: 1000 * of('ScriptDuration'),
    tasks: 1000 * of('TaskDuration'),
    heap: of('JSHeapUsedSize'),
  };
}
