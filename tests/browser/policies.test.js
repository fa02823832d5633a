// Sites that forbid things to their own scripts, and sites that forgot a file.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine('A page with a policy or a part missing', (scene) => {
  test('the strictest policy that lets WebAssembly run is kept to the letter', async () => {
    const widget = await scene.open('strict-csp', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    await widget.press('open_chat');
    await widget.write('Under a strict policy');
    const drawn = await widget.page.evaluate(() => {
      const orb = /** @type {Element} */ (witness.widget().shadowRoot?.querySelector('[part~="orb"]'));
      return {
        radius: getComputedStyle(orb).borderRadius,
        requests: performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin),
      };
    });
    assert.notEqual(drawn.radius, '0px', 'the styles are there');
    assert.deepEqual([...new Set(drawn.requests)], [scene.site()], 'nothing is asked of anybody else');
    await widget.harmless();
  });

  test('where WebAssembly is forbidden, the same core runs without it', async () => {
    const widget = await scene.open('no-wasm-csp', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    assert.deepEqual(await widget.live(), ['audio']);
    await widget.harmless(/^policy: script-src.*wasm-eval/); // the attempt is reported, as it should be
  });

  for (const [situation, way] of /** @type {const} */ ([
    ['wasm-missing', 'the script'],
    ['esm-without-wasm', 'the module'],
  ])) {
    test(`where the WebAssembly file is missing beside ${way}, the same core runs without it`, async () => {
      const widget = await scene.open(situation, { microphone: 'denied' });
      await widget.press('orb');
      await widget.orb('blocked');
      await widget.chat('Without the wasm file');
      await widget.harmless();
    });
  }

  for (const [situation, way] of /** @type {const} */ ([
    ['two-builds', 'the script'],
    ['two-builds-esm', 'the module'],
  ])) {
    test(`where the core beside ${way} is that of another build, it does not run`, async () => {
      const widget = await scene.open(situation, { microphone: 'granted' });
      await widget.orb('chatting');
      assert.equal(await widget.page.evaluate(() => 'EarshotCoreWithoutWasm' in globalThis), false);
      await widget.harmless();
    });
  }

  test('where no core can be had, the orb is a door to the chat, with plain words', async () => {
    const widget = await scene.open('core-missing', { microphone: 'granted' });
    await widget.orb('chatting');
    const words = async () => (await widget.page.texts('earshot-widget >>> [part~="widget"]')).join(' ');
    if ((await widget.page.texts('earshot-widget >>> [part~="input"]')).length === 0)
      await widget.press('orb');
    assert.match(await words(), /\w{4}/);
    await widget.write('Is anybody there?');
    assert.equal(await widget.requests(), 0);
    await widget.harmless();
  });
});
