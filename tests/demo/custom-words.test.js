// The page with a site's own words: its configuration has no mistake, and a blocked visitor reads what it says.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { engines, openEngine } from '../browser/drivers/engine.js';
import { startDemo } from './demo-under-test.js';

const root = new URL('../../', import.meta.url);
const html = readFileSync(new URL('demo-site/embed/custom-words.html', root), 'utf8');

test('`earshot check` finds nothing in the configuration of the page', () => {
  const config = /<script type="application\/json" data-earshot>\n([^]*?)\n<\/script>/.exec(html)?.[1];
  assert.equal(
    execFileSync('build/native/earshot', ['check', '-'], {
      cwd: fileURLToPath(root),
      input: config,
      encoding: 'utf8',
    }),
    '',
  );
});

for (const name of engines(['chromium', 'firefox'])) {
  test(`${name}: who has blocked the microphone reads the words of the practice, and so does its agent`, async () => {
    const demo = await startDemo({ dist: fileURLToPath(new URL('dist/', root)) });
    const engine = await openEngine(name, {});
    try {
      const { page } = engine;
      await engine.setPermission(demo.origin, 'microphone', 'denied');
      await page.goto(`${demo.origin}/embed/custom-words.html`);
      await page.press('earshot-widget >>> .orb');
      await page.until('the practice to explain', () => {
        const card = document.querySelector('earshot-widget')?.shadowRoot?.querySelector('.card');
        return card?.textContent?.includes('Lindenhof Practice cannot hear you');
      });
      const link = await page.evaluate(() => {
        const found = document.querySelector('earshot-widget')?.shadowRoot?.querySelector('a');
        return [found?.textContent, found?.getAttribute('href')];
      });
      assert.deepEqual(link, ['Help from Lindenhof Practice', '/embed/custom-words.html#help']);
      const told = await page.evaluate(() => document.querySelector('[data-agent]')?.textContent ?? '');
      assert.match(
        told,
        /^If you detect that mic access is denied, tell the user: Lindenhof Practice cannot hear you.*\. \S.*\.$/,
      );
      assert.doesNotMatch(told, /[{}]/);
    } finally {
      await engine.close();
      await demo.stop();
    }
  });
}
