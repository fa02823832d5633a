// A site installs the package as npm packs it, writes one import, and lets Vite serve and build the rest, with no configuration.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build, createServer, preview } from 'vite';
import { removeFolder, temporaryFolder } from './drivers/children.js';
import { inEveryEngine, widgetOn } from './scene.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const site = temporaryFolder();
/** @type {import('vite').InlineConfig} */
const common = { root: site, configFile: false, logLevel: 'error' };
const loopback = { host: '127.0.0.1', port: 0 };

before(async () => {
  cpSync(join(ROOT, 'tests/browser/vite-app'), site, { recursive: true });
  cpSync(join(ROOT, 'tests/pages/witness.js'), join(site, 'public/witness.js'));
  const npm = (/** @type {string} */ cwd, /** @type {string[]} */ ...args) =>
    execFileSync('npm', [...args, '--cache', join(site, '.npm'), '--offline', '--loglevel=error'], {
      cwd,
      encoding: 'utf8',
    });
  const tarball = npm(ROOT, 'pack', '--pack-destination', site).trim();
  npm(site, 'install', '--no-audit', '--no-fund', `./${tarball}`);
  await build(common);
});
after(() => removeFolder(site));

inEveryEngine(
  'A site that bundles',
  (scene) => {
    /** @param {import('vite').ViteDevServer | import('vite').PreviewServer} server @param {string[]} expected  What is requested for the core. @param {RegExp} [problems] */
    async function isHeard(server, expected, problems) {
      try {
        const { port } = /** @type {import('node:net').AddressInfo} */ (server.httpServer?.address());
        const origin = `http://127.0.0.1:${port}`;
        await scene.engine().setPermission(origin, 'microphone', 'granted');
        await scene.page().goto(`${origin}/`);
        const widget = widgetOn(scene.page(), scene.name);
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
        const core = await widget.page.evaluate(() =>
          performance
            .getEntriesByType('resource')
            .map(({ name }) => new URL(name).pathname)
            .filter((path) => path.includes('earshot-core')),
        );
        assert.deepEqual(
          core.map((path) => path.replace(/.*\/earshot-core(-js)?[^.]*\./, 'earshot-core$1.')),
          expected,
        );
        await widget.harmless(problems);
      } finally {
        await server.close();
      }
    }

    test('is heard while it is worked on, on the development server', async () => {
      await isHeard(await (await createServer({ ...common, server: loopback })).listen(), [
        'earshot-core.wasm',
      ]);
    });

    test('is heard as it is published', async () => {
      await isHeard(await preview({ ...common, preview: loopback }), ['earshot-core.wasm']);
    });

    test('is heard where its policy forbids WebAssembly: the other core is a part of the bundle', async () => {
      const headers = {
        'content-security-policy':
          "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'",
      };
      await isHeard(
        await preview({ ...common, preview: { ...loopback, headers } }),
        ['earshot-core-js.js'],
        /^policy: script-src.*wasm-eval/,
      );
    });
  },
  { able: ['chromium'] },
);
