// Each effect reaches the one that obeys it, with what the core said.
import assert from 'node:assert/strict';
import { copy } from '../../js-glue/effects/copy.js';
import { leaveApp, openLink } from '../../js-glue/effects/links.js';
import { test } from 'node:test';
import { effectTable, performer } from '../../js-glue/effects/table.js';
import { wordsOf } from '../../script/words.mjs';
import { settle } from './fakes.js';
/** @import { Effect, VerdictDetail } from '../../js-glue/effects.js' */
/** @import { Obeyers } from '../../js-glue/effects/table.js' */

/** Whoever is called, notes it. @param {Partial<Obeyers>} [own] */
function obeyers(own) {
  /** @type {unknown[][]} */
  const log = [];
  const anyone = (/** @type {string} */ name) =>
    new Proxy(
      {},
      {
        get:
          (_, /** @type {string} */ act) =>
          (/** @type {unknown[]} */ ...given) =>
            void log.push([`${name}.${act}`, ...given]),
      },
    );
  /** The part is here, with everything in it. @type {Obeyers['help']} */
  const help = { soon: (act) => act(helper()), now: (act) => act(helper()) };
  const helper = () =>
    /** @type {import('../../js-glue/help.js').Help} */ (
      /** @type {unknown} */ ({
        recovery: anyone('recovery'),
        frames: anyone('frames'),
        copy,
        openLink,
        leaveApp,
      })
    );
  const caller = () =>
    /** @type {import('../../js-glue/call.js').Call} */ (
      /** @type {unknown} */ ({
        level: anyone('level'),
        outputs: anyone('outputs'),
        buttons: anyone('buttons'),
        wakeLock: anyone('wakeLock'),
      })
    );
  /** @type {Obeyers['call']} */
  const call = { soon: (act) => act(caller()), now: (act) => act(caller()) };
  const all = /** @type {Obeyers} */ (
    new Proxy(
      { help, call, askForNotifications: () => void log.push(['askForNotifications']), ...own },
      {
        get: (given, /** @type {string} */ name) =>
          /** @type {Record<string, unknown>} */ (given)[name] ?? anyone(name),
      },
    )
  );
  const table = effectTable(all);
  return { log, table, perform: performer(table) };
}

/** @type {VerdictDetail} */
const DETAIL = {
  kind: 'microphone',
  cause: 'denied',
  confidence: 'certain',
  alternatives: [],
  evidence: [],
  permission: 'denied',
  error: '',
};
/** Stands for the order as it came. */
const IT = Symbol();

/** An order, and who hears what of it. @type {[Effect, ...unknown[][]][]} */
const ORDERS = [
  [{ effect: 'read_permission', kind: 'camera' }, ['readings.read', IT]],
  [{ effect: 'watch_permission', kind: 'camera', poll_ms: 7 }, ['readings.watch', IT]],
  [{ effect: 'open', request: 1, kinds: ['microphone'], devices: [] }, ['streams.open', IT]],
  [{ effect: 'close', request: 1, kinds: ['microphone'] }, ['streams.close', IT]],
  [{ effect: 'enable', kinds: ['camera'], on: false }, ['streams.enable', IT]],
  [{ effect: 'set_timer', timer: 'steady', ms: 5 }, ['timers.set', 'steady', 5]],
  [{ effect: 'cancel_timer', timer: 'steady' }, ['timers.cancel', 'steady']],
  [{ effect: 'watch_level', on: true, behind_mute: false }, ['level.watch', true, false]],
  [{ effect: 'watch_frames', on: true }, ['frames.watch', true]],
  [{ effect: 'resume_audio' }, ['level.resume'], ['outputs.resume']],
  [{ effect: 'media_session', on: true, microphone: true, camera: false }, ['buttons.set', IT]],
  [{ effect: 'wake_lock', on: true }, ['wakeLock.hold', true]],
  [{ effect: 'remember', kind: 'camera', asked: true, dismissals: 1, ignores: 2 }, ['memory.remember', IT]],
  [{ effect: 'request_notifications' }, ['askForNotifications']],
  [{ effect: 'recover', request: 3, kinds: ['microphone'] }, ['recovery.expect', IT]],
  [{ effect: 'open_chat' }, ['chat.open', IT]],
  [{ effect: 'close_chat' }, ['page.closeChat', IT]],
  [{ effect: 'announce', title: 'in_call', urgency: 'polite' }, ['page.announce', 'in_call', 'polite']],
  [{ effect: 'tell_host', event: 'verdict', detail: DETAIL }, ['host.tell', IT]],
  [{ effect: 'log', kind: 'microphone', detail: DETAIL }, ['owner.verdict', IT]],
];

for (const [order, ...heard] of ORDERS) {
  test(`${order.effect} is obeyed`, () => {
    const { log, perform } = obeyers();
    perform(order);
    assert.deepEqual(
      log,
      heard.map((call) => call.map((each) => (each === IT ? order : each))),
    );
  });
}

test('what the browser itself does is asked of the window', async () => {
  /** @type {unknown[][]} */
  const asked = [];
  const link = { href: '', rel: '', click: () => void asked.push(['follow', link.href]) };
  const window = /** @type {Window} */ (
    /** @type {unknown} */ ({
      document: { createElement: () => link },
      location: { href: 'https://voice.example/a', reload: () => void asked.push(['reload']) },
      navigator: {
        clipboard: { writeText: async (/** @type {string} */ text) => void asked.push(['copy', text]) },
      },
      open: (/** @type {unknown[]} */ ...given) => void asked.push(['open', ...given]),
    })
  );
  const life = new AbortController();
  const { log, perform } = obeyers({ window, signal: life.signal });
  perform({ effect: 'open_tab' });
  perform({ effect: 'reload' });
  perform({ effect: 'open_link', url: 'ms-settings:privacy-microphone' });
  perform({ effect: 'leave_app', way: 'safari' });
  perform({ effect: 'copy', text: '' });
  await settle();
  life.abort();
  perform({ effect: 'copy', text: 'chrome://settings' });
  await settle();
  assert.deepEqual(asked, [
    ['open', 'https://voice.example/a', '_blank', 'noopener'],
    ['reload'],
    ['follow', 'ms-settings:privacy-microphone'],
    ['follow', 'x-safari-https://voice.example/a'],
    ['copy', 'https://voice.example/a'],
    ['copy', 'chrome://settings'],
  ]);
  assert.deepEqual(log, [['page.copied', true]], 'whoever has left hears nothing of it');
});

test('the table has an entry for every effect, and no other', () => {
  assert.deepEqual(Object.keys(obeyers().table).sort(), wordsOf('EffectName').sort());
});
