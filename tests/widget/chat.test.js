// The text chat as a visitor uses it: what is written, what comes, what became of it. A real conversation, over a transport of the test's.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { gallery } from './harness.js';
/** @import { ChatState } from '../../js-glue/words.js' */

const lab = gallery();
/** @template T @param {() => T | Promise<T>} run @returns {Promise<T>} */
const inPage = (run) => /** @type {Promise<T>} */ (lab.page.evaluate(run));
/** @param {string[]} keys */
const press = async (...keys) => {
  for (const key of keys)
    await lab.page.keyboard.press(/** @type {import('puppeteer-core').KeyInput} */ (key));
};
/** @param {string} text */
const type = (text) => lab.page.keyboard.type(text);
/** Puts words into the parts that a selector finds. @param {string} selector @returns {Promise<string[]>} */
const texts = (selector) =>
  lab.page.evaluate(
    (wanted) =>
      [...(earshot.element.shadowRoot?.querySelectorAll(wanted) ?? [])]
        .filter((node) => node.checkVisibility())
        .map((node) => node.textContent ?? ''),
    selector,
  );
/** @param {string} text @param {string} [name] */
const answer = (text, name = 'Ana') =>
  lab.page.evaluate((given) => earshot.transport.receive({ from: 'agent', ...given }), { text, name });
/** @param {ChatState} state */
const report = (state) => lab.page.evaluate((given) => earshot.transport.report(given), state);
const sent = () => inPage(() => earshot.transport.sent.map(({ text }) => text));
const said = () => texts('[aria-live=polite].unseen').then((all) => all.join(''));
/** Longer than the pace at which a burst is drawn, and then two frames, however long a busy machine takes for them: one reports sizes,
 * the other draws what came of it. */
const drawn = () =>
  inPage(async () => {
    await new Promise((resolve) => setTimeout(resolve, 120));
    for (let frame = 0; frame < 2; ++frame) await new Promise(requestAnimationFrame);
  });

test('Enter sends, Shift and Enter begins a new line, and nothing empty is sent', async () => {
  await lab.open('view=chatting&chat=open');
  await press('Enter');
  await type('Hello');
  await lab.page.keyboard.down('Shift');
  await press('Enter');
  await lab.page.keyboard.up('Shift');
  await type('there');
  await press('Enter');
  assert.deepEqual(await sent(), ['Hello\nthere']);
  assert.equal(await inPage(() => earshot.element.shadowRoot?.activeElement?.localName), 'textarea');
  assert.deepEqual(await texts('.message'), ['Hello\nthere']);
});

test('Enter that ends a composition sends nothing', async () => {
  await lab.open('view=chatting&chat=open');
  await inPage(() => {
    const input = /** @type {HTMLTextAreaElement} */ (earshot.element.shadowRoot?.querySelector('textarea'));
    input.value = 'にほん';
    const key = { key: 'Enter', bubbles: true, cancelable: true };
    input.dispatchEvent(new KeyboardEvent('keydown', { ...key, isComposing: true }));
    input.dispatchEvent(new KeyboardEvent('keydown', { ...key, keyCode: 229 })); // Safari, just after the composition
  });
  assert.deepEqual(await sent(), []);
});

test('the field grows with what is written, up to a few lines, and shrinks once it is sent', async () => {
  await lab.open('view=chatting&chat=open');
  const height = () =>
    inPage(() =>
      Math.round(earshot.element.shadowRoot?.querySelector('textarea')?.getBoundingClientRect().height ?? 0),
    );
  assert.equal(await height(), 44);
  await type(
    'A sentence that is long enough to need more than the one line that there is in the field of a small panel.',
  );
  const grown = await height();
  assert.ok(grown > 60, String(grown));
  await type(' More, and more, and more, and more.'.repeat(12));
  assert.ok((await height()) <= 132);
  await press('Enter');
  assert.equal(await height(), 44);
});

test('every message says who, when and what became of it', async () => {
  await lab.open('view=chatting&chat=connecting');
  await type('One');
  await press('Enter');
  assert.deepEqual(await texts('.status'), ['Sending…']);
  await report('open');
  await drawn();
  assert.deepEqual(await texts('.status'), ['Sent']);
  await answer('Hello');
  await drawn();
  assert.deepEqual(await texts('.who'), ['You', 'Ana']);
  assert.match((await texts('.meta time'))[0] ?? '', /^\d{1,2}:\d\d\s[AP]M$/);
  assert.equal((await texts('.day')).join().toLowerCase(), 'today');
  const times = await inPage(() =>
    [...(earshot.element.shadowRoot?.querySelectorAll('time[datetime]') ?? [])].map((time) =>
      Date.parse(/** @type {HTMLTimeElement} */ (time).dateTime),
    ),
  );
  assert.ok(
    times.every((at) => Math.abs(Date.now() - at) < 60_000),
    String(times),
  );
});

test('what could not be sent says so, once, and is sent again at a press', async () => {
  await lab.open('view=chatting&chat=open');
  await inPage(() => {
    const { send } = earshot.transport;
    earshot.transport.send = () => {
      throw new Error('not now');
    };
    Object.assign(globalThis, { heal: () => (earshot.transport.send = send) });
  });
  await type('Is it there?');
  await press('Enter');
  await drawn();
  assert.deepEqual(
    [await texts('.status'), await texts('.again'), await said()],
    [['Not sent'], ['Send again'], 'Not sent'],
  );
  await inPage(() => /** @type {{ heal?: () => void }} */ (globalThis).heal?.());
  await inPage(() =>
    /** @type {HTMLElement} */ (earshot.element.shadowRoot?.querySelector('.again')).click(),
  );
  await drawn();
  assert.deepEqual(
    [await sent(), await texts('.status'), await texts('.again')],
    [['Is it there?'], ['Sent'], []],
  );
  assert.equal(
    await inPage(() => earshot.element.shadowRoot?.activeElement?.className),
    'log',
    'the keyboard stays in the chat',
  );
});

test('without a connection what is written waits, says so, and goes out in order when there is one', async () => {
  await lab.open('view=chatting&chat=open');
  await report('connecting');
  await type('One');
  await press('Enter');
  await type('Two');
  await press('Enter');
  await drawn();
  assert.deepEqual([await sent(), await texts('.status')], [[], ['Sending…', 'Sending…']]);
  assert.deepEqual(await texts('.state span'), [
    'No connection right now. What you write is sent as soon as there is one.',
  ]);
  assert.equal(await said(), 'No connection right now. What you write is sent as soon as there is one.');
  await report('open');
  await drawn();
  assert.deepEqual([await sent(), await texts('.state')], [['One', 'Two'], []]);
});

test('a draft outlives the panel, and so does the conversation', async () => {
  await lab.open('view=chatting&chat=open');
  await answer('Hello');
  await type('Not yet');
  const told = await inPage(() => {
    earshot.show('idle');
    earshot.page.closeChat();
    const draft = earshot.conversation.draft();
    earshot.show('chatting');
    earshot.openChat(earshot.conversation);
    return [draft, earshot.element.shadowRoot?.querySelector('textarea')?.value];
  });
  assert.deepEqual(told, ['Not yet', 'Not yet']);
  assert.deepEqual(await texts('.message'), ['Hello']);
});

test('a transcript goes on in the next session of the element, and nothing of it counts as new', async () => {
  await lab.open('view=chatting&chat=open');
  await answer('Hello');
  await inPage(() => {
    earshot.element.config = { theme: 'dark' };
    earshot.show('idle');
  });
  assert.deepEqual(await texts('.count'), []);
  await inPage(() => {
    earshot.show('chatting');
    earshot.openChat(earshot.conversation);
  });
  assert.deepEqual(await texts('.message'), ['Hello']);
});

test('another destination has a transcript, a draft, news and a number of unread answers of its own', async () => {
  await lab.open('view=chatting&chat=open');
  await answer('Hello', 'Ana');
  await type('Not yet');
  const unread = async () => {
    await drawn();
    return texts('.orb .count');
  };
  const turnTo = (/** @type {string} */ whom) =>
    lab.page.evaluate((name) => {
      earshot.whom = name;
      earshot.element.config = { company: name };
      earshot.show('idle');
    }, whom);
  const unfolded = async () => {
    await inPage(() => {
      earshot.show('chatting');
      earshot.openChat(earshot.conversation);
      earshot.conversation.open();
    });
    await drawn();
    return [
      await texts('.message'),
      await inPage(() => earshot.element.shadowRoot?.querySelector('textarea')?.value),
    ];
  };
  await turnTo('another');
  assert.deepEqual(await unfolded(), [[], '']);
  await type('Here');
  await turnTo('gallery');
  await inPage(() => earshot.transport.receive({ text: 'Still there?', id: 'a-1' }));
  assert.deepEqual(await unread(), ['1']);
  await turnTo('another');
  assert.deepEqual(await unread(), [], 'nothing is unread there');
  await inPage(() => earshot.transport.receive({ text: 'And I am somebody else', id: 'a-1' }));
  assert.deepEqual(await unread(), ['1'], 'the same id of somebody else is news');
  assert.deepEqual(await unfolded(), [['And I am somebody else'], 'Here']);
  await turnTo('gallery');
  assert.deepEqual(await unfolded(), [['Hello', 'Still there?'], 'Not yet']);
});

test('somebody who writes is announced, and is forgotten when they stop', async () => {
  await lab.open('view=chatting&chat=open');
  await inPage(() => earshot.hooks.typing(true));
  await drawn();
  assert.deepEqual(
    [await texts('.typing'), await said()],
    [['An answer is being written…'], 'An answer is being written…'],
  );
  await inPage(() => earshot.hooks.typing(false));
  await drawn();
  assert.deepEqual(await texts('.typing'), []);
});

test('while the panel is closed, new messages are counted on the orb and on the way back, and announced once', async () => {
  await lab.open('view=chatting&chat=open');
  await inPage(() => {
    earshot.show('idle');
    earshot.page.closeChat();
  });
  const log = await inPage(() => {
    const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
    /** @type {string[]} */
    const said = [];
    new MutationObserver(() =>
      said.push(root.querySelector('[aria-live=polite].unseen')?.textContent ?? ''),
    ).observe(/** @type {Node} */ (root.querySelector('[aria-live=polite].unseen')), {
      childList: true,
      characterData: true,
      subtree: true,
    });
    Object.assign(globalThis, { said });
    return said.length;
  });
  assert.equal(log, 0);
  await answer('One');
  await answer('Two');
  await drawn();
  assert.deepEqual(await texts('.count'), ['2', '2']);
  const names = await inPage(() =>
    [...(earshot.element.shadowRoot?.querySelectorAll('#orb, [data-action=open_chat]') ?? [])]
      .filter((node) => node.checkVisibility())
      .map(
        (node) =>
          node.ariaLabel ??
          [...node.children]
            .filter((child) => !child.ariaHidden)
            .map((child) => child.textContent)
            .join(''),
      ),
  );
  assert.deepEqual(names, [
    'Voice: Press to talk with us. New messages: 2',
    'Use text chat. New messages: 2',
  ]);
  const heard = /** @type {string[]} */ (await inPage(() => /** @type {any} */ (globalThis).said));
  assert.equal(heard[heard.length - 1], 'New messages: 2');
  assert.equal(heard.filter((line) => line === 'New messages: 2').length, 1);
  await inPage(() => {
    earshot.show('chatting');
    earshot.openChat(earshot.conversation);
  });
  assert.deepEqual([await texts('.count'), await texts('.message')], [[], ['One', 'Two']]);
});

test('every addition is read out once: what comes back, moves or was there before is silent', async () => {
  await lab.open('view=chatting&chat=open');
  await answer('One');
  await type('Two');
  await press('Enter');
  await drawn();
  const live = () =>
    inPage(() =>
      [...(earshot.element.shadowRoot?.querySelectorAll('.row') ?? [])].map(
        (row) => `${row.querySelector('.message')?.textContent} ${row.getAttribute('aria-live') ?? 'said'}`,
      ),
    );
  assert.deepEqual(await live(), ['One said', 'Two said']);
  const added = await inPage(() => {
    const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
    /** @type {(string | null)[]} */
    const added = [];
    new MutationObserver((records) =>
      added.push(...records.flatMap(({ addedNodes }) => [...addedNodes].map((node) => node.textContent))),
    ).observe(/** @type {Node} */ (root.querySelector('.rows')), { childList: true });
    earshot.transport.receive({ from: 'agent', text: 'Three' });
    return new Promise((resolve) => setTimeout(() => resolve(added), 120));
  });
  assert.equal(/** @type {string[]} */ (added).length, 1);
  await inPage(() => {
    earshot.show('idle');
    earshot.page.closeChat();
  });
  await answer('Four');
  await drawn();
  await inPage(() => {
    earshot.show('chatting');
    earshot.openChat(earshot.conversation);
  });
  assert.equal((await live()).at(-1), 'Four off'); // its number was announced already
});

test('why there is no voice is said at the top, and when it is back that is offered and no more', async () => {
  await lab.open('view=blocked');
  await inPage(() => {
    earshot.show('chatting');
    earshot.openChat(earshot.conversation);
  });
  assert.deepEqual(await texts('.about'), ['The microphone is not allowed here, so we go on in writing.']);
  await inPage(() => earshot.show('chatting-ready'));
  assert.deepEqual(await texts('.about'), ['Your microphone is ready whenever you would like to talk.']);
  assert.deepEqual(await texts('.now .action'), ['Talk instead']);
  assert.equal(await inPage(() => earshot.element.shadowRoot?.activeElement?.localName), 'textarea');
  await lab.open('view=live');
  await inPage(() => {
    earshot.show('chatting');
    earshot.openChat(earshot.conversation);
  });
  assert.deepEqual(await texts('.about'), ['You are in the text chat.']);
});

test('an address becomes a link that says nothing of this page, and a path of the site’s own is offered as the last resort', async () => {
  await lab.open('view=chatting&chat=open&links');
  assert.deepEqual(await texts('.ways a'), ['030 123456', 'help@example.com', 'Contact form']);
  await answer('See https://example.com/a?b=1. Or javascript:alert(1)');
  await drawn();
  const link = await inPage(() => {
    const { href, target, rel, textContent } = /** @type {HTMLAnchorElement} */ (
      earshot.element.shadowRoot?.querySelector('.message a')
    );
    return {
      href,
      target,
      rel,
      textContent,
      links: earshot.element.shadowRoot?.querySelectorAll('.message a').length,
    };
  });
  assert.deepEqual(link, {
    href: 'https://example.com/a?b=1',
    target: '_blank',
    rel: 'noopener noreferrer nofollow',
    textContent: 'https://example.com/a?b=1',
    links: 1,
  });
  assert.deepEqual(await texts('.ways a'), []);
  await report('failed');
  await drawn();
  assert.deepEqual(await texts('.ways a'), ['030 123456', 'help@example.com', 'Contact form']);
  assert.deepEqual(await texts('.state'), [
    'The chat could not connect. What you wrote is still here.Try again',
  ]);
});

test('where there is nobody to write to, there are only the other ways', async () => {
  await lab.open('view=chatting&chat=none&links');
  assert.deepEqual([await texts('textarea'), await texts('.state'), await texts('.empty')], [[], [], []]);
  assert.deepEqual(await texts('.ways p'), ['You can also reach us here:']);
  assert.equal((await texts('.ways a')).length, 3);
  assert.deepEqual(lab.errors, []);
});

test('near the longest message the visitor is told how much is left', async () => {
  await lab.open('view=chatting&chat=open');
  await inPage(() => {
    const input = /** @type {HTMLTextAreaElement} */ (earshot.element.shadowRoot?.querySelector('textarea'));
    input.value = 'a'.repeat(3900);
    input.dispatchEvent(new Event('input'));
  });
  assert.deepEqual(await texts('.left'), ['Characters left: 100']);
});

test('on a phone the chat is a sheet that stands on the keyboard', async () => {
  await lab.page.setViewport({ width: 360, height: 720 });
  await lab.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await lab.open('view=chatting&chat=open&talk');
  const box = () =>
    inPage(() => {
      const { top, bottom, width } = /** @type {Element} */ (
        earshot.element.shadowRoot?.querySelector('.chat')
      ).getBoundingClientRect();
      return [Math.round(top), Math.round(bottom), Math.round(width)];
    });
  assert.deepEqual(await box(), [12, 720, 360]);
  await inPage(() => {
    // the keyboard takes 300 of 720 pixels, and tells the visual viewport alone
    const free = /** @type {VisualViewport} */ (window.visualViewport);
    Object.defineProperty(free, 'height', { value: 420, configurable: true });
    free.dispatchEvent(new Event('resize'));
  });
  assert.deepEqual(await box(), [12, 420, 360]);
  await drawn();
  await inPage(() => {
    // it goes and comes again before a frame is drawn, as on a busy machine
    const free = /** @type {VisualViewport} */ (window.visualViewport);
    for (const height of [720, 420]) {
      Object.defineProperty(free, 'height', { value: height, configurable: true });
      free.dispatchEvent(new Event('resize'));
      earshot.element.shadowRoot?.querySelector('.log')?.getBoundingClientRect();
    }
  });
  await drawn();
  const seen = await inPage(() => {
    const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
    const field = /** @type {Element} */ (root.querySelector('textarea')).getBoundingClientRect();
    const log = /** @type {Element} */ (root.querySelector('.log'));
    return {
      field: field.bottom < 420,
      newest: log.scrollHeight - log.scrollTop - log.clientHeight < 2,
      inline: root.querySelectorAll('[style]').length,
    };
  });
  assert.deepEqual(seen, { field: true, newest: true, inline: 0 });
  await inPage(() => {
    const free = /** @type {VisualViewport} */ (window.visualViewport);
    Object.defineProperty(free, 'height', { value: 720, configurable: true });
    free.dispatchEvent(new Event('resize'));
  });
  assert.deepEqual(await box(), [12, 720, 360]);
  await lab.page.setViewport({ width: 800, height: 600 });
});

test('a conversation is deleted with two presses, not with a double one, nor with a key that is held', async () => {
  await lab.open('view=chatting&chat=open');
  const forget = '.forget';
  assert.deepEqual(await texts(forget), [], 'there is nothing to delete yet');
  await type('My secret');
  await press('Enter');
  await answer('Good morning');
  await drawn();
  await type('And another');
  assert.deepEqual(await texts(forget), ['End and delete']);
  const click = (/** @type {number} */ clickCount) =>
    lab.page.evaluate(
      ([selector, count]) => {
        const button = /** @type {HTMLElement} */ (earshot.element.shadowRoot?.querySelector(selector));
        button.focus();
        for (let n = 0; n < count; n += 1) button.click();
      },
      /** @type {const} */ ([forget, clickCount]),
    );
  await click(2);
  assert.deepEqual(await texts(forget), ['Press again to delete this conversation for good.']);
  assert.equal(await said(), 'Press again to delete this conversation for good.');
  await lab.page.keyboard.down('Enter');
  await lab.page.keyboard.down('Enter'); // as a key that is held
  await lab.page.keyboard.up('Enter');
  assert.deepEqual(await texts('.message'), ['My secret', 'Good morning']);

  await inPage(() =>
    /** @type {HTMLElement} */ (earshot.element.shadowRoot?.querySelector('textarea')).focus(),
  );
  assert.deepEqual(await texts(forget), ['End and delete'], 'whoever goes on has not meant it');
  await click(1);
  await inPage(() => new Promise((resolve) => setTimeout(resolve, 450)));
  await click(1);
  await drawn();
  assert.deepEqual(await texts('.message'), []);
  assert.equal(
    await inPage(() => earshot.element.shadowRoot?.querySelector('textarea')?.value),
    '',
    'the draft went with it',
  );
  assert.deepEqual(await texts('.state span'), ['The conversation has been deleted.']);
  assert.equal(await said(), 'The conversation has been deleted.');
  assert.equal(await inPage(() => earshot.element.shadowRoot?.activeElement?.localName), 'textarea');
  await type('Hello');
  await press('Enter');
  await drawn();
  assert.deepEqual(await texts('.message'), ['Hello']);
  assert.deepEqual(await texts('.state span'), []);
});

test('the page has a conversation deleted: what was unread is gone from the orb, and what was typed from the field', async () => {
  await lab.open('view=chatting&chat=open');
  await type('My secret');
  await inPage(() => earshot.element.forget());
  await drawn();
  assert.equal(await inPage(() => earshot.element.shadowRoot?.querySelector('textarea')?.value), '');
  await inPage(() => {
    earshot.show('idle');
    earshot.page.closeChat();
  });
  await answer('Good morning');
  await drawn();
  assert.deepEqual(await texts('.count'), ['1', '1']);
  await inPage(() => earshot.element.forget());
  await drawn();
  assert.deepEqual(await texts('.count'), []);
});
