// The ways in which a site may put the widget on its page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine('A site', (scene) => {
  for (const [situation, way] of /** @type {const} */ ([
    ['json-block', 'a block of JSON'],
    ['esm', 'an ES module'],
    ['element', 'the element itself'],
    ['svg-script', 'a script tag in a drawing'],
  ])) {
    test(`may use ${way}`, async () => {
      const widget = await scene.open(situation, { microphone: 'granted' });
      await widget.press('orb');
      await widget.orb('live');
      assert.equal(await widget.page.evaluate(() => document.querySelectorAll('earshot-widget').length), 1);
      await widget.harmless();
    });
  }

  test('may have two copies of the script: the first one serves, the second says so', async () => {
    const widget = await scene.open('two-copies', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    assert.equal(await widget.page.evaluate(() => document.querySelectorAll('earshot-widget').length), 1);
    assert.deepEqual(await widget.live(), ['audio']);
    assert.equal(
      await widget.page.evaluate(() => witness.lines.filter((line) => line.includes('[Earshot]')).length),
      1,
    );
    await widget.harmless();
  });

  test('may ask which Earshot it has, and so may who reads a trace', async () => {
    const widget = await scene.open('element', { microphone: 'granted' });
    const said = await widget.page.evaluate(() => [
      Earshot.version,
      /** @type {{ version?: string }} */ (customElements.get('earshot-widget')).version,
      JSON.parse(witness.widget().trace().split('\n')[0] ?? '').earshot,
    ]);
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    assert.deepEqual(said, [version, version, version]);
  });

  test('may have two widgets: each has its own track, and the end of one is not the end of the other', async () => {
    const widget = await scene.open('two-widgets', { microphone: 'granted' });
    for (const [id, tracks] of /** @type {const} */ ([
      ['first', 1],
      ['second', 2],
    ])) {
      await widget.page.press(`#${id} >>> [part~="orb"]`);
      await widget.page.until(
        `the ${id} widget to be live`,
        (of) => /** @type {any} */ (document.getElementById(of)).view.orb === 'live',
        id,
      );
      assert.equal((await widget.live()).length, tracks);
    }
    await widget.page.press('#first >>> button[data-action="end"]');
    await widget.liveTracks('audio');
    assert.equal(
      await widget.page.evaluate(() => /** @type {any} */ (document.getElementById('second')).view.orb),
      'live',
    );
    await widget.harmless();
  });

  test('may read from right to left: everything can still be reached', async () => {
    const widget = await scene.open('right-to-left', { microphone: 'denied' });
    await widget.press('orb');
    await widget.orb('blocked');
    const outside = await widget.page.evaluate(
      () =>
        [...(witness.widget().shadowRoot?.querySelectorAll('button') ?? [])]
          .map((button) => button.getBoundingClientRect())
          .filter((box) => box.width > 0)
          .filter((box) => box.left < 0 || box.right > innerWidth || box.top < 0 || box.bottom > innerHeight)
          .length,
    );
    assert.equal(outside, 0, 'buttons outside of the window');
    await widget.chat('Shalom');
    await widget.harmless();
  });
});
