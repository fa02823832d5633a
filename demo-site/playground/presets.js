// Visitors and their troubles, for looking at the cards of guidance. What is true of a browser is said as a fact; what its
// microphone answers is pretended. The core concludes the rest.
/** @import { Fact } from '../../js-glue/facts.js' */
/** @import { Engine } from '../../js-glue/words.js' */

/** @typedef {Extract<Fact, { fact: 'environment' }>} Environment */

/** @param {Partial<Environment>} said @returns {Environment} */
const environment = (said) => ({
  fact: 'environment',
  secure: true,
  media_devices: true,
  top_level: true,
  policy: { microphone: null, camera: null },
  engine: 'chromium',
  browser: 'chrome',
  version: 156,
  os: 'windows',
  os_version: 11,
  form: 'desktop',
  in_app: '',
  standalone: false,
  address_bar: 'shown',
  recovery: [],
  permissions_api: true,
  opaque_origin: false,
  notifications: true,
  ...said,
});
/** @type {Partial<Environment>} */
const ELEMENTS = { recovery: ['usermedia', 'microphone', 'camera'] };

/** @type {{ words: string, environment: Environment }[]} */
export const VISITORS = [
  { words: 'Chrome on Windows 11, with the browser’s own button', environment: environment(ELEMENTS) },
  {
    words: 'Chrome on Windows 10, an older version',
    environment: environment({ version: 140, os_version: 10 }),
  },
  { words: 'Chrome on a Mac', environment: environment({ ...ELEMENTS, os: 'macos', os_version: 26 }) },
  {
    words: 'Chrome on a Chromebook',
    environment: environment({ ...ELEMENTS, os: 'chromeos', os_version: 0 }),
  },
  {
    words: 'Chrome on Android',
    environment: environment({ ...ELEMENTS, os: 'android', os_version: 16, form: 'mobile' }),
  },
  { words: 'Edge on Windows 11', environment: environment({ version: 140, browser: 'edge' }) },
  { words: 'Opera on Windows 11', environment: environment({ version: 120, browser: 'opera' }) },
  {
    words: 'Vivaldi on Linux',
    environment: environment({ version: 7, browser: 'vivaldi', os: 'linux', os_version: 0 }),
  },
  {
    words: 'Samsung Internet',
    environment: environment({
      version: 29,
      browser: 'samsung',
      os: 'android',
      os_version: 16,
      form: 'mobile',
    }),
  },
  {
    words: 'Firefox on Windows 11',
    environment: environment({ engine: 'gecko', browser: 'firefox', version: 153 }),
  },
  {
    words: 'Firefox on Android',
    environment: environment({
      engine: 'gecko',
      browser: 'firefox',
      version: 153,
      os: 'android',
      os_version: 16,
      form: 'mobile',
    }),
  },
  {
    words: 'Safari on a Mac',
    environment: environment({
      engine: 'webkit',
      browser: 'safari',
      version: 26,
      os: 'macos',
      os_version: 26,
    }),
  },
  {
    words: 'Safari on an iPhone',
    environment: environment({
      engine: 'webkit',
      browser: 'safari',
      version: 26,
      os: 'ios',
      os_version: 26,
      form: 'mobile',
    }),
  },
  {
    words: 'Chrome on an iPhone',
    environment: environment({ engine: 'webkit', version: 140, os: 'ios', os_version: 26, form: 'mobile' }),
  },
  {
    words: 'Inside another app on Android',
    environment: environment({
      version: 140,
      os: 'android',
      os_version: 16,
      form: 'mobile',
      in_app: 'Instagram',
    }),
  },
];

/** What the pretended browser answers. `wait_ms`: a person was asked; what comes sooner, the browser said by itself.
 * @typedef {{ permission: PermissionState, after: PermissionState, name: string, message: string, wait_ms: number, microphones: number }} Answers */

/** @type {Answers} */
const DENIED = {
  permission: 'prompt',
  after: 'denied',
  name: 'NotAllowedError',
  message: 'Permission denied',
  wait_ms: 1200,
  microphones: 1,
};
/** Each engine has words of its own for a refusal. @type {Partial<Record<Engine, string>>} */
const REFUSALS = {
  gecko: 'The request is not allowed by the user agent or the platform in the current context.',
  webkit:
    'The request is not allowed by the user agent or the platform in the current context, possibly because the user denied permission.',
};

/** @type {{ words: string, answers: Answers }[]} */
export const TROUBLES = [
  {
    words: 'has blocked this site at an earlier visit',
    answers: { ...DENIED, permission: 'denied', wait_ms: 5 },
  },
  { words: 'refuses now', answers: DENIED },
  {
    words: 'closes the question without an answer',
    answers: { ...DENIED, after: 'prompt', message: 'Permission dismissed' },
  },
  {
    words: 'has a system that blocks the browser',
    answers: {
      ...DENIED,
      permission: 'granted',
      after: 'granted',
      message: 'Permission denied by system',
      wait_ms: 40,
    },
  },
  {
    words: 'has another program that uses the microphone',
    answers: {
      ...DENIED,
      permission: 'granted',
      after: 'granted',
      name: 'NotReadableError',
      message: 'Could not start audio source',
      wait_ms: 30,
    },
  },
  {
    words: 'has no microphone',
    answers: {
      ...DENIED,
      after: 'prompt',
      name: 'NotFoundError',
      message: 'Requested device not found',
      wait_ms: 10,
      microphones: 0,
    },
  },
];

/** @param {Answers} answers @param {Engine} engine @returns {Answers} */
export const inWordsOf = (answers, engine) =>
  answers.name === 'NotAllowedError' && REFUSALS[engine]
    ? { ...answers, message: /** @type {string} */ (REFUSALS[engine]) }
    : answers;

/** @type {[tag: string, words: string][]} */
export const LANGUAGES = [
  ['en', 'English'],
  ['ar', 'العربية (right to left)'],
  ['de', 'Deutsch'],
  ['es', 'Español'],
  ['fr', 'Français'],
  ['hi', 'हिन्दी'],
  ['it', 'Italiano'],
  ['ja', '日本語'],
  ['pt-BR', 'Português (Brasil)'],
  ['zh-Hans', '简体中文'],
];
