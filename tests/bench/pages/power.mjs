// What an open page costs while nothing happens, during a call, and in a hidden tab: processor time per second.
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { certain } from '../../certain.js';
import { counters, newVisitor } from './browser.mjs';
/** @import { Browser, CDPSession, Page } from 'puppeteer-core' */

const TICK_MS = 10; // of /proc: Linux counts in hundredths of a second
const BREATHES_MS = 14_000; // three breaths of 4.5 s
const WINDOW_MS = 8000;
const SETTLES_MS = 2000;
const LOADED_MS = 500;

/** Processor time so far, in ms. @param {number} pid */
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return TICK_MS * (Number(fields[11]) + Number(fields[12]));
}

/** @param {CDPSession} session  Of the browser. @param {string} type */
async function processes(session, type) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.filter((one) => one.type === type).map(({ id }) => id);
}

/** The process that draws the page: the one that works while the page does. Others belong to the browser's own window, or wait for a page.
 * @param {CDPSession} session @param {Page} page */
async function rendererOf(session, page) {
  const before = new Map((await processes(session, 'renderer')).map((pid) => [pid, cpuOf(pid)]));
  await page.evaluate(() => {
    for (const end = performance.now() + 500; performance.now() < end; );
  });
  const worked = [...before]
    .filter(([pid]) => existsSync(`/proc/${pid}`))
    .filter(([pid]) => !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--top-chrome-webui'))
    .map(([pid, ms]) => ({ pid, ms: cpuOf(pid) - ms }))
    .sort((a, b) => b.ms - a.ms);
  return certain(worked[0], 'a renderer').pid;
}

/** @typedef {{ renderer: number, gpu: number, tasks: number }} Power  In ms per second. */

/**
 * @param {Browser} browser
 * @param {string} origin
 * @param {string} id
 */
export async function powerOf(browser, origin, id) {
  const session = await browser.target().createCDPSession();
  const { context, page, devtools } = await newVisitor(browser);
  /** @type {Record<string, Power>} */
  const found = {};
  let [renderer, gpu] = [0, 0];

  /** @param {string} name @param {number} [ms] */
  async function during(name, ms = WINDOW_MS) {
    const [before, rendererBefore, gpuBefore] = [await counters(devtools), cpuOf(renderer), cpuOf(gpu)];
    await pause(ms);
    const after = await counters(devtools);
    const seconds = (after.now - before.now) / 1000;
    found[name] = {
      renderer: (cpuOf(renderer) - rendererBefore) / seconds,
      gpu: (cpuOf(gpu) - gpuBefore) / seconds,
      tasks: (after.tasks - before.tasks) / seconds,
    };
  }

  /** @param {string} name */
  async function duringHidden(name) {
    const other = await context.newPage();
    await other.bringToFront();
    await untilTrue(page, () => document.visibilityState === 'hidden');
    await pause(SETTLES_MS);
    await during(name);
    await other.close();
    await page.bringToFront();
    await untilTrue(page, () => document.visibilityState === 'visible');
  }

  try {
    await devtools.send('Performance.enable');
    await context.overridePermissions(origin, ['microphone']);
    await page.goto(`${origin}/${id}.html`, { waitUntil: 'load' });
    if (id === 'earshot') await orbIs(page, 'idle');
    await pause(LOADED_MS);
    renderer = await rendererOf(session, page);
    gpu = certain((await processes(session, 'GPU'))[0], 'a GPU process');
    await during('first', BREATHES_MS);
    await pause(SETTLES_MS);
    await during('rest');
    await duringHidden('hidden');
    if (id !== 'earshot') return found;

    const orb = await page.$('earshot-widget >>> [part~="orb"]');
    await orb?.click();
    await orbIs(page, 'live');
    await pause(SETTLES_MS);
    await during('live');
    await duringHidden('liveHidden');
    return found;
  } finally {
    await context.close();
    await session.detach();
  }
}

/** @param {Page} page @param {string} state */
async function orbIs(page, state) {
  const shown = (/** @type {string} */ wanted) =>
    document.querySelector('earshot-widget')?.shadowRoot?.querySelector(`[data-orb="${wanted}"]`);
  for (let tries = 0; tries < 100; tries += 1) {
    if (await page.evaluate(shown, state)) return;
    await pause(100);
  }
  throw new Error(`The orb is not ${state} after 10 s`);
}

/** @param {Page} page @param {() => boolean} what */
async function untilTrue(page, what) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await page.evaluate(what)) return;
    await pause(50);
  }
  throw new Error(`Not so after 5 s: ${what}`);
}
