// The whole way with nothing but keys, and the same way as a screen reader is given it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certain } from '../certain.js';
import { until } from './drivers/until.js';
import { inEveryEngine } from './scene.js';
/** @import { Widget } from './scene.js' */

/** @param {Widget} widget */
function keysOn(widget) {
  const { page } = widget;
  /** @param {(focused: Awaited<ReturnType<typeof page.focused>>) => boolean} wanted @param {string} what @param {'Tab' | 'Shift+Tab'} [key] */
  async function to(wanted, what, key = 'Tab') {
    /** @type {string[]} */
    const passed = [];
    for (let presses = 0; presses < 20; presses += 1) {
      const focused = await page.focused();
      if (wanted(focused)) {
        assert.ok(focused.ring, `${what} shows that it has the focus`);
        assert.notEqual(focused.name, '', `${what} has a name`);
        return;
      }
      passed.push(`${focused.tag} ${focused.part} ${focused.action}`);
      await page.key(key);
    }
    assert.fail(`${key} never reached ${what}: ${passed.join(', ')}`);
  }
  /** @param {string} text */
  const reads = (text) =>
    until(async () => (await page.texts('earshot-widget >>> .message')).includes(text) || null, {
      what: `the chat to say ${text}`,
      state: widget.story,
    });
  return { to, reads };
}

inEveryEngine('A visitor with nothing but a keyboard', (scene) => {
  test('goes from the block to the chat, reads back in it, back to the voice, and finds the chat again', async () => {
    const widget = await scene.open('voice', { microphone: 'denied' });
    const { page } = widget;
    const { to, reads } = keysOn(widget);
    await widget.orb('idle');
    await to(({ part }) => part.includes('orb'), 'the orb');
    await page.key('Enter');
    await widget.orb('blocked');
    await to(({ action }) => action === 'open_chat', 'the way to the chat');
    await page.key('Enter');
    await widget.orb('chatting');
    await until(async () => (await page.focused()).part.includes('input') || null, {
      what: 'the field to have the focus by itself',
    });
    await page.type('Only keys');
    await page.key('Enter');
    await reads('You wrote: Only keys');
    assert.ok((await page.focused()).part.includes('input'), 'writing goes on');
    await to(({ part }) => part === 'log', 'the messages, to scroll in', 'Shift+Tab');
    await to(({ part }) => part.includes('send'), 'the button that sends');

    await scene.allow({ microphone: 'granted' });
    await widget.until(({ title }) => title === 'chatting_voice_ready', 'the voice to be offered');
    assert.ok((await page.focused()).part.includes('send'), 'the offer takes no focus');
    await to(({ action }) => action === 'back_to_voice', 'the way back to the voice', 'Shift+Tab');
    await page.key('Enter');
    await widget.orb('live');
    await to(({ action }) => action === 'open_chat', 'the way to the chat');
    await page.key('Enter');
    await widget.orb('chatting');
    await reads('You wrote: Only keys');
    await page.key('Escape');
    await until(async () => (await page.texts('earshot-widget >>> .chat')).length === 0 || null, {
      what: 'the panel to close',
      state: widget.story,
    });
    assert.ok((await page.focused()).part.includes('orb'), 'the focus is on the orb');
    await widget.harmless();
  });
});

/** What Chromium tells assistive technology of the widget, as lines. @param {{ devtools: import('puppeteer-core').CDPSession }} engine */
async function treeOf({ devtools }) {
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** @type {string[]} */
  const lines = [];
  /** @param {string} id @param {boolean} inside */
  function visit(id, inside) {
    const node = byId.get(id);
    if (!node) return;
    const role = String(node.role?.value ?? '');
    const name = String(node.name?.value ?? '');
    const ours = inside || (role === 'region' && name === 'Voice and text chat');
    const live = node.properties?.find((property) => property.name === 'live')?.value.value;
    if (ours && !node.ignored && !['generic', 'none', 'InlineTextBox', 'LineBreak'].includes(role))
      lines.push([role, name, live ? `live=${live}` : ''].filter(Boolean).join(' | '));
    for (const child of node.childIds ?? []) visit(child, ours);
  }
  visit(certain(nodes[0]).nodeId, false);
  return lines;
}

inEveryEngine(
  'A visitor who listens to the page',
  (scene) => {
    test('is told of every step on the way, and of every message who wrote it', async () => {
      const engine = /** @type {any} */ (scene.engine());
      const widget = await scene.open('voice', { microphone: 'denied' });
      const { reads } = keysOn(widget);
      /** @param {string} line @param {string} when */
      const hears = (line, when) =>
        until(async () => (await treeOf(engine)).includes(line) || null, {
          what: `"${line}" ${when}`,
          state: () => treeOf(engine),
        });
      await widget.orb('idle');
      await hears('button | Voice: Press to talk with us.', 'at rest');
      await widget.press('orb');
      await widget.orb('blocked');
      await hears('button | Use text chat', 'when blocked');
      await widget.press('open_chat');
      await widget.orb('chatting');
      await hears('group | Text chat', 'in the chat');
      await hears('StaticText | The microphone is not allowed here, so we go on in writing.', 'in the chat');
      await hears('button | Talk instead', 'in the chat');
      await hears('log | Messages | live=polite', 'in the chat');
      await hears('textbox | Your message', 'in the chat');
      await hears('button | Send', 'in the chat');
      await hears('button | Close the chat', 'in the chat');
      await widget.page.press('earshot-widget >>> [part~="input"]');
      await widget.page.type('Listening https://example.com/');
      await widget.page.key('Enter');
      await reads('You wrote: Listening https://example.com/');
      const tree = await treeOf(engine);
      const transcript = tree.slice(
        tree.findIndex((line) => line.startsWith('log ')),
        tree.findIndex((line) => line.startsWith('textbox ')),
      );
      const said = transcript
        .filter((line) => line.startsWith('StaticText'))
        .map((line) => line.replace('StaticText | ', ''));
      const order = [
        'Echo',
        'Hello from the test.',
        'You',
        'Listening ',
        'Sent',
        'Echo',
        'You wrote: Listening ',
      ];
      let from = 0;
      for (const word of order) {
        const at = said.findIndex((line, n) => n >= from && line.trim() === word.trim());
        assert.ok(at >= 0, `${word} in ${said.join(' / ')}`);
        from = at + 1;
      }
      assert.ok(
        transcript.some((line) => line.startsWith('link | https://example.com/')),
        transcript.join('\n'),
      );
      assert.deepEqual(
        transcript.filter((line) => /^(button|image|link|textbox) ?$/.test(line)),
        [],
        'nothing without a name',
      );

      await scene.allow({ microphone: 'granted' });
      await hears(
        'StaticText | Your microphone is ready whenever you would like to talk.',
        'when it is back',
      );
      await widget.press('back_to_voice');
      await widget.orb('live');
      await hears('button | Use text chat', 'in the call');
      await widget.press('open_chat');
      await hears('StaticText | Hello from the test.', 'in the same conversation');
      await widget.harmless();
    });
  },
  { able: ['chromium'] },
);
