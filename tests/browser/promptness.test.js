// How long until a visitor can read that the microphone is gone: frames are counted, from the browser's own event on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine('A visitor whose microphone is taken away', (scene, name) => {
  test('reads so within two frames, every time; given back, it opens again every time without a press', async (t) => {
    const widget = await scene.open('voice', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    /** @type {{ event: string, frames: number, title: string, words: string }[]} */
    const seen = [];
    const rounds = name === 'chromium' ? 5 : 2; // it tells of the track and of the permission in either order
    for (let round = 0; round < rounds; round += 1) {
      await widget.page.evaluate(countFrames, name === 'chromium'); // Firefox may take the permission and leave the track
      await scene.revoke('microphone');
      seen.push(await widget.page.until('words', () => globalThis.promptness));
      await widget.until(
        ({ orb, title }) => orb === 'interrupted' && title !== 'microphone_stopped',
        'the reason to be known',
      );
      await widget.liveTracks();
      await scene.allow({ microphone: 'granted' });
      await widget.orb('live');
    }
    t.diagnostic(seen.map(({ event, frames, title }) => `${event}: ${title}, frame ${frames}`).join('; '));
    for (const { frames, words } of seen) {
      assert.ok(frames <= 2, `${frames} frames: ${JSON.stringify(seen)}`);
      assert.match(words, /\w{4}/);
    }
    await widget.harmless();
  });
});

/** Runs in the page: counts the frames from the first event of a loss to the first frame that shows words about it.
 * @param {boolean} changeIsLoss */
async function countFrames(changeIsLoss) {
  globalThis.promptness = undefined;
  const lost = new AbortController();
  /** What can be read on the page now. */
  const words = () =>
    [...(witness.widget().shadowRoot?.querySelectorAll('[part~="title"]') ?? [])]
      .filter((element) => {
        for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement)
          if (Number(getComputedStyle(at).opacity) < 0.9) return false;
        return element.getBoundingClientRect().width > 0;
      })
      .map((element) => element.textContent?.trim())
      .join(' ');
  /** @param {Event} event */
  const first = ({ type }) => {
    lost.abort();
    let frames = 0;
    const frame = () => {
      frames += 1;
      const { orb, title } = witness.widget().view;
      if (orb === 'interrupted' && words())
        globalThis.promptness = { event: type, frames, title, words: words() };
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  };
  witness.widget().stream?.getTracks()[0]?.addEventListener('ended', first, { signal: lost.signal });
  if (!changeIsLoss) return;
  const status = await navigator.permissions.query({ name: /** @type {PermissionName} */ ('microphone') });
  status.addEventListener('change', first, { signal: lost.signal });
  Object.assign(globalThis, { watched: status }); // a status that is collected tells of nothing
}
