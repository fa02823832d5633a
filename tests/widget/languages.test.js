// Whose language the widget speaks.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { gallery } from './harness.js';
import { chooseTexts } from '../../widget/texts.js';

/** @type {Record<string, Record<string, string>>} */
const PACKS = {
  de: { orb: 'Los' },
  'pt-BR': { orb: 'Começar' },
  'zh-Hans': { orb: '开始' },
  ar: { orb: 'ابدأ' },
  es: { orb: 'Empezar' },
};

/** @param {string} language @param {string} page @param {string[]} visitor @param {Record<string, Record<string, string>>} [texts] */
const choose = (language, page, visitor, texts = {}) => {
  const {
    language: shown,
    direction,
    missing,
    texts: sentences,
  } = chooseTexts({ language, texts }, { page, visitor }, PACKS);
  return [shown, direction, missing, sentences.orb].join(' ');
};

/** @type {[string, string, string[], string][]} */
const CHOICES = [
  // configured, page, visitor, [shown, direction, missing, "Start"]
  ['', 'de', ['es'], 'de ltr  Los'],
  ['', 'de-AT', ['es'], 'de ltr  Los'],
  ['', 'en', ['es'], 'en ltr  Start'],
  ['', 'en-GB', ['es'], 'en ltr  Start'],
  ['', '', ['es-MX', 'de'], 'es ltr  Empezar'],
  ['auto', 'pl', ['pl-PL', 'de'], 'de ltr  Los'],
  ['', '', ['pl', 'cs'], 'en ltr  Start'],
  ['', '', [], 'en ltr  Start'],
  ['visitor', 'de', ['es'], 'es ltr  Empezar'],
  ['visitor', 'de', ['en-US', 'es'], 'en ltr  Start'],
  ['visitor', 'de', [], 'en ltr  Start'],
  ['de', 'es', ['es'], 'de ltr  Los'],
  ['nl', 'es', ['es'], 'en ltr  Start'],
  ['', 'pt', [], 'pt-BR ltr  Começar'],
  ['', 'pt-PT', [], 'pt-BR ltr  Começar'],
  ['', 'ar-EG', [], 'ar rtl  ابدأ'],
  ['', 'zh', [], 'zh-Hans ltr  开始'],
  ['', 'zh-CN', [], 'zh-Hans ltr  开始'],
  ['', 'zh-SG', [], 'zh-Hans ltr  开始'],
  ['', 'zh-Hans-HK', [], 'zh-Hans ltr  开始'],
  ['', 'zh-TW', ['zh-TW', 'de'], 'de ltr  Los'],
  ['visitor', '', ['zh-HK', 'en'], 'en ltr  Start'],
  ['visitor', '', ['zh-TW'], 'zh-Hans ltr  开始'],
  ['', '', ['fr-CA', 'de'], 'en ltr fr Start'], // English until the pack is here
];
for (const [language, page, visitor, expected] of CHOICES) {
  test(`configured "${language}", a page in "${page}", a visitor who reads ${visitor.join(', ') || 'nothing that we know'}: ${expected}`, () => {
    assert.equal(choose(language, page, visitor), expected);
  });
}

test('the site’s own sentences win key by key, the nearest tag first', () => {
  const texts = {
    de: { orb: 'Sprechen', end: 'Ende' },
    'DE-at': { orb: 'Reden' },
    en: { end: 'Finish', mute: 'Hush' },
  };
  const { texts: words, language } = chooseTexts(
    { language: 'de-AT', texts },
    { page: '', visitor: [] },
    PACKS,
  );
  assert.deepEqual(
    [language, words.orb, words.end, words.mute, words.unmute],
    ['de-AT', 'Reden', 'Ende', 'Hush', 'Unmute'],
  );
});

test('own sentences for the pack that was chosen count for its cousins too', () => {
  assert.equal(choose('', 'pt-PT', [], { 'pt-BR': { orb: 'Falar' } }), 'pt-PT ltr  Falar');
});

test('a language that only the site knows is spoken, in its direction', () => {
  assert.equal(choose('', 'he-IL', ['es'], { he: { orb: 'התחלה' } }), 'he-IL rtl  התחלה');
});

test('a pack that could not be fetched is not asked for again, and the words are English', () => {
  const { language, missing, texts } = chooseTexts(
    { language: 'fr', texts: {} },
    { page: '', visitor: [] },
    { fr: {} },
  );
  assert.deepEqual([language, missing, texts.orb], ['en', '', 'Start']);
});

const lab = gallery();
/** @template T @param {() => T | Promise<T>} run @returns {Promise<T>} */
const inPage = (run) => /** @type {Promise<T>} */ (lab.page.evaluate(run));

test('English is shown until the pack is here, then everything speaks the language, in its direction', async () => {
  await lab.open('view=blocked');
  const told = await inPage(async () => {
    const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
    const widget = /** @type {HTMLElement} */ (root.querySelector('.widget'));
    const state = () => [
      widget.lang,
      widget.dir,
      root.querySelector('.card .title')?.textContent,
      root.querySelector('.chat .title')?.textContent,
    ];
    /** @type {(pack: Record<string, string>) => void} */
    let arrive = () => {};
    /** @type {string[]} */
    const asked = [];
    earshot.loadPack = (language) => {
      asked.push(language);
      return new Promise((resolve) => (arrive = resolve));
    };
    earshot.page.applyConfig({ ...earshot.CONFIG, language: 'ar' });
    const before = state();
    arrive({ microphone_blocked: 'عنوان', label_chat: 'دردشة' });
    await new Promise((passed) => setTimeout(passed));
    return [asked, before, state()];
  });
  assert.deepEqual(told, [
    ['ar'],
    ['en', 'ltr', 'The microphone is blocked for this site. Here is how to turn it on.', 'Text chat'],
    ['ar', 'rtl', 'عنوان', 'دردشة'],
  ]);
});

test('a pack that arrives after the configuration changed speaks for the new one only', async () => {
  await lab.open('view=idle');
  const told = await inPage(async () => {
    const widget = /** @type {HTMLElement} */ (earshot.element.shadowRoot?.querySelector('.widget'));
    /** @type {((pack: Record<string, string>) => void)[]} */
    const arrive = [];
    earshot.loadPack = () => new Promise((resolve) => arrive.push(resolve));
    earshot.page.applyConfig({ ...earshot.CONFIG, language: 'de' });
    earshot.page.applyConfig({ ...earshot.CONFIG, language: 'en', theme: 'dark' });
    arrive[0]?.({ orb: 'Los' });
    await new Promise((passed) => setTimeout(passed));
    return [widget.lang, widget.dataset.theme];
  });
  assert.deepEqual(told, ['en', 'dark']);
});

test('what is said is said once: in the language that is read then, and never again when another pack arrives', async () => {
  await lab.open('view=blocked');
  const told = await inPage(async () => {
    const regions = [
      .../** @type {ShadowRoot} */ (earshot.element.shadowRoot).querySelectorAll('[aria-live]'),
    ];
    let writes = 0;
    const seen = new MutationObserver((records) => (writes += records.length));
    for (const region of regions)
      seen.observe(region, { childList: true, characterData: true, subtree: true });
    earshot.loadPack = async () => ({
      microphone_blocked: 'Gesperrt für {host}.',
      resuming: 'Kommt zurück.',
    });
    earshot.page.announce('microphone_blocked', 'assertive');
    earshot.page.applyConfig({ ...earshot.CONFIG, language: 'de' });
    await new Promise((passed) => setTimeout(passed));
    const first = regions.map((region) => `${region.getAttribute('lang')} ${region.textContent}`);
    seen.disconnect();
    const once = writes;
    earshot.page.announce('microphone_blocked', 'assertive');
    return [
      once,
      first[1],
      `${regions[1]?.getAttribute('lang')} ${regions[1]?.textContent}`.replace(location.host, 'HOST'),
    ];
  });
  assert.deepEqual(told, [
    1,
    'en The microphone is blocked for this site. Here is how to turn it on.',
    'de Gesperrt für HOST.',
  ]);
});

test('the words for a voice agent are those that the visitor reads', async () => {
  await lab.open();
  const told = await inPage(() => {
    const view = { ...earshot.VIEWS['blocked-every-site'], address: 'edge://x' };
    earshot.page.applyConfig({
      ...earshot.CONFIG,
      company: 'Fern',
      texts: { en: { microphone_blocked: '{company} needs the {device}.' } },
    });
    return [
      earshot.page.wordsOf(view),
      earshot.page.fill('Tell the visitor of {company}: in {browser}, {title} {hots}', view),
    ];
  });
  assert.deepEqual(told, [
    {
      title: 'Fern needs the microphone.',
      steps: [
        'Type edge://x into the address bar and press Enter.',
        'Allow the microphone for this site.',
        'Press Try again below.',
      ],
    },
    'Tell the visitor of Fern: in Edge, {title} {hots}',
  ]);
});

test('an address is selected as a whole, in its own direction, and is nothing but text', async () => {
  await lab.open();
  const told = await inPage(() => {
    earshot.render({ ...earshot.VIEWS['blocked-every-site'], address: 'edge://<b>settings</b>' });
    const address = /** @type {HTMLElement} */ (earshot.element.shadowRoot?.querySelector('.steps .address'));
    return [
      address.localName,
      address.dir,
      getComputedStyle(address).userSelect,
      address.textContent,
      address.childElementCount,
    ];
  });
  assert.deepEqual(told, ['bdi', 'ltr', 'all', 'edge://<b>settings</b>', 0]);
});

test('a button that copies says that it did, for two seconds, or what to do instead', async () => {
  await lab.open('view=blocked-every-site');
  const told = await inPage(async () => {
    const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
    const button = /** @type {HTMLElement} */ (root.querySelector('[data-action=copy_address]'));
    const said = () => [button.textContent, root.querySelector('[aria-live=polite]')?.textContent];
    button.click();
    earshot.page.copied(true);
    const worked = said();
    await new Promise((passed) => setTimeout(passed, 2100));
    const later = button.textContent;
    earshot.page.copied(false);
    return [earshot.facts, worked, later, said()];
  });
  const failed = 'Could not copy. Please select it and copy it yourself.';
  assert.deepEqual(told, [
    [{ fact: 'pressed', action: 'copy_address' }],
    ['Copied', 'Copied'],
    'Copy the address',
    [failed, failed],
  ]);
});

test('the site’s help page opens beside this one, and is not told where from', async () => {
  await lab.open('view=blocked-every-site');
  const link = await inPage(() => {
    const { href, rel, target, textContent } = /** @type {HTMLAnchorElement} */ (
      earshot.element.shadowRoot?.querySelector('[part=support]')
    );
    return { href, rel, target, textContent };
  });
  assert.deepEqual(link, {
    href: 'https://example.com/help',
    rel: 'noopener',
    target: '_blank',
    textContent: 'More help',
  });
  await inPage(() => earshot.render({ ...earshot.VIEWS.blocked, support: 'mailto:help@example.com' }));
  assert.equal(
    await inPage(() => earshot.element.shadowRoot?.querySelector('[part=support]')?.getAttribute('target')),
    null,
  );
});
