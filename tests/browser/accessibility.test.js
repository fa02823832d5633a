// axe-core looks at the widget as it is on a live page, in one state after another.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

const LANGUAGES = readdirSync(new URL('../../widget/texts/', import.meta.url)).map((file) =>
  file.replace(/\.json$/, ''),
);

inEveryEngine('axe-core', (scene, name) => {
  /** @param {Awaited<ReturnType<typeof scene.open>>} widget @param {string} state */
  const finds = async (widget, state) => {
    const { violations, passes } = await widget.page.evaluate(async () => {
      if (!globalThis.axe) {
        await new Promise((loaded, failed) => {
          const script = Object.assign(document.createElement('script'), {
            src: '/axe.js',
            onload: loaded,
            onerror: failed,
          });
          document.head.append(script);
        });
      }
      // What is drawn is judged, and not what is still fading in.
      await Promise.all(
        witness
          .widget()
          .shadowRoot?.getAnimations()
          .filter(({ effect }) => effect?.getComputedTiming().iterations === 1)
          .map(({ finished }) => finished.catch(() => {})) ?? [],
      );
      const { violations, passes } = await axe.run({ include: [['earshot-widget']] });
      return {
        passes: passes.length,
        violations: violations.map(
          (/** @type {any} */ { id, help, nodes }) =>
            `${id}: ${help}: ${nodes.map((/** @type {any} */ node) => node.html.slice(0, 160)).join(' | ')}`,
        ),
      };
    });
    assert.deepEqual(violations, [], state);
    assert.ok(passes > 5, `${state}: axe-core saw too little to judge`);
  };

  test('finds nothing in a form that asks for an address, before and after the message is sent', async () => {
    const widget = await scene.open('form', { microphone: 'denied' });
    await widget.press('open_chat');
    await widget.orb('chatting');
    await widget.submit('Please call me back.');
    await widget.page.until('the field to ask', () =>
      witness.widget().shadowRoot?.querySelector('.wrong:not([hidden])'),
    );
    await finds(widget, 'asks');
    await widget.page.type('ana@example.com');
    await widget.page.key('Enter');
    await widget.reads('Sent');
    await finds(widget, 'sent');
  });

  test('finds nothing before, during and after a call', async () => {
    const widget = await scene.open('voice', { microphone: 'granted' });
    await widget.orb('idle');
    await finds(widget, 'idle');
    await widget.press('orb');
    await widget.orb('live');
    await finds(widget, 'live');
    await scene.revoke('microphone');
    await widget.orb('interrupted');
    await finds(widget, 'interrupted');
    await widget.press('end');
    await widget.orb('ended');
    await finds(widget, 'ended');
  });

  test('finds nothing when blocked, when choosing and in the chat', async () => {
    const video = await scene.open('video', { microphone: 'granted', camera: 'denied' });
    await video.press('orb');
    await video.orb('choosing');
    await finds(video, 'choosing');
    const voice = await scene.open('voice', { microphone: 'denied' });
    await voice.press('orb');
    await voice.orb('blocked');
    await finds(voice, 'blocked');
    await voice.chat('Everything in order?');
    await finds(voice, 'chatting');
  });

  // Every language in one engine; in the others one of each direction.
  for (const lang of name === 'chromium' ? LANGUAGES : ['en', 'ar']) {
    test(`finds nothing in the words about a block, in ${lang}`, async () => {
      const widget = await scene.open('language', { microphone: 'denied', lang });
      await widget.press('orb');
      await widget.orb('blocked');
      await widget.page.until(
        `the sentences in ${lang}`,
        (wanted) => Boolean(witness.widget().shadowRoot?.querySelector(`[lang="${wanted}"]`)),
        lang,
      );
      await widget.readsEveryStep();
      assert.deepEqual(
        await widget.page.evaluate(() => {
          const own = witness.widget().shadowRoot?.querySelector('[dir]');
          return own && getComputedStyle(own).direction;
        }),
        lang === 'ar' ? 'rtl' : 'ltr',
      );
      await finds(widget, `blocked, ${lang}`);
      await widget.harmless();
    });
  }

  if (name !== 'chromium') {
    test('finds nothing while the browser asks', async () => {
      const widget = await scene.open('voice', { microphone: 'prompt' });
      await widget.press('orb');
      await widget.orb('asking');
      await finds(widget, 'asking');
      await scene.prompt().deny();
    });
  }
});
