// Somebody installs the package as npm packs it and writes one import. Whatever bundler makes the site, a visitor is heard on it.
import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, before, test } from 'node:test';
import { inEveryEngine, widgetOn } from '../browser/scene.js';
import { ROOT, closeServers, createSite, packEarshot, serveFolder, tellTales, versionOf } from './room.js';

/** Neither WebAssembly nor anything from elsewhere. */
const STRICT = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'",
};
const WASM_FORBIDDEN = /^policy: script-src.*wasm-eval/;

/** Watches from the first moment on, and listens to what the site is given. */
const WATCH = `${readFileSync(join(ROOT, 'tests/pages/witness.js'), 'utf8')}
document.addEventListener('earshot-stream', ({ detail: { stream } }) => {
  const context = new AudioContext();
  const ear = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(ear);
  void context.resume();
  globalThis.loudness = () => {
    const samples = new Float32Array(ear.fftSize);
    ear.getFloatTimeDomainData(samples);
    return Math.max(...samples.map(Math.abs));
  };
});`;

/** @param {string} folder */
const copyCore = (folder) => cpSync(join(ROOT, 'dist/earshot-core.wasm'), join(folder, 'earshot-core.wasm'));

before(packEarshot);

inEveryEngine(
  'A site that is made with',
  (scene) => {
    before(async () => {
      const { devtools } = /** @type {{ devtools: import('puppeteer-core').CDPSession }} */ (
        /** @type {unknown} */ (scene.engine())
      );
      await devtools.send('Page.enable');
      await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: WATCH });
    });
    afterEach(closeServers);

    /** The visitor presses, and the site gets their voice. @param {string} address @param {{ core?: 'wasm' | 'js', problems?: RegExp }} [expected] */
    async function isHeard(address, { core = 'wasm', problems } = {}) {
      await scene.engine().setPermission(new URL(address).origin, 'microphone', 'granted');
      await scene.page().goto(address);
      const widget = widgetOn(scene.page(), scene.name);
      await widget.page.until('the widget', () => Boolean(witness.widget()?.shadowRoot));
      await widget.press('orb');
      await widget.orb('live');
      assert.deepEqual(await widget.live(), ['audio']);
      assert.equal((await widget.events('earshot-stream')).length, 1);
      await widget.page.until('sound', () => loudness() > 0.01);
      await widget.page.until('Spanish words', () =>
        witness
          .widget()
          .shadowRoot?.querySelector('[part~="orb"]')
          ?.getAttribute('aria-label')
          ?.includes('Micrófono'),
      );
      const inJavaScript = await widget.page.evaluate(() => 'EarshotCoreWithoutWasm' in globalThis);
      assert.equal(inJavaScript ? 'js' : 'wasm', core);
      await widget.harmless(problems);
      return widget.page.evaluate(() => witness.lines);
    }

    test(`Vite ${versionOf('vite')} is heard while it is worked on, and as it is published`, async () => {
      const site = createSite('vite');
      await isHeard(await site.serve('dev', '--host'));
      site.run('build');
      const built = join(site.folder, 'dist');
      await isHeard(await serveFolder(built));
      await isHeard(await serveFolder(built, STRICT), { core: 'js', problems: WASM_FORBIDDEN });
      assert.deepEqual(tellTales(built), []);
    });

    test(`so is Vite ${versionOf('vite-6')}, which is made of other bundlers`, async () => {
      const site = createSite('vite', { as: 'vite-6', bin: '../node_modules/vite-6/bin/vite.js' });
      await isHeard(await site.serve('dev', '--host'));
      site.run('build');
      await isHeard(await serveFolder(join(site.folder, 'dist')));
    });

    test(`webpack ${versionOf('webpack')} is heard, also where WebAssembly is forbidden`, async () => {
      const site = createSite('webpack');
      site.run('build', '--mode', 'development');
      await isHeard(await serveFolder(site.folder));
      site.run('build');
      await isHeard(await serveFolder(site.folder));
      const policy = {
        'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'",
      };
      await isHeard(await serveFolder(site.folder, policy), { core: 'js', problems: WASM_FORBIDDEN });
      assert.deepEqual(tellTales(join(site.folder, 'dist')), []);
    });

    test(`Next.js ${versionOf('next')} is heard while it is worked on, and as it is published`, async () => {
      const site = createSite('next');
      await isHeard(await site.serve('dev', '--hostname'));
      for (const build of ['build:webpack', 'build']) {
        site.run(build);
        const address = await site.serve('start', '--hostname');
        await isHeard(address);
        assert.match(await (await fetch(`${address}/rendered`)).text(), /<earshot-widget config="/);
        const lines = await isHeard(`${address}/rendered`);
        assert.deepEqual(
          lines.filter((line) => /hydrat|Minified React/i.test(line)),
          [],
        );
        assert.deepEqual(tellTales(join(site.folder, '.next/static')), []);
      }
    });

    test(`Rollup ${versionOf('rollup')} is heard, with the core beside the bundle and without it`, async () => {
      const site = createSite('rollup');
      site.run('build');
      await isHeard(await serveFolder(site.folder), { core: 'js' });
      copyCore(join(site.folder, 'dist'));
      await isHeard(await serveFolder(site.folder));
      assert.deepEqual(tellTales(join(site.folder, 'dist')), []);
    });

    test(`esbuild ${versionOf('esbuild')} is heard, with the core beside the bundle and without it`, async () => {
      const site = createSite('esbuild');
      site.run('build');
      await isHeard(await serveFolder(site.folder), { core: 'js' });
      copyCore(join(site.folder, 'dist'));
      await isHeard(await serveFolder(site.folder));
      assert.deepEqual(tellTales(join(site.folder, 'dist')), []);
    });

    test('so it is as one classic script', async () => {
      const site = createSite('esbuild');
      site.run('build:classic');
      const address = await serveFolder(site.folder);
      await isHeard(`${address}/classic.html`, { core: 'js' });
      copyCore(join(site.folder, 'classic'));
      await isHeard(`${address}/classic.html`);
    });

    test(`Parcel ${versionOf('parcel')} is heard while it is worked on, and as it is published`, async () => {
      const site = createSite('parcel');
      await isHeard(await site.serve('dev', '--host'));
      site.run('build');
      await isHeard(await serveFolder(join(site.folder, 'dist')));
      assert.deepEqual(tellTales(join(site.folder, 'dist')), []);
    });
  },
  { able: ['chromium'] },
);
