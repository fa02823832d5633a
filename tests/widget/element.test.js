import { test } from 'node:test';
import assert from 'node:assert/strict';
import { gallery, STRICT } from './harness.js';

const lab = gallery();
/** @template T @param {() => T | Promise<T>} run @returns {Promise<T>} */
const inPage = (run) => /** @type {Promise<T>} */ (lab.page.evaluate(run));

test('an update that changes nothing writes nothing', async () => {
  await lab.open('chat=open&talk');
  const writes = await inPage(async () => {
    const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
    /** @type {string[]} */
    const all = [];
    for (const [name, view] of Object.entries(earshot.VIEWS)) {
      earshot.page.render(view);
      const seen = new MutationObserver(() => {});
      seen.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
      earshot.page.render(structuredClone(view));
      earshot.page.applyConfig(earshot.CONFIG);
      earshot.page.setLevel(0);
      all.push(
        ...seen.takeRecords().map(({ type, attributeName }) => `${name}: ${type} ${attributeName ?? ''}`),
      );
      seen.disconnect();
    }
    return all;
  });
  assert.deepEqual(writes, []);
});

test('a new level moves one node, and writes nothing else', async () => {
  await lab.open('view=live');
  const [written, levels] = await inPage(() => {
    const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
    const glow = /** @type {Element} */ (root.querySelector('.glow'));
    const seen = new MutationObserver(() => {});
    seen.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    const drawn = [0.25, 0.25, 0.5, 0].map((level) => {
      earshot.page.setLevel(level);
      return getComputedStyle(glow).scale;
    });
    const all = seen.takeRecords();
    return /** @type {const} */ ([
      all.filter(({ target }) => target === glow).length === all.length && all.length,
      drawn,
    ]);
  });
  assert.equal(written, 3);
  assert.deepEqual(levels, ['1.0936', '1.0936', '1.18', '1']);
});

test('the idle orb breathes three times and rests, and again when it is seen anew or a hand comes near', async () => {
  await lab.open('view=idle');
  const runs = await inPage(async () => {
    const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
    const orb = /** @type {HTMLElement} */ (root.querySelector('.orb'));
    const ring = /** @type {HTMLElement} */ (root.querySelector('.ring'));
    const moving = () => ring.getAnimations().length;
    const frames = async () => {
      for (let frame = 0; frame < 3; ++frame) await new Promise(requestAnimationFrame);
    };
    const all = [ring.getAnimations().map((each) => each.effect?.getTiming().iterations)];
    const rest = () => ring.getAnimations().forEach((each) => each.finish());
    rest();
    const told = [moving()];
    orb.dispatchEvent(new PointerEvent('pointerenter'));
    told.push(moving());
    rest();
    document.dispatchEvent(new Event('visibilitychange'));
    told.push(moving());
    rest();
    await frames(); // so far it was seen
    orb.hidden = true;
    await frames();
    orb.hidden = false;
    rest();
    await frames();
    told.push(moving());
    return { all, told };
  });
  assert.deepEqual(runs, { all: [[3]], told: [0, 1, 1, 1] });
});

test('removing the element ends its session, and putting it back starts another', async () => {
  await lab.open('view=live');
  const told = await inPage(async () => {
    const { element, signals } = earshot;
    element.remove();
    await new Promise((done) => setTimeout(done));
    const first = signals[0]?.aborted;
    document.body.append(element);
    return { first, sessions: signals.length, second: signals[1]?.aborted, orb: element.view.orb };
  });
  assert.deepEqual(told, { first: true, sessions: 2, second: false, orb: 'starting' });
});

test('moving the element within the page goes on with the same session', async () => {
  await lab.open('view=live');
  const told = await inPage(async () => {
    const { element, signals } = earshot;
    /** @type {HTMLElement} */ (document.querySelector('main')).append(element);
    await new Promise((done) => setTimeout(done));
    return [
      signals.length,
      signals[0]?.aborted,
      /** @type {ShadowRoot} */ (element.shadowRoot).childElementCount,
      element.view.orb,
    ];
  });
  assert.deepEqual(told, [1, false, 1, 'live']);
});

test('a change of the configuration leaves the focus where it was', async () => {
  await lab.open();
  const told = await inPage(() => {
    const { element, signals } = earshot;
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    /** @type {HTMLElement} */ (root.querySelector('#orb')).focus();
    element.config = { theme: 'dark' };
    return [signals.length, root.activeElement?.id];
  });
  assert.deepEqual(told, [2, 'orb']);
});

test('the orb is painted before the core is ready, and a press shows that it was noticed', async () => {
  await lab.open();
  const told = await inPage(() => {
    const orb = /** @type {HTMLElement} */ (earshot.element.shadowRoot?.querySelector('#orb'));
    const before = orb.dataset.orb;
    orb.click();
    return { before, after: orb.dataset.orb, facts: earshot.facts };
  });
  assert.deepEqual(told, {
    before: 'starting',
    after: 'opening',
    facts: [{ fact: 'pressed', action: 'orb' }],
  });
});

test('a press that does not count any more is offered again, and only that', async () => {
  await lab.open();
  const told = await inPage(() => {
    const { element, page, VIEWS } = earshot;
    /** @type {string[]} */
    const seen = [];
    const see = () => seen.push(`${element.view.orb} ${element.view.actions.join(' ')}`);
    element.press('orb');
    page.pressLapsed();
    see();
    element.press('orb');
    see();
    page.render(VIEWS.idle);
    page.pressLapsed();
    see();
    return seen;
  });
  assert.deepEqual(told, ['starting orb', 'opening ', 'idle orb open_chat']);
});

test('an element that is not on the page keeps no press, and does not look as if it did', async () => {
  await lab.open();
  const told = await inPage(async () => {
    const { element } = earshot;
    element.remove();
    await new Promise((done) => setTimeout(done));
    element.press('orb');
    const apart = element.view.orb;
    document.body.append(element);
    return [apart, element.view.orb];
  });
  assert.deepEqual(told, ['starting', 'starting']);
});

test('place, theme and words of a configuration are drawn before the core has read it', async () => {
  await lab.open();
  const told = await inPage(() => {
    const element = document.createElement('earshot-widget');
    element.setAttribute(
      'config',
      '{"position":"bottom-left","theme":"dark","texts":{"en":{"getting_ready":"Soon."}}}',
    );
    document.body.append(element);
    const widget = /** @type {HTMLElement} */ (element.shadowRoot?.querySelector('.widget'));
    return [widget.dataset.position, widget.dataset.theme, widget.querySelector('.hint')?.textContent];
  });
  assert.deepEqual(told, ['bottom-left', 'dark', 'Soon.']);
});

for (const config of [
  '{',
  'null',
  '[]',
  '"x"',
  '{"texts":{"en":7,"de":null},"position":3}',
  '{"texts":[1],"language":{}}',
]) {
  test(`a configuration of ${config} leaves a widget that works`, async () => {
    await lab.open();
    const told = await inPage(
      /** @type {any} */ (
        new Function(`
      const element = document.createElement('earshot-widget');
      element.setAttribute('config', ${JSON.stringify(config)});
      document.body.append(element);
      return [earshot.page.readConfig(), element.shadowRoot.querySelector('.hint').textContent];
    `)
      ),
    );
    assert.deepEqual(told, [config, 'Getting ready. You can press already.']);
    assert.deepEqual(lab.errors, []);
  });
}

test('properties that a page set before the class arrived are not lost', async () => {
  await lab.open();
  const config = await inPage(() => {
    const element = document.createElement('earshot-widget');
    // As a framework does it: the element is there, its class comes later.
    Object.defineProperty(element, 'config', {
      value: { media: ['camera'] },
      configurable: true,
      writable: true,
      enumerable: true,
    });
    document.body.append(element);
    return [earshot.page.readConfig(), Object.hasOwn(element, 'config')];
  });
  assert.deepEqual(config, ['{"media":["camera"]}', false]);
});

test('a configuration that contains itself is handed on as none', async () => {
  await lab.open();
  assert.equal(
    await inPage(() => {
      /** @type {Record<string, unknown>} */
      const config = {};
      config.self = config;
      earshot.element.config = config;
      return earshot.page.readConfig();
    }),
    'null',
  );
});

test('the site’s own sentences win, the rest is English, and the language is said', async () => {
  await lab.open('view=idle');
  const told = await inPage(() => {
    earshot.page.applyConfig({
      ...earshot.CONFIG,
      language: 'de-AT',
      texts: { de: { press_to_talk: 'Drücken und sprechen.' }, 'de-at': { orb: 'Los' } },
    });
    const widget = /** @type {HTMLElement} */ (earshot.element.shadowRoot?.querySelector('.widget'));
    return [
      widget.lang,
      widget.querySelector('.hint')?.textContent,
      widget.querySelector('.bar button')?.textContent,
    ];
  });
  assert.deepEqual(told, ['de-AT', 'Drücken und sprechen.', 'Use text chat']);
});

test('events reach the page through every shadow root', async () => {
  await lab.open();
  const told = await inPage(
    () =>
      new Promise((resolve) => {
        const outer = document.body.appendChild(document.createElement('div'));
        outer.attachShadow({ mode: 'open' }).append(earshot.element);
        document.addEventListener(
          'earshot-state',
          (event) => resolve(/** @type {CustomEvent} */ (event).detail),
          { once: true },
        );
        earshot.page.tell('state', { orb: 'idle' });
      }),
  );
  assert.deepEqual(told, { orb: 'idle' });
});

test('a sentence is announced once, in the region of its urgency', async () => {
  await lab.open();
  const told = await inPage(() => {
    const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
    const regions = [...root.querySelectorAll('[aria-live]')];
    const seen = new MutationObserver(() => {});
    for (const region of regions)
      seen.observe(region, { childList: true, characterData: true, subtree: true });
    const said = () => [regions.map(({ textContent }) => textContent).join(' | '), seen.takeRecords().length];
    earshot.show('interrupted'); // drawing alone says nothing
    const silent = said();
    earshot.page.announce('microphone_revoked', 'assertive');
    const first = said();
    earshot.page.announce('microphone_revoked', 'assertive');
    const again = said();
    earshot.page.announce('resuming', 'polite');
    const later = said();
    earshot.page.announce('announce_live', 'off');
    return [silent, first, again, later, said()];
  });
  assert.deepEqual(told, [
    [' | ', 0],
    [' | Your microphone was switched off for this site. You are still in the call.', 1],
    [' | Your microphone was switched off for this site. You are still in the call.', 0],
    ['Your microphone is coming back. You are still in the call. | ', 2],
    [' | ', 1],
  ]);
});

test('where no core can run, the orb opens the text chat and says why', async () => {
  await lab.open();
  const told = await inPage(() => {
    /** @type {string[]} */
    const calls = [];
    earshot.page.showPlain('core_unavailable', () => void calls.push('open'));
    const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
    const chat = /** @type {HTMLElement} */ (root.querySelector('.chat'));
    const before = chat.hidden;
    /** @type {HTMLElement} */ (root.querySelector('#orb')).click();
    return [
      before,
      chat.hidden,
      root.querySelector('.about')?.textContent,
      calls,
      root.activeElement?.localName,
    ];
  });
  assert.deepEqual(told, [
    true,
    false,
    'Talking is not possible on this page right now. You can write to us instead.',
    ['open'],
    'textarea',
  ]);
});

test('a press that waited for a core which cannot run opens the chat', async () => {
  await lab.open();
  assert.equal(
    await inPage(() => {
      const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
      /** @type {HTMLElement} */ (root.querySelector('#orb')).click();
      earshot.page.showPlain('core_unavailable', () => earshot.conversation.open());
      return /** @type {HTMLElement} */ (root.querySelector('.chat')).hidden;
    }),
    false,
  );
});

test('a core that comes after all begins anew at once where nobody writes; whoever writes goes back by a press, and that is a call', async () => {
  await lab.open();
  const told = await inPage(() => {
    const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
    const orb = /** @type {HTMLElement} */ (root.querySelector('#orb'));
    const late = () => {
      earshot.page.showPlain('core_unavailable', () => earshot.conversation.open());
    };
    const sessions = () => earshot.pages.length;
    const seen = () => [
      sessions(),
      orb.dataset.orb,
      /** @type {HTMLElement} */ (root.querySelector('.chat')).hidden,
      earshot.facts.map((fact) => ('action' in fact ? fact.action : fact.fact)).join(),
    ];
    late();
    earshot.page.offerVoice();
    const unseen = seen();

    late();
    orb.click();
    /** @type {HTMLTextAreaElement} */ (root.querySelector('textarea')).value = 'Half a sen';
    earshot.page.offerVoice();
    const writing = [
      ...seen(),
      root.activeElement?.localName,
      /** @type {HTMLTextAreaElement} */ (root.querySelector('textarea')).value,
      root.querySelector('.about')?.textContent,
    ];
    /** @type {HTMLElement} */ (root.querySelector('[data-action="back_to_voice"]')).click();
    const back = seen();

    late(); // opens the chat: a press is waiting
    earshot.page.offerVoice();
    orb.click(); // closes it
    return [unseen, writing, back, seen()];
  });
  assert.deepEqual(told, [
    [2, 'starting', true, ''],
    [2, 'chatting', false, '', 'textarea', 'Half a sen', 'You are in the text chat.'],
    [3, 'opening', true, 'orb'],
    [4, 'starting', true, 'orb'],
  ]);
});

test('under the strictest policy everything is drawn, and nothing is refused', async () => {
  await lab.open(`view=blocked&csp=${encodeURIComponent(STRICT)}`);
  const told = await inPage(() => {
    const card = /** @type {HTMLElement} */ (earshot.element.shadowRoot?.querySelector('.card'));
    earshot.page.setLevel(0.5);
    return {
      shown: card.getBoundingClientRect().width > 200,
      styled: getComputedStyle(card).borderRadius,
      picture: card.querySelectorAll('svg rect').length > 3,
      level: getComputedStyle(/** @type {Element} */ (earshot.element.shadowRoot?.querySelector('.glow')))
        .scale,
      inline: card.querySelectorAll('[style], style').length,
    };
  });
  assert.deepEqual(told, { shown: true, styled: '20px', picture: true, level: '1.18', inline: 0 });
  // The gallery page's own style sheet is what that policy refuses.
  assert.deepEqual(
    lab.errors.filter((error) => !error.includes('gallery.css') && !error.includes('data:')),
    [],
  );
});

test('what was taken away is on the page in the same task as the core’s answer: no frame, timer or promise comes between', async () => {
  await lab.open('view=live');
  const told = await inPage(() => {
    const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
    /** @type {string[]} */
    const waits = [];
    for (const name of /** @type {const} */ ([
      'requestAnimationFrame',
      'setTimeout',
      'queueMicrotask',
      'requestIdleCallback',
    ])) {
      Object.assign(window, { [name]: () => void waits.push(name) });
    }
    earshot.show('interrupted');
    const card = /** @type {HTMLElement} */ (root.querySelector('.card'));
    return {
      title: root.querySelector('.card .title')?.textContent,
      steps: root.querySelectorAll('.steps li').length,
      waits,
      // What the very next frame paints: whole words, not a fade that has just begun.
      seen:
        card.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
        getComputedStyle(card).opacity,
    };
  });
  assert.deepEqual(told, {
    title: 'Your microphone was switched off for this site. You are still in the call.',
    steps: 2,
    waits: [],
    seen: '1',
  });
});

test('what a host hands over reaches the session, and before the element is on the page nothing breaks', async () => {
  await lab.open();
  const told = await inPage(() => {
    const stream = new MediaStream();
    const sound = document.createElement('audio');
    const failure = new DOMException('', 'AbortError');
    const network = { udp: true, relay: true, server_reflexive: true, elapsed_ms: 40 };
    const early = /** @type {typeof earshot.element} */ (document.createElement('earshot-widget'));
    early.attach(stream);
    early.detach();
    early.play(sound);
    early.report(failure);
    early.reportNetwork(network);
    const before = [earshot.calls.length, early.message];
    earshot.element.attach(stream);
    earshot.element.detach();
    earshot.element.play(sound);
    earshot.element.report(failure);
    earshot.element.reportNetwork(network);
    const given = [stream, undefined, sound, failure, network];
    return [before, earshot.calls.map(([name, value], at) => [name, value === given[at]])];
  });
  assert.deepEqual(told, [
    [0, null],
    [
      ['attach', true],
      ['detach', true],
      ['play', true],
      ['report', true],
      ['reportNetwork', true],
    ],
  ]);
  assert.deepEqual(lab.errors, []);
});

test('where no core can run the far end is still played, as well as the browser lets it', async () => {
  await lab.open();
  assert.deepEqual(
    await inPage(() => {
      earshot.page.showPlain('core_unavailable', () => earshot.conversation.open());
      const sound = document.createElement('audio');
      let plays = 0;
      sound.play = () => Promise.reject(new Error(`refused ${++plays}`));
      earshot.element.play(sound);
      return [plays, earshot.calls];
    }),
    [1, []],
  );
  assert.deepEqual(lab.errors, []);
});
