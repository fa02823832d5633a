// What is there before the rest has come: the orb, the first words and a press that is kept. And what becomes of it.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { gallery, STRICT } from './harness.js';

const lab = gallery();
/** @template T @param {() => T | Promise<T>} run @returns {Promise<T>} */
const inPage = (run) => /** @type {Promise<T>} */ (lab.page.evaluate(run));

/** What stands on the page now. */
const seen = () =>
  inPage(() => {
    const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
    const bar = /** @type {HTMLElement} */ (root.querySelector('.bar'));
    return {
      orb: root.querySelector('#orb')?.getAttribute('data-orb'),
      name: root.querySelector('#orb')?.getAttribute('aria-label'),
      hint: bar.hidden ? '' : root.querySelector('.hint')?.textContent,
      position: root.querySelector('.widget')?.getAttribute('data-position'),
      facts: earshot.facts.map((fact) => ('action' in fact ? `${fact.fact} ${fact.action}` : fact.fact)),
    };
  });
const arrive = () =>
  inPage(async () => {
    earshot.arrive();
    await new Promise((resolve) => setTimeout(resolve));
  });

test('the orb is painted, named and in its place, and what was painted stays when the rest comes', async () => {
  await lab.open('early');
  await inPage(() => {
    earshot.element.config = { position: 'bottom-left' };
  });
  const first = {
    orb: 'starting',
    name: 'Voice: Getting ready. You can press already.',
    hint: 'Getting ready. You can press already.',
    position: 'bottom-left',
    facts: [],
  };
  assert.deepEqual(await seen(), first);
  await inPage(() => {
    const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
    const orb = /** @type {HTMLElement} */ (root.querySelector('#orb'));
    orb.focus();
    Object.assign(globalThis, { before: { orb, box: JSON.stringify(orb.getBoundingClientRect()) } });
  });
  await arrive();
  assert.deepEqual(await seen(), first);
  const kept = await inPage(() => {
    const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
    const { before } = /** @type {any} */ (globalThis);
    const orbs = root.querySelectorAll('#orb');
    return [
      orbs.length,
      orbs[0] === before.orb,
      root.activeElement === before.orb,
      JSON.stringify(before.orb.getBoundingClientRect()) === before.box,
    ];
  });
  assert.deepEqual(kept, [1, true, true, true]);
});

test('a press is shown at once and told to the session that comes; one that is not meant any more is not', async () => {
  await lab.open('early');
  await inPage(() => {
    /** @type {HTMLElement} */ (earshot.element.shadowRoot?.querySelector('#orb')).click();
  });
  assert.deepEqual(await seen(), {
    orb: 'opening',
    name: 'Voice: Connecting. One moment, please.',
    hint: 'Connecting. One moment, please.',
    position: 'bottom-right',
    facts: [],
  });
  await arrive();
  const { orb, facts } = await seen();
  assert.deepEqual([orb, facts], ['opening', ['pressed orb']]);

  await lab.open('early');
  await inPage(() => {
    /** @type {HTMLElement} */ (earshot.element.shadowRoot?.querySelector('#orb')).click();
    window.dispatchEvent(new Event('pagehide')); // whoever leaves waits no more
  });
  assert.equal((await seen()).orb, 'starting');
  await arrive();
  assert.deepEqual((await seen()).facts, []);
});

test('what the page asked of the element meanwhile is asked of the session that comes, in that order', async () => {
  await lab.open('early');
  const calls = await inPage(async () => {
    const stream = new MediaStream();
    earshot.element.attach(stream);
    earshot.element.report(new Error('no'), {});
    earshot.element.press('open_chat');
    earshot.arrive();
    await new Promise((resolve) => setTimeout(resolve));
    return [earshot.calls.map(([name]) => name), earshot.facts, earshot.element.trace()];
  });
  assert.deepEqual(calls, [['attach', 'report'], [{ fact: 'pressed', action: 'open_chat' }], '{}']);
});

test('one of these calls that is wrong costs no other', async () => {
  await lab.open('early');
  const told = await inPage(async () => {
    /** @type {string[]} */
    const errors = [];
    addEventListener('error', (event) => (errors.push(event.message), event.preventDefault()));
    earshot.element.attach(/** @type {any} */ (null));
    earshot.element.attach(new MediaStream());
    earshot.arrive();
    await new Promise((resolve) => setTimeout(resolve));
    return { calls: earshot.calls.map(([name]) => name), errors };
  });
  assert.deepEqual(told, { calls: ['attach'], errors: ['Uncaught TypeError: on purpose'] });
});

test('where the rest cannot be had the orb says so, and a press tries again', async () => {
  await lab.open('early');
  await inPage(async () => {
    earshot.fail(new Error('no network'));
    await new Promise((resolve) => setTimeout(resolve));
  });
  const { orb, hint } = await seen();
  assert.deepEqual([orb, hint], ['idle', 'This did not load. Press to try again.']);
  assert.deepEqual(await inPage(() => earshot.calls), [['report', 'Error: no network']]);
  await inPage(() => {
    /** @type {HTMLElement} */ (earshot.element.shadowRoot?.querySelector('#orb')).click();
  });
  assert.equal((await seen()).orb, 'opening');
  await arrive();
  assert.deepEqual((await seen()).facts, ['pressed orb']);
});

test('a press after a failure counts no longer than any other', async () => {
  await lab.open('early');
  await inPage(async () => {
    earshot.fail(new Error('no network'));
    await new Promise((resolve) => setTimeout(resolve));
    /** @type {HTMLElement} */ (earshot.element.shadowRoot?.querySelector('#orb')).click();
    window.dispatchEvent(new Event('pagehide')); // whoever leaves waits no more
  });
  assert.equal((await seen()).orb, 'starting');
  await arrive();
  assert.deepEqual((await seen()).facts, []);
});

test('what comes and cannot run says so too, and the orb is still there', async () => {
  await lab.open('early');
  await inPage(async () => {
    earshot.breakLife = true;
    earshot.arrive();
    await new Promise((resolve) => setTimeout(resolve));
  });
  const { orb, hint } = await seen();
  assert.deepEqual([orb, hint], ['idle', 'This did not load. Press to try again.']);
});

test('no words of a third language: those of a pack are waited for, and those of the site are read at once', async () => {
  await lab.open('early');
  await inPage(() => {
    earshot.element.lang = 'de';
    earshot.element.config = {};
  });
  assert.equal((await seen()).hint, '');
  await inPage(() => {
    earshot.element.config = { texts: { de: { getting_ready: 'Gleich.' } } };
  });
  assert.equal((await seen()).hint, 'Gleich.');
  await inPage(async () => {
    earshot.element.config = {};
    earshot.loadPack = () => new Promise((resolve) => Object.assign(earshot, { packArrives: resolve }));
    earshot.languages = ['de'];
    earshot.arrive();
    await new Promise((resolve) => setTimeout(resolve));
  });
  assert.equal((await seen()).hint, '', 'nor when the rest has come, and the words have not');
  await inPage(async () => {
    earshot.packArrives({ getting_ready: 'Wir bereiten alles vor.' });
    await new Promise((resolve) => setTimeout(resolve));
  });
  assert.equal((await seen()).hint, 'Wir bereiten alles vor.');
});

test('taken off the page before the rest has come, it asks for nothing when that comes', async () => {
  await lab.open('early');
  const pages = await inPage(async () => {
    /** @type {HTMLElement} */ (earshot.element.shadowRoot?.querySelector('#orb')).click();
    earshot.element.remove();
    earshot.arrive();
    await new Promise((resolve) => setTimeout(resolve));
    return [earshot.pages.length, earshot.facts.length];
  });
  assert.deepEqual(pages, [0, 0]);
});

test('under the strictest policy it is painted, and nothing is refused', async () => {
  await lab.open(`early&csp=${encodeURIComponent(STRICT)}`);
  const width = await inPage(
    () => earshot.element.shadowRoot?.querySelector('#orb')?.getBoundingClientRect().width,
  );
  assert.equal(width, 64);
  assert.deepEqual(
    lab.errors.filter((error) => !error.includes('gallery.css') && !error.includes('data:')),
    [],
  );
});

const chat = () =>
  inPage(() => {
    const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
    const panel = root.querySelector('.chat');
    return {
      panel: panel ? !(/** @type {HTMLElement} */ (panel).hidden) : null,
      hint: root.querySelector('.hint')?.textContent,
      links: [...root.querySelectorAll('.bar .ways a')].map((link) => link.textContent),
      said: [...root.querySelectorAll('[aria-live=polite].unseen')].map((each) => each.textContent).join(''),
      typing: root.activeElement?.localName === 'textarea',
    };
  });

test('a chat that is late is waited for in words, and has the keyboard when it is there', async () => {
  await lab.open('late-chat');
  await inPage(() => {
    earshot.show('chatting');
    earshot.page.openChat();
  });
  assert.deepEqual(await chat(), {
    panel: null,
    hint: 'Connecting to the chat…',
    links: [],
    said: '',
    typing: false,
  });
  await inPage(async () => {
    earshot.chatArrives();
    await new Promise((resolve) => setTimeout(resolve));
  });
  const { panel, typing } = await chat();
  assert.deepEqual([panel, typing], [true, true]);
});

test('a chat that cannot be had says so once, leads to the other ways, and a press tries again', async () => {
  await lab.open('late-chat');
  await inPage(async () => {
    earshot.show('chatting');
    earshot.page.applyConfig({
      ...earshot.CONFIG,
      chat: { ...earshot.CONFIG.chat, links: [{ href: 'tel:+4930123456', text: '030 123456' }] },
    });
    earshot.page.openChat();
    earshot.chatFails(new Error('no network'));
    await new Promise((resolve) => setTimeout(resolve));
  });
  const sentence = 'The chat did not load. Press to try again.';
  assert.deepEqual(await chat(), {
    panel: null,
    hint: sentence,
    links: ['030 123456'],
    said: sentence,
    typing: false,
  });
  await inPage(async () => {
    /** @type {HTMLElement} */ (earshot.element.shadowRoot?.querySelector('#orb')).click();
    earshot.chatArrives();
    await new Promise((resolve) => setTimeout(resolve));
  });
  const { panel, links } = await chat();
  assert.deepEqual([panel, links], [true, []]);
});

/** What a visitor reads beside the orb, and what of the view's actions has no button. */
const helpless = () =>
  inPage(() => {
    const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
    const { actions } = earshot.element.view;
    return {
      card: root.querySelector('.card') !== null,
      hint: root.querySelector('.hint')?.textContent,
      missing: actions.filter(
        // the browser's own element comes with the card
        (action) =>
          action !== 'orb' && action !== 'recover' && !root.querySelector(`button[data-action="${action}"]`),
      ),
      words: [...root.querySelectorAll('.bar .help .words')].map((words) => words.textContent),
    };
  });

test('until there is a card, its sentence and its buttons are beside the orb, those without an icon in words', async () => {
  for (const view of ['blocked', 'blocked-recovery', 'choosing', 'interrupted']) {
    await lab.open(`no-help&view=${view}`);
    const { card, hint, missing, words } = await helpless();
    assert.deepEqual([card, missing], [false, []], view);
    assert.ok(hint !== '' && words.length > 0, view);
  }
});

test('a card that comes late is whole, in the visitor’s language, and takes its sentence from the orb', async () => {
  await lab.open('late-help&view=blocked');
  const { hint } = await helpless();
  await inPage(async () => {
    earshot.helpArrives();
    await new Promise((resolve) => setTimeout(resolve));
  });
  const then = await inPage(() => {
    const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
    return {
      title: root.querySelector('.card .title')?.textContent,
      steps: [...root.querySelectorAll('.card .steps li')].filter((step) => step.textContent !== '').length,
      asked: earshot.element.view.steps.length,
      picture: root.querySelector('.card .picture') !== null,
      bar: /** @type {HTMLElement} */ (root.querySelector('.bar')).hidden,
    };
  });
  assert.deepEqual(then, { title: hint, steps: then.asked, asked: then.steps, picture: true, bar: true });
  assert.ok(then.steps > 0);
});

test('with "press" nothing more is asked for until the visitor comes near; the orb says what it is for', async () => {
  for (const near of ['pointerenter', 'focusin', 'click']) {
    await lab.open('early');
    await inPage(async () => {
      earshot.element.remove();
      await new Promise((done) => setTimeout(done));
      earshot.arrive = () => {};
      earshot.element.config = { loading: 'press' };
      document.body.append(earshot.element);
    });
    const { orb, hint } = await seen();
    assert.deepEqual([orb, hint], ['idle', 'Press to talk with us.'], near);
    assert.equal(await inPage(() => earshot.arrive.toString()), '() => {}', 'nobody has asked for the rest');
    await lab.page.evaluate((type) => {
      const orb = /** @type {HTMLElement} */ (earshot.element.shadowRoot?.querySelector('#orb'));
      if (type === 'pointerenter') orb.closest('.widget')?.dispatchEvent(new PointerEvent(type));
      else if (type === 'focusin') orb.focus();
      else orb.click();
    }, near);
    await arrive();
    const then = await seen();
    assert.deepEqual(
      [then.orb, then.facts],
      near === 'click' ? ['opening', ['pressed orb']] : ['idle', []],
      near,
    );
  }
});

test('consent given later is a configuration that loads at once; and with "idle" the page goes first', async () => {
  await lab.open('early');
  const asked = await inPage(async () => {
    earshot.element.remove();
    await new Promise((done) => setTimeout(done));
    earshot.arrive = () => {};
    earshot.element.config = { loading: 'press' };
    document.body.append(earshot.element);
    const before = earshot.arrive.toString();
    earshot.element.config = { loading: 'eager' };
    const after = earshot.arrive.toString();
    return [before, after === before];
  });
  assert.deepEqual(asked, ['() => {}', false]);
  await lab.open('early');
  const idle = await inPage(async () => {
    earshot.element.remove();
    await new Promise((done) => setTimeout(done));
    earshot.arrive = () => {};
    earshot.element.config = { loading: 'idle' };
    document.body.append(earshot.element);
    const before = earshot.arrive.toString();
    await new Promise((resolve) => requestIdleCallback(resolve));
    return [before, earshot.arrive.toString() === before];
  });
  assert.deepEqual(idle, ['() => {}', false]);
});
