// A hand goes down on a button and comes up again. Whatever is drawn in between, the press does what it was aimed at, or nothing.
import { beforeEach, test } from 'node:test';
import assert from 'node:assert/strict';
import { gallery } from './harness.js';

const lab = gallery();
/** @template T @param {() => T | Promise<T>} run @returns {Promise<T>} */
const inPage = (run) => /** @type {Promise<T>} */ (lab.page.evaluate(run));
/** @param {string} view */
const show = (view) => lab.page.evaluate((name) => earshot.show(name), view);
/** What the session was told since this was last asked. */
const pressed = () =>
  inPage(() => earshot.facts.splice(0).map((fact) => ('action' in fact ? fact.action : fact.fact)));

/** Where the button is that can be seen, and its edges. @param {string} selector */
const boxOf = (selector) =>
  lab.page.evaluate((wanted) => {
    const all = [...(earshot.element.shadowRoot?.querySelectorAll(wanted) ?? [])];
    const { left, top, right, bottom } = /** @type {Element} */ (
      all.find((each) => each.getBoundingClientRect().width > 0)
    ).getBoundingClientRect();
    return { left, top, right, bottom, x: (left + right) / 2, y: (top + bottom) / 2 };
  }, selector);
/** @param {string} action */
const button = (action) => `button[data-action="${action}"]`;

/** Two hands that do the same: a mouse, and a finger. */
const MOUSE = {
  name: 'the mouse',
  /** @param {number} x @param {number} y */
  async down(x, y) {
    await lab.page.mouse.move(x, y);
    await lab.page.mouse.down();
  },
  /** @param {number} x @param {number} y */
  move: (x, y) => lab.page.mouse.move(x, y),
  up: () => lab.page.mouse.up(),
};
const FINGER = {
  name: 'a finger',
  /** @param {number} x @param {number} y */
  down: (x, y) => lab.page.touchscreen.touchStart(x, y),
  /** @param {number} x @param {number} y */
  move: (x, y) => lab.page.touchscreen.touchMove(x, y),
  up: () => lab.page.touchscreen.touchEnd(),
};

/** A tap becomes a click in a task of its own. The browser handles input in its order, so what comes after it is a sign. */
const settled = () => lab.page.mouse.move(5, 5);

let opened = false;
beforeEach(async () => {
  if (!opened) {
    await lab.page.setViewport({ width: 800, height: 900 });
    await lab.open();
    opened = true;
  }
  await settled();
  await inPage(() => {
    earshot.element.style.removeProperty('--earshot-offset');
    earshot.page.applyConfig(earshot.CONFIG);
    earshot.show('idle');
    document.querySelector('#cover')?.remove();
    earshot.facts.length = 0;
  });
});

for (const hand of [MOUSE, FINGER]) {
  /** Goes down on a button of one view and comes up, in the same place, in another one. @param {string} selector @param {string} from @param {string} to */
  async function pressAcross(selector, from, to) {
    await show(from);
    const { left, y } = await boxOf(selector);
    await hand.down(left + 5, y);
    await show(to);
    await hand.up();
    await settled();
    return pressed();
  }

  for (const [selector, from, to, what, means] of /** @type {const} */ ([
    [button('open_chat'), 'live', 'interrupted', 'that moves from the bar into the card', 'open_chat'],
    [button('open_chat'), 'interrupted', 'live', 'that moves from the card into the bar', 'open_chat'],
    [button('try_again'), 'blocked', 'blocked-every-site', 'that is pushed away by another one', 'try_again'],
    [button('end'), 'live-video', 'interrupted', 'that ends the call, when the call is interrupted', 'end'],
    [
      button('unmute'),
      'interrupted-ready-muted',
      'live-muted',
      'that unmutes, when the call is back',
      'unmute',
    ],
    [button('dismiss'), 'opening', 'asking', 'that closes what it says, when the card opens', 'dismiss'],
    ['#orb', 'starting', 'idle', 'that gets ready', 'orb'],
    ['#orb', 'blocked', 'interrupted', 'that asks again, whatever it says', 'orb'],
    ['label.hint', 'starting', 'idle', 'in words, when there are others', 'orb'],
  ])) {
    test(`a press with ${hand.name} counts on a button ${what}`, async () => {
      assert.deepEqual(await pressAcross(selector, from, to), [means]);
    });
  }

  for (const [selector, from, to, what] of /** @type {const} */ ([
    [button('mute'), 'live', 'live-muted', 'Mute that has become Unmute'],
    [button('unmute'), 'live-muted', 'live', 'Unmute that has become Mute'],
    [button('unmute'), 'interrupted-ready-muted', 'interrupted', 'Unmute where only Try again is left'],
    [button('end'), 'live', 'idle', 'End of a call that has ended'],
    [button('cannot_see_prompt'), 'asking-help', 'live', 'a question whose prompt was answered'],
    [button('dismiss'), 'asking', 'live', 'Not now when the call begins'],
    ['#orb', 'live', 'interrupted', 'the orb that muted, and would ask now'],
    ['#orb', 'idle', 'live', 'the orb that called, and would mute now'],
    ['#orb', 'live', 'live-muted', 'the orb that muted, and would unmute now'],
    ['#orb', 'live', 'idle', 'the orb that muted, and would call now'],
    ['#orb', 'opening', 'live', 'the orb that waited, and would mute now'],
    ['label.hint', 'idle', 'live', 'the words that called, where there is a call'],
  ])) {
    test(`a press with ${hand.name} does nothing on ${what}`, async () => {
      assert.deepEqual(await pressAcross(selector, from, to), []);
    });
  }

  test(`a press with ${hand.name} counts when the very icon under it is drawn anew`, async () => {
    await show('starting');
    const { x, y } = await boxOf('#orb .icon');
    await hand.down(x, y);
    await show('idle-video');
    await hand.up();
    await settled();
    assert.deepEqual(await pressed(), ['orb']);
  });

  test(`a press with ${hand.name} counts while the card is still sliding in, at its very edge too`, async () => {
    await show('idle');
    await inPage(() => {
      earshot.show('blocked');
      for (const motion of earshot.element.shadowRoot?.querySelector('.card')?.getAnimations() ?? []) {
        motion.pause();
        motion.currentTime = 0; // lowest
      }
    });
    const { x, bottom } = await boxOf(button('try_again'));
    await hand.down(x, bottom - 3);
    await inPage(() =>
      earshot.element.shadowRoot
        ?.querySelector('.card')
        ?.getAnimations()
        .forEach((motion) => motion.finish()),
    );
    assert.ok((await boxOf(button('try_again'))).bottom < bottom - 3, 'the button has left the hand');
    await hand.up();
    await settled();
    assert.deepEqual(await pressed(), ['try_again']);
  });

  test(`a press with ${hand.name} counts when the words of another language arrive`, async () => {
    await show('blocked');
    const { x, y } = await boxOf(button('try_again'));
    await hand.down(x, y);
    await inPage(() => {
      const words = 'Words that are a good deal longer';
      earshot.page.applyConfig({ ...earshot.CONFIG, texts: { en: { try_again: words, open_chat: words } } });
    });
    assert.ok((await boxOf(button('try_again'))).bottom < y, 'the button has left the hand');
    await hand.up();
    await settled();
    assert.deepEqual(await pressed(), ['try_again']);
  });

  test(`a press with ${hand.name} counts when the page moves the widget, and the button is drawn anew on top`, async () => {
    await show('blocked');
    const { x, y } = await boxOf(button('try_again'));
    await hand.down(x, y);
    await inPage(() => {
      earshot.element.style.setProperty('--earshot-offset', '120px');
      earshot.show('blocked-busy');
      earshot.show('blocked');
    });
    await hand.up();
    await settled();
    assert.deepEqual(await pressed(), ['try_again']);
  });

  test(`a press with ${hand.name} follows no link that has become another one`, async () => {
    await show('blocked-every-site');
    await inPage(() => {
      const link = /** @type {HTMLAnchorElement} */ (earshot.element.shadowRoot?.querySelector('a.support'));
      link.onclick = () => {
        earshot.facts.push(/** @type {any} */ ({ fact: link.href }));
        return false;
      };
    });
    const { x, y } = await boxOf('a.support');
    await hand.down(x, y);
    await inPage(() =>
      earshot.render({ ...earshot.VIEWS['blocked-every-site'], support: 'mailto:somebody-else@example.com' }),
    );
    await hand.up();
    await settled();
    assert.deepEqual(await pressed(), []);
    await hand.down(x, y);
    await hand.up();
    await settled();
    assert.deepEqual(await pressed(), ['mailto:somebody-else@example.com']);
  });

  test(`${hand.name} that is drawn away takes its press back, whatever is drawn meanwhile`, async () => {
    await show('blocked');
    const { x, y, top } = await boxOf(button('open_chat'));
    await hand.down(x, y);
    await hand.move(x, top - 60);
    await hand.up();
    await settled();
    assert.deepEqual(await pressed(), []);
    await hand.down(x, y);
    await show('blocked-every-site');
    await hand.move(20, 400);
    await hand.up();
    await settled();
    assert.deepEqual(await pressed(), []);
  });

  test(`${hand.name} that went down on the page presses nothing that slides in under it`, async () => {
    await show('blocked-every-site');
    await inPage(() => {
      const link = /** @type {HTMLElement} */ (earshot.element.shadowRoot?.querySelector('a.support'));
      link.onclick = () => {
        earshot.facts.push(/** @type {any} */ ({ fact: 'the link was followed' }));
        return false;
      };
    });
    const places = await Promise.all(
      [button('try_again'), button('open_chat'), 'a.support', '.close'].map(boxOf),
    );
    for (const { x, y } of places) {
      await show('idle');
      await hand.down(x, y);
      await show('blocked-every-site');
      await hand.up();
      await settled();
      assert.deepEqual(await pressed(), []);
    }
  });

  test(`${hand.name} whose button leaves presses nothing of the page, and nothing of ours, in its place`, async () => {
    await show('blocked');
    await inPage(() => {
      const cover = document.body.appendChild(
        Object.assign(document.createElement('button'), { id: 'cover' }),
      );
      cover.style.cssText = 'position: fixed; inset: 0';
      cover.onclick = () => earshot.facts.push(/** @type {any} */ ({ fact: 'the page was pressed' }));
    });
    const { x, y } = await boxOf(button('try_again'));
    await hand.down(x, y);
    await show('idle');
    await hand.up();
    await inPage(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    assert.deepEqual(await pressed(), []);
  });

  test(`${hand.name} presses as before where nothing changes, each time once`, async () => {
    await show('live');
    for (let count = 0; count < 3; count++) {
      for (const selector of [button('mute'), button('end'), '#orb']) {
        const { x, y } = await boxOf(selector);
        await hand.down(x, y);
        await hand.up();
      }
      await settled();
      assert.deepEqual(await pressed(), ['mute', 'end', 'orb']);
    }
  });
}

test('a press with the mouse counts once where the hand has followed its button', async () => {
  for (const [from, to, offset] of /** @type {const} */ ([
    ['live', 'interrupted', '24px'],
    ['interrupted', 'live', '24px'],
    ['live', 'live', '200px'],
  ])) {
    await show(from);
    const { x, y } = await boxOf(button('open_chat'));
    await MOUSE.down(x, y);
    await lab.page.evaluate((far) => earshot.element.style.setProperty('--earshot-offset', far), offset);
    await show(to);
    const there = await boxOf(button('open_chat'));
    assert.ok(Math.abs(there.y - y) > 22, 'the button has left the hand');
    await MOUSE.move(there.x, there.y);
    await MOUSE.up();
    await settled();
    assert.deepEqual(await pressed(), ['open_chat']);
  }
});

test('a press with the mouse counts when its button leaves a frame of the page under the hand, which tells us nothing', async () => {
  await show('live');
  await inPage(() => {
    const frame = document.body.appendChild(
      Object.assign(document.createElement('iframe'), { id: 'cover', srcdoc: '<p>Somebody else' }),
    );
    frame.style.cssText = 'position: fixed; inset: 0; inline-size: 100%; block-size: 100%; border: 0';
    return new Promise((loaded) => {
      frame.onload = loaded;
    });
  });
  const { x, y } = await boxOf(button('open_chat'));
  await MOUSE.down(x, y);
  await show('interrupted');
  await MOUSE.up();
  assert.deepEqual(await pressed(), ['open_chat']);
  const there = await boxOf(button('try_again'));
  await MOUSE.down(there.x, there.y);
  await show('idle');
  await MOUSE.up();
  assert.deepEqual(await pressed(), []);
  const orb = await boxOf('#orb'); // and the hand is free again
  await MOUSE.down(orb.x, orb.y);
  await MOUSE.up();
  assert.deepEqual(await pressed(), ['orb']);
});

test('a second press that comes too fast to be meant for what is there now presses nothing', async () => {
  await show('live');
  const { x, y } = await boxOf(button('end'));
  await lab.page.mouse.move(x, y);
  await lab.page.mouse.down({ clickCount: 1 });
  await lab.page.mouse.up({ clickCount: 1 });
  await show('idle'); // "Use text chat" is where "End" was
  await lab.page.mouse.down({ clickCount: 2 });
  await lab.page.mouse.up({ clickCount: 2 });
  assert.deepEqual(await pressed(), ['end']);
  await lab.page.mouse.down({ clickCount: 1 });
  await lab.page.mouse.up({ clickCount: 1 });
  assert.deepEqual(await pressed(), ['open_chat']);
});

test('only the first button of the mouse presses', async () => {
  await show('live');
  const { x, y } = await boxOf(button('end'));
  for (const which of /** @type {const} */ (['right', 'middle'])) {
    await lab.page.mouse.move(x, y);
    await lab.page.mouse.down({ button: which });
    await show('interrupted');
    await lab.page.mouse.up({ button: which });
    await show('live');
  }
  assert.deepEqual(await pressed(), []);
});

test('a scroll that begins on a button is no press', async () => {
  await lab.open('view=blocked&position=inline');
  await inPage(() => {
    /** @type {HTMLElement} */ (document.querySelector('main')).style.paddingBlockEnd = '3000px';
  });
  const { x, y } = await boxOf(button('try_again'));
  await FINGER.down(x, y);
  for (let far = 20; far <= 200; far += 20) await FINGER.move(x, y - far);
  await show('blocked-every-site');
  await FINGER.up();
  await settled();
  assert.deepEqual(await pressed(), []);
});

test('a screen reader’s click, which has no hand, presses what there is: also after a press that was lost, and in the middle of another', async () => {
  await show('live');
  const click = () =>
    inPage(() => {
      const toggle = earshot.element.shadowRoot?.querySelector(
        'button[data-action="mute"], button[data-action="unmute"]',
      );
      /** @type {HTMLElement} */ (toggle).click();
    });
  const { x, y } = await boxOf(button('mute'));
  await MOUSE.down(x, y);
  await show('live-muted');
  await click();
  assert.deepEqual(await pressed(), ['unmute']);
  await MOUSE.up();
  assert.deepEqual(await pressed(), []);
  await click();
  assert.deepEqual(await pressed(), ['unmute']);
});

test('Space does what the button said when it went down, or nothing', async () => {
  await show('live');
  const { keyboard } = lab.page;
  /** @param {string} action */
  const focus = (action) =>
    lab.page.evaluate(
      (selector) =>
        [...(earshot.element.shadowRoot?.querySelectorAll(selector) ?? [])]
          .map((each) => /** @type {HTMLElement} */ (each))
          .find((each) => each.getBoundingClientRect().width > 0)
          ?.focus(),
      button(action),
    );
  await focus('mute');
  await keyboard.down('Space');
  await show('live-muted');
  await keyboard.up('Space');
  assert.deepEqual(await pressed(), []);
  await keyboard.press('Space');
  assert.deepEqual(await pressed(), ['unmute']);

  await show('live');
  await focus('open_chat');
  await keyboard.down('Space');
  await show('interrupted'); // from the bar into the card
  await keyboard.up('Space');
  assert.deepEqual(await pressed(), ['open_chat']);
  const focused = await inPage(
    () => /** @type {HTMLElement} */ (earshot.element.shadowRoot?.activeElement).dataset.action,
  );
  assert.equal(focused, 'open_chat', 'the focus has gone with its action');

  await focus('try_again');
  await keyboard.down('Space');
  await show('idle');
  await keyboard.up('Space');
  assert.deepEqual(await pressed(), [], 'the orb has the focus now, and was not pressed');
});

test('Enter that is held down presses once, and not what gets the focus next', async () => {
  await show('interrupted');
  await lab.page.focus('#before');
  for (let tabs = 0; tabs < 2; tabs++) await lab.page.keyboard.press('Tab');
  await inPage(() =>
    /** @type {HTMLElement} */ (
      earshot.element.shadowRoot?.querySelector('.bar [data-action="end"]')
    ).focus(),
  );
  await lab.page.keyboard.down('Enter');
  await show('idle'); // the focus is on the orb
  for (let repeats = 0; repeats < 3; repeats++) await lab.page.keyboard.down('Enter');
  await lab.page.keyboard.up('Enter');
  assert.deepEqual(await pressed(), ['end']);
  await lab.page.keyboard.press('Enter');
  assert.deepEqual(await pressed(), ['orb']);
});

test('a card that has lain still for the browser’s own element does not begin to move when that leaves', async () => {
  await show('interrupted-recovery');
  assert.equal(
    await inPage(() => {
      earshot.show('interrupted-ready-muted');
      return earshot.element.shadowRoot?.querySelector('.card')?.getAnimations().length;
    }),
    0,
  );
});
