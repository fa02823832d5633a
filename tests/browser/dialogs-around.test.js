// What a page opens over everything: in a call, mute and end stay within reach of a hand and of keys.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from './drivers/until.js';
import { inEveryEngine } from './scene.js';
/** @import { Widget } from './scene.js' */

/** @typedef {{ closed: boolean, insisted: number, opens: Record<string, () => void>, ends: Record<string, () => void> }} Site */

/** `opens`: as tests/pages/dialogs calls it; `press`: what opens it, where browsers ask for a press. `into`: where the widget is then.
 * `keys`: the key that walks through it comes to the widget, too. `placed`: the site has the widget among its own.
 * @type {{ what: string, opens?: string, press?: string, into: string, keys?: boolean, query?: string }[]} */
const OVER = [
  { what: 'a modal dialog', opens: 'dialog', into: 'order', keys: true },
  { what: 'a dialog over a dialog', opens: 'nested', into: 'really', keys: true },
  { what: 'the dialog of a component', opens: 'component', into: 'player', keys: true },
  { what: 'an element in full screen', press: '#enlarge', into: 'stage', keys: true },
  {
    what: 'a component in full screen',
    press: '#enlarge',
    into: 'player',
    keys: true,
    query: '?enlarge=player',
  },
  { what: 'what a library calls modal', opens: 'aria-modal', into: 'like', keys: true },
  { what: 'what makes all others inert', opens: 'inert', into: 'html' },
  { what: 'what keeps focus, keys and presses', opens: 'trap', into: 'html' },
  { what: 'a popover in its corner', opens: 'popover', into: 'html' },
  {
    what: 'a modal dialog, beside its own element',
    opens: 'dialog',
    into: 'order',
    keys: true,
    query: '?placed',
  },
  { what: 'what makes its own element inert', opens: 'inert', into: 'html', query: '?placed' },
  {
    what: 'an element in full screen, beside its own',
    press: '#enlarge',
    into: 'stage',
    keys: true,
    query: '?placed',
  },
];

/** @type {{ what: string, ends: string, opens?: string, query?: string }[]} */
const ENDS = [
  { what: 'closes', ends: 'closed' },
  { what: 'is removed', ends: 'removed' },
  { what: 'gets other content', ends: 'cleared' },
  { what: 'is emptied when only the widget is in it', ends: 'emptied' },
  { what: 'gets other content when only the widget is in it', ends: 'drawn' },
  { what: 'is emptied piece by piece', ends: 'picked' },
  { what: 'goes with the body', ends: 'body' },
  { what: 'closes under another one', ends: 'closed', opens: 'nested' },
  { what: 'closes in a component', ends: 'closed', opens: 'component' },
  { what: 'is hidden', ends: 'hidden', opens: 'aria-modal' },
  { what: 'closes beside its own element', ends: 'closed', query: '?placed' },
  { what: 'is removed beside its own element', ends: 'removed', query: '?placed' },
];

inEveryEngine('A page that opens something over everything', (scene) => {
  /** @param {string} [query] */
  async function inCall(query) {
    const widget = await scene.open('dialogs', { microphone: 'granted', query });
    await widget.press('orb');
    await widget.orb('live');
    return widget;
  }

  /** @param {Widget} widget @param {'opens' | 'ends'} what @param {string} how */
  const site = (widget, what, how) =>
    widget.page.evaluate(
      ([kind, which]) =>
        /** @type {{ site: Site }} */ (/** @type {unknown} */ (globalThis)).site[kind][which]?.(),
      /** @type {const} */ ([what, how]),
    );

  /** What the widget is drawn in, and what that is in. @param {Widget} widget */
  const whereabouts = (widget) =>
    widget.page.evaluate(() => {
      /** @type {Element[]} */
      const all = [];
      const inside = document.querySelector('#player')?.shadowRoot;
      for (const root of [document, inside])
        for (const each of root?.querySelectorAll('earshot-widget, earshot-stand-in') ?? []) all.push(each);
      const at = all.find((each) => each.shadowRoot?.querySelector('.widget'));
      const above =
        at?.parentElement?.id === '' && inside?.contains(at)
          ? inside.host
          : (at?.parentElement ?? inside?.host);
      return {
        carrier: at?.localName ?? '',
        in: above?.closest('[id], .like, html')?.id || above?.className || above?.localName,
      };
    });

  /** @param {Widget} widget @param {string} place */
  const isIn = (widget, place) =>
    until(async () => (await whereabouts(widget)).in === place || null, {
      what: `the widget to be in ${place}`,
      state: () => whereabouts(widget),
    });

  let wide = 0;
  /** @param {Widget} widget @param {string} opener */
  async function enlarge(widget, opener) {
    wide = await widget.page.evaluate(() => innerWidth);
    await widget.page.press(opener);
    await widget.page.until('full screen', () => document.fullscreenElement !== null);
  }

  /** A window that is still shrinking takes no press of the next test. @param {Widget} widget */
  async function shrink(widget) {
    await widget.page.evaluate(() => document.exitFullscreen());
    await widget.page.until(
      'the window to be as before',
      (before) => !document.fullscreenElement && innerWidth === before,
      wide,
    );
  }

  /** Whatever it is in cuts off and moves what is in it. @param {Widget} widget */
  const inItsCorner = (widget) =>
    widget.page.until('the widget to be in its corner, on top', () => {
      const drawn = [document, document.querySelector('#player')?.shadowRoot]
        .flatMap((root) => [...(root?.querySelectorAll('earshot-widget, earshot-stand-in') ?? [])])
        .map((each) => each.shadowRoot?.querySelector('.widget'))
        .find(Boolean);
      const box = drawn?.getBoundingClientRect();
      const fromTheEdges = box && [innerWidth - box.right, innerHeight - box.bottom].map(Math.round);
      return fromTheEdges?.join() === '24,24' && drawn?.querySelector('.dock')?.checkVisibility();
    });

  /** Like `widget.press`, wherever its buttons are. @param {Widget} widget @param {string} action */
  async function press(widget, action) {
    const { carrier, in: place } = await whereabouts(widget);
    await widget.page.press(
      `${place === 'player' ? '#player >>> ' : ''}${carrier} >>> button[data-action="${action}"]`,
    );
  }

  for (const { what, opens, press: opener, into, keys, query } of OVER)
    test(`opens ${what}: the visitor mutes and ends the call`, async () => {
      const widget = await inCall(query);
      if (opens) await site(widget, 'opens', opens);
      if (opener) await enlarge(widget, opener);
      await isIn(widget, into);
      await inItsCorner(widget);
      await press(widget, 'mute');
      await widget.until((view) => view.microphone === 'muted', 'the microphone to be muted');
      const left = await widget.page.evaluate(() => ({
        closed: /** @type {{ site: Site }} */ (/** @type {unknown} */ (globalThis)).site.closed,
        text: document.querySelector('.like textarea')?.textContent ?? 'half written',
        order: document.querySelector('#order')?.hasAttribute('open'),
      }));
      assert.deepEqual(left, {
        closed: false,
        text: 'half written',
        order: /^(dialog|nested)$/.test(opens ?? ''),
      });
      if (keys) {
        // From the first thing in it.
        await widget.page.evaluate((place) => {
          const over = /** @type {Element} */ (document.querySelector(`#${place}, .${place}`));
          const root = over.shadowRoot ?? over;
          /** @type {HTMLElement | null} */ (
            (root.querySelector('dialog[open]') ?? root).querySelector('input, textarea, button')
          )?.focus();
        }, into);
        await until(
          async () => {
            await widget.page.key('Tab');
            return (await widget.page.focused()).action === 'unmute' || null;
          },
          { what: 'Tab to reach the button', state: () => widget.page.focused() },
        );
        await widget.page.key('Enter');
        await widget.until((view) => view.microphone === 'live', 'the microphone to be on');
      }
      await press(widget, 'end');
      await widget.liveTracks();
      if (opener) await shrink(widget);
      await widget.harmless();
    });

  test('shows a film in full screen: the widget is drawn over it, and goes back', async () => {
    const widget = await inCall('?enlarge=film');
    await enlarge(widget, '#enlarge');
    await inItsCorner(widget);
    await widget.page.until('the widget to be on top', () =>
      witness.widget().shadowRoot?.querySelector('.widget')?.matches(':popover-open'),
    );
    await shrink(widget);
    await widget.page.until(
      'the widget to be as before',
      () => !witness.widget().shadowRoot?.querySelector('[popover]'),
    );
    assert.equal((await whereabouts(widget)).in, 'html');
    assert.equal((await widget.view()).microphone, 'live');
    await widget.harmless();
  });

  for (const { what, ends, opens = 'dialog', query } of ENDS)
    test(`opens something that ${what}: the call goes on, and the widget is where it was`, async () => {
      const widget = await inCall(query);
      const before = await whereabouts(widget);
      await site(widget, 'opens', opens);
      await until(async () => (await whereabouts(widget)).in !== before.in, { what: 'the widget to follow' });
      await site(widget, 'ends', ends);
      const goesOn = /^(cleared|emptied|drawn|picked)$/.test(ends);
      if (goesOn)
        await widget.page.until('it to be in the dialog again', () =>
          document.querySelector('#order earshot-widget'),
        );
      else await isIn(widget, before.in ?? '');
      const after = await widget.page.evaluate(() => ({
        more: document.querySelectorAll('earshot-stand-in').length,
        lifted: witness.widget().shadowRoot?.querySelector('.widget')?.hasAttribute('popover'),
      }));
      assert.deepEqual(after, { more: 0, lifted: goesOn });
      assert.equal(await widget.requests(), 1);
      await press(widget, 'mute');
      await widget.until((view) => view.microphone === 'muted', 'the microphone to be muted');
      await widget.harmless();
    });

  test('hides the widget, opens a dialog, and shows it again: mute and end are within reach', async () => {
    const widget = await inCall();
    await widget.page.evaluate(() => void (witness.widget().hidden = true));
    await site(widget, 'opens', 'dialog');
    await widget.page.evaluate(() => void (witness.widget().hidden = false));
    await widget.page.until('it to be in the dialog', () => document.querySelector('#order earshot-widget'));
    await press(widget, 'end');
    await widget.liveTracks();
    await widget.harmless();
  });

  test('opens a dialog while no call is on: the widget is where the other buttons are', async () => {
    const widget = await scene.open('dialogs', { microphone: 'granted' });
    await widget.orb('idle');
    await site(widget, 'opens', 'dialog');
    await site(widget, 'opens', 'popover');
    await widget.page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    assert.equal((await whereabouts(widget)).in, 'html');
    assert.equal(
      await widget.page.evaluate(() => witness.widget().shadowRoot?.querySelector('[popover]') ?? null),
      null,
    );
    // The call begins by a button in the dialog.
    await widget.page.evaluate(() => witness.widget().press('orb'));
    await widget.orb('live');
    await isIn(widget, 'order');
    await press(widget, 'end');
    await widget.orb('ended');
    await site(widget, 'ends', 'closed');
    await isIn(widget, 'html');
    await widget.harmless();
  });

  for (const query of ['', '?placed'])
    test(`opens a dialog, and the visitor leaves the call for the chat in it${query}`, async () => {
      const widget = await inCall(query);
      await site(widget, 'opens', 'dialog');
      await isIn(widget, 'order');
      await press(widget, 'open_chat');
      await widget.orb('chatting');
      const { carrier } = await whereabouts(widget);
      await widget.page.press(`${carrier} >>> [part~="input"]`);
      await until(async () => (await widget.page.focused()).part.includes('input'), { what: 'the keyboard' });
      await widget.page.type('From the dialog');
      await widget.page.key('Enter');
      await until(
        async () =>
          (await widget.page.texts(`${carrier} >>> [part~="log"]`)).join().includes('From the dialog'),
        {
          what: 'the message to be in the chat',
        },
      );
      await site(widget, 'ends', 'closed');
      await until(async () => (await whereabouts(widget)).carrier === 'earshot-widget', {
        what: 'the widget to be at home',
      });
      await widget.harmless();
    });

  for (const query of ['', '?placed'])
    test(`opens a dialog, and takes the widget away: the call is over${query}`, async () => {
      const widget = await inCall(query);
      const { in: home } = await whereabouts(widget);
      await site(widget, 'opens', 'dialog');
      await isIn(widget, 'order');
      await widget.page.evaluate(() => {
        Object.assign(globalThis, { taken: witness.widget() });
        witness.widget().remove();
      });
      await widget.liveTracks();
      assert.equal(
        await widget.page.evaluate(
          () => document.querySelectorAll('earshot-widget, earshot-stand-in').length,
        ),
        0,
      );
      // It may be put back.
      await widget.page.evaluate((place) => {
        const { taken } = /** @type {{ taken: Element }} */ (/** @type {unknown} */ (globalThis));
        document.querySelector('dialog')?.close();
        document.querySelector(`#${place}, ${place}`)?.append(taken);
      }, home ?? '');
      await widget.orb('idle');
      await widget.press('orb');
      await widget.orb('live');
      await widget.harmless();
    });

  for (const how of ['insistent', 'tidy'])
    test(`does to the widget again what was undone (${how}): the page wins, and the call goes on`, async () => {
      const widget = await inCall();
      await site(widget, 'opens', how);
      await widget.page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
      const insisted = await widget.page.evaluate(
        () => /** @type {{ site: Site }} */ (/** @type {unknown} */ (globalThis)).site.insisted,
      );
      assert.ok(insisted > 1 && insisted < 30, `${insisted} times`);
      assert.deepEqual(await widget.live(), ['audio']);
      await widget.harmless();
    });

  test('keeps focus and keys, and closes with a press outside: the field of the chat has them', async () => {
    const widget = await scene.open('dialogs', { microphone: 'denied' });
    await widget.press('orb');
    await widget.orb('blocked');
    await widget.press('open_chat');
    await widget.orb('chatting');
    await site(widget, 'opens', 'trap');
    await widget.write('Every key of it');
    assert.equal(
      await widget.page.evaluate(
        () => /** @type {{ site: Site }} */ (/** @type {unknown} */ (globalThis)).site.closed,
      ),
      false,
    );
    await widget.harmless();
  });
});
