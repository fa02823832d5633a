// One visit with an empty cache: how long until something is there, what travelled, and what it cost the main thread.
import { setTimeout as pause } from 'node:timers/promises';
import { counters, newVisitor } from './browser.mjs';
/** @import { Contestant } from './pages.mjs' */

/** @typedef {{ id: string, name: string, network?: { latency: number, bytesPerSecond: number }, cpu: number }} Conditions */
/** @type {Conditions[]} */
export const CONDITIONS = [
  { id: 'none', name: 'no throttling', cpu: 1 },
  { id: 'net', name: '1.6 Mbit/s, 150 ms', network: { latency: 150, bytesPerSecond: 200_000 }, cpu: 1 },
  {
    id: 'slow',
    name: '1.6 Mbit/s, 150 ms, CPU 6× slower',
    network: { latency: 150, bytesPerSecond: 200_000 },
    cpu: 6,
  },
];

const PATIENCE_MS = 30_000;
const AFTERWARDS_MS = 500;

/** @typedef {{ visible: number, ready: number, longest: number }} Seen  In ms from the start of the navigation; 0: never. */
/** @typedef {Seen & { bytes: number, script: number, scriptAfterwards: number, heap: number }} Visit */

/** In the page, before anything else is: looks once a frame, and not any more once all is there.
 * @param {Contestant['shows'] | null} shows @param {boolean} waits  For the core of Earshot, too. */
function watch(shows, waits) {
  const page = /** @type {typeof globalThis & { seen: Seen, arrived: (text: string) => void }} */ (
    globalThis
  );
  /** @type {Seen} */
  const seen = { visible: 0, ready: 0, longest: 0 };
  page.seen = seen;
  new PerformanceObserver((tasks) => {
    for (const { duration } of tasks.getEntries()) seen.longest = Math.max(seen.longest, duration);
  }).observe({ type: 'longtask', buffered: true });

  if (!shows) return addEventListener('load', () => page.arrived(''), { once: true });
  const { host, selector } = shows;
  const root = () => (host ? document.querySelector(host)?.shadowRoot : document);
  const isVisible = () =>
    [...(root()?.querySelectorAll(selector) ?? [])].some((node) => {
      const { width, height } = node.getBoundingClientRect();
      return width > 0 && height > 0 && node.checkVisibility({ visibilityProperty: true });
    });
  const isReady = () => {
    const widget = /** @type {{ trace?: () => string } | null} */ (
      /** @type {unknown} */ (document.querySelector('earshot-widget'))
    );
    return Boolean(widget?.trace?.()) && Boolean(root()?.querySelector('[data-orb="idle"]'));
  };
  requestAnimationFrame(function look() {
    if (!seen.visible && isVisible()) seen.visible = performance.now();
    if (seen.visible && !seen.ready && (!waits || isReady())) seen.ready = performance.now();
    if (seen.ready) page.arrived('');
    else requestAnimationFrame(look);
  });
}

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} origin
 * @param {Contestant} contestant
 * @param {Conditions} conditions
 * @returns {Promise<Visit>}
 */
export async function visit(browser, origin, { id, shows }, { network, cpu }) {
  const { context, page, devtools } = await newVisitor(browser);
  try {
    let bytes = 0;
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => void (bytes += encodedDataLength));
    await devtools.send('Network.enable');
    await devtools.send('Performance.enable');
    await devtools.send('Runtime.enable');
    await devtools.send('Runtime.addBinding', { name: 'arrived' });
    if (network) {
      await devtools.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: network.latency,
        downloadThroughput: network.bytesPerSecond,
        uploadThroughput: network.bytesPerSecond,
      });
    }
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    await page.evaluateOnNewDocument(watch, shows ?? null, id === 'earshot');

    const { promise, resolve, reject } = resolvable();
    const late = setTimeout(() => reject(new Error(`${id} is not there after 30 s`)), PATIENCE_MS);
    devtools.once('Runtime.bindingCalled', () => resolve(undefined));
    await devtools.send('Page.navigate', { url: `${origin}/${id}.html` });
    await promise.finally(() => clearTimeout(late));
    const there = await counters(devtools);

    await pause(AFTERWARDS_MS);
    const afterwards = await counters(devtools);
    const seen = await page.evaluate(
      () => /** @type {typeof globalThis & { seen: Seen }} */ (globalThis).seen,
    );
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await devtools.send('HeapProfiler.collectGarbage');
    const { heap } = await counters(devtools);
    return { ...seen, bytes, script: there.script, scriptAfterwards: afterwards.script, heap };
  } finally {
    await context.close();
  }
}

function resolvable() {
  /** @type {(value: undefined) => void} */ let resolve = () => {};
  /** @type {(reason: Error) => void} */ let reject = () => {};
  const promise = new Promise((yes, no) => void ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
}
