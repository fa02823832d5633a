// Whatever anybody writes is text: as a message of either side, as a name, as a site's own words. Under a policy with Trusted Types
// nothing runs, nothing is reported, and no element appears that is not ours.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { mayBeSent, nameOf } from '../../js-glue/chat/frames.js';
import { until } from './drivers/until.js';
import { HOSTILE } from './hostile-texts.js';
import { inEveryEngine } from './scene.js';
/** @import { Widget } from './scene.js' */

const CHUNK = 100; // fewer than the rows that are kept in the page
/** @template T @param {T[]} all @returns {T[][]} */
const chunks = (all) =>
  Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, n) => all.slice(n * CHUNK, (n + 1) * CHUNK));
/** What a field makes of it, and what can travel. @param {string} text */
const written = (text) => text.replace(/\r\n?/g, '\n').replace(/\p{Surrogate}/gu, '\ufffd');

/** Runs in the page: what is there that is not ours. */
function lookForStrangers() {
  const OURS = [
    'div',
    'p',
    'span',
    'button',
    'label',
    'textarea',
    'input',
    'time',
    'bdi',
    'a',
    'ul',
    'ol',
    'li',
    'svg',
    'g',
    'path',
    'circle',
    'rect',
    'text',
    'desc',
    'title',
  ];
  const DRAWN = ['g', 'path', 'circle', 'rect', 'text', 'desc', 'title'];
  const root = /** @type {ShadowRoot} */ (witness.widget().shadowRoot);
  /** @type {string[]} */
  const strange = [];
  for (const element of root.querySelectorAll('*')) {
    const drawn = DRAWN.includes(element.localName) && !element.closest('svg');
    const recovers = element.parentElement?.className === 'recovery'; // Chromium's own element, which the core chose
    if ((!OURS.includes(element.localName) && !recovers) || drawn)
      strange.push(`element ${element.localName}`);
    if (
      element.closest('.message, .who') &&
      !['message', 'who', 'who unseen'].includes(element.className) &&
      !['a', 'bdi'].includes(element.localName)
    )
      strange.push(`in a message: ${element.localName}`);
    for (const { name, value } of element.attributes) {
      if (/^on|^style$|^src|^(form)?action$|^xlink/.test(name)) strange.push(`attribute ${name}`);
      if (name === 'href' && !/^(https?:|mailto:|tel:)/.test(/** @type {HTMLAnchorElement} */ (element).href))
        strange.push(`link to ${value}`);
      if (name === 'href' && /@/.test(new URL(value).host + new URL(value).username))
        strange.push(`disguised link to ${value}`);
    }
  }
  const page = /** @type {{ trapped?: string[] }} */ (/** @type {unknown} */ (globalThis));
  return {
    strange,
    ran: page.trapped ?? [],
    outside: document.querySelectorAll('*').length,
    address: location.pathname,
  };
}

/** @param {Widget} widget @param {number} outside  Elements of the page itself. @param {string} about */
async function assertOnlyOurs(widget, outside, about) {
  assert.deepEqual(
    await widget.page.evaluate(lookForStrangers),
    { strange: [], ran: [], outside, address: '/pages/hostile-chat/' },
    about,
  );
}

/** The newest rows: who, and what. @param {Widget} widget @param {number} count */
const rows = (widget, count) =>
  widget.page.evaluate(
    (many) =>
      [...(witness.widget().shadowRoot?.querySelectorAll('.row') ?? [])]
        .slice(-many)
        .map((row) => [
          row.querySelector('.who bdi')?.textContent ?? '',
          row.querySelector('.message')?.textContent ?? '',
        ]),
    count,
  );

/** @param {Widget} widget */
async function openChat(widget) {
  await widget.orb('idle');
  await widget.press('open_chat');
  await widget.orb('chatting');
  await widget.page.until('the chat', () => witness.widget()?.shadowRoot?.querySelector('textarea')); // its part may still be on its way
  return (await widget.page.evaluate(lookForStrangers)).outside;
}

/** Once: the page lists no policy at all, so the parts come as modules. */
const NO_POLICY = /^policy: trusted-types trusted-types-policy$/;

inEveryEngine(`${HOSTILE.length} hostile texts`, (scene) => {
  test('are text as messages and as names of the other side', async () => {
    assert.ok(HOSTILE.length >= 200);
    const widget = await scene.open('hostile-chat', { microphone: 'prompt' });
    const outside = await openChat(widget);
    for (const [at, chunk] of chunks(HOSTILE).entries()) {
      await widget.page.evaluate(
        (texts, part) =>
          texts.forEach((text, n) =>
            witness.widget().receiveChatMessage({ from: 'agent', name: text, text, id: `h-${part}-${n}` }),
          ),
        chunk,
        at,
      );
      const shown = await until(
        async () => {
          const found = await rows(widget, chunk.length);
          return found.at(-1)?.[1] === chunk.at(-1) ? found : null;
        },
        { what: 'the messages', state: () => rows(widget, 3) },
      );
      assert.deepEqual(
        shown.map(([, text]) => text),
        chunk,
      );
      for (const [n, [name]] of shown.entries())
        assert.ok(
          name === nameOf(chunk[n] ?? '') || (name === 'Answer' && nameOf(chunk[n] ?? '') === ''),
          `${JSON.stringify(name)} for ${JSON.stringify(chunk[n])}`,
        );
      await assertOnlyOurs(widget, outside, `messages from ${chunk[0]}`);
    }
    await widget.harmless(NO_POLICY);
  });

  test('are text when the visitor writes them', async () => {
    const widget = await scene.open('hostile-chat', { microphone: 'prompt' });
    const outside = await openChat(widget);
    const texts = HOSTILE.filter((text) => mayBeSent(written(text)));
    for (const chunk of chunks(texts)) {
      await widget.page.evaluate((all) => {
        const root = /** @type {ShadowRoot} */ (witness.widget().shadowRoot);
        const field = /** @type {HTMLTextAreaElement} */ (root.querySelector('textarea'));
        for (const text of all) {
          field.value = text;
          field.dispatchEvent(new Event('input', { bubbles: true }));
          /** @type {HTMLElement} */ (root.querySelector('.send')).click();
        }
      }, chunk);
      const shown = await until(
        async () => {
          const found = await rows(widget, chunk.length);
          return found.at(-1)?.[1] === written(String(chunk.at(-1))) ? found : null;
        },
        { what: 'the messages', state: () => rows(widget, 3) },
      );
      assert.deepEqual(
        shown.map(([, text]) => text),
        chunk.map(written),
      );
      await assertOnlyOurs(widget, outside, `written from ${chunk[0]}`);
    }
    await widget.harmless(NO_POLICY);
  });

  test('are text when they come back from a server', async () => {
    const widget = await scene.open('hostile-chat', { microphone: 'prompt' });
    await widget.page.evaluate(
      () =>
        void (witness.widget().config = {
          media: ['microphone'],
          chat: { transport: 'websocket', url: '/chat' },
        }),
    );
    const outside = await openChat(widget);
    const texts = HOSTILE.filter((text) => mayBeSent(written(text)));
    await widget.page.evaluate((all) => {
      const root = /** @type {ShadowRoot} */ (witness.widget().shadowRoot);
      const field = /** @type {HTMLTextAreaElement} */ (root.querySelector('textarea'));
      for (const text of all) {
        field.value = text;
        /** @type {HTMLElement} */ (root.querySelector('.send')).click();
      }
    }, texts);
    await until(
      async () =>
        (await rows(widget, 4)).some(([, text]) => text === `You wrote: ${written(String(texts.at(-1)))}`) ||
        null,
      { what: 'the last answer', ms: 60_000, state: () => rows(widget, 4) },
    );
    assert.ok((await rows(widget, 120)).filter(([, text]) => text?.startsWith('You wrote: ')).length > 40);
    await assertOnlyOurs(widget, outside, 'answers');
    await widget.harmless(NO_POLICY);
  });

  test('are text as the words, the links and the name of a site', async () => {
    const fit = HOSTILE.filter((text) => !/\p{Cs}/u.test(text)); // with half a character it is no JSON that a core reads
    const ids = Object.keys(JSON.parse(readFileSync('widget/texts/en.json', 'utf8')));
    const widget = await scene.open('hostile-chat', { microphone: 'denied' });
    for (let from = 0; from < fit.length; from += ids.length) {
      const outside = await widget.page.evaluate(
        (names, texts, first) => {
          const lines = Object.fromEntries(names.map((id, n) => [id, texts[(first + n) % texts.length]]));
          const links = texts
            .slice(0, 150)
            .map((text, n) => ({ href: texts[(first + n) % texts.length] ?? text, text }));
          witness.widget().config = {
            media: ['microphone'],
            host_wait_ms: 10_000 + first, // needs another session, which begins idle
            company: texts[first],
            texts: { en: lines },
            chat: { transport: 'host', links: links.slice(0, 8) },
          };
          return document.querySelectorAll('*').length;
        },
        ids,
        fit,
        from,
      );
      await widget.orb('idle');
      await assertOnlyOurs(widget, outside, 'idle');
      await widget.press('orb');
      await widget.orb('blocked');
      await assertOnlyOurs(widget, outside, 'blocked');
      await widget.press('open_chat');
      await widget.orb('chatting');
      await widget.page.evaluate(() => witness.widget().receiveChatMessage({ text: 'x', name: '' }));
      await until(async () => (await rows(widget, 1)).length === 1 || null, { what: 'a message' });
      await assertOnlyOurs(widget, outside, 'chatting');
    }
    // Before any core has looked at them, and where none can.
    for (const text of HOSTILE.filter((each) => /script|:/i.test(each))) {
      const safe = await widget.page.evaluate((href) => {
        witness.widget().config = { chat: { transport: 'none', links: [{ href, text: href }] } };
        return [...(witness.widget().shadowRoot?.querySelectorAll('a') ?? [])].every(
          (link) => link.href === '' || /^(https?|mailto|tel):/.test(link.href),
        );
      }, text);
      assert.ok(safe, text);
    }
    await widget.harmless(NO_POLICY);
  });
});
