// A block from an earlier visit is nobody's trouble before somebody wants to talk or to write.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine('A visitor who blocked the microphone some other day', (scene) => {
  /** @param {Awaited<ReturnType<typeof scene.open>>} widget */
  const said = async (widget) => ({
    verdicts: (await widget.events('earshot-verdict')).map(({ cause }) => cause),
    lines: await widget.page.evaluate(() => witness.lines.filter((line) => line.includes('Verdict:')).length),
  });
  /** @param {Awaited<ReturnType<typeof scene.open>>} widget */
  const isKnown = (widget) =>
    widget.until(({ microphone }) => microphone === 'blocked', 'the block to be known');

  test('comes back: nothing is told, and the first press tells all of it, once', async () => {
    const widget = await scene.open('voice', { microphone: 'denied' });
    if (scene.name !== 'webkitgtk') await isKnown(widget);
    else await widget.orb('idle');
    assert.deepEqual(await said(widget), { verdicts: [], lines: 0 });
    await widget.press('orb');
    await widget.orb('blocked');
    await widget.page.until('the console to say it', () =>
      witness.lines.some((line) => line.includes('Verdict:')),
    );
    const { verdicts, lines } = await said(widget);
    assert.deepEqual([new Set(verdicts).size, lines], [verdicts.length, verdicts.length]);
    const [{ confidence, evidence }] = await widget.events('earshot-verdict');
    assert.ok(confidence && evidence.length > 0);
    await widget.harmless();
  });

  // WebKitGTK tells no page of a block before it is asked.
  if (scene.name === 'webkitgtk') return;
  test('comes back to a site that asks for verdicts at once, and that one is told', async () => {
    const widget = await scene.open('verdicts-at-once', { microphone: 'denied' });
    await isKnown(widget);
    await widget.page.until('the console to say it', () =>
      witness.lines.some((line) => line.includes('Verdict:')),
    );
    assert.equal((await said(widget)).verdicts.length, 1);
    await widget.harmless();
  });
});
