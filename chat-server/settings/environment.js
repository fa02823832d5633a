// Reads the settings from the environment, or says in one sentence which is wrong and what to do. A variable
// that is set but empty is an error: its value was lost on the way, and starting without it would open a door
// or lose messages.
import { isIP } from 'node:net';
import { CannotStart } from './cannot-start.js';
import { readLimits } from './limits.js';
import { checkOrigins, checkProxies } from './settings.js';

/** The variables, and the end of the sentence where one is empty. */
const EMPTY = {
  PORT: 'set it to a number from 0 to 65535, or unset it',
  CHAT_HOST: 'set it to an address of this machine such as 127.0.0.1, or unset it',
  CHAT_NAMES: 'set it to names such as chat.example, separated by commas, or unset it',
  CHAT_DB: 'set it to a file, or to :memory: to keep transcripts in memory only, or unset it',
  CHAT_REDIS: 'set it to an address such as redis://127.0.0.1:6379, or unset it',
  CHAT_ORIGINS: 'set it to origins such as https://shop.example, separated by commas, or unset it',
  CHAT_PROXIES: 'set it to addresses such as 10.0.0.2, separated by commas, or unset it',
  CHAT_SCRIPT: 'set it to a JavaScript file that exports `script`, or unset it',
  CHAT_LIMITS: 'set it to JSON such as {"connections":500}, or unset it',
};
const NAME = /^([a-z0-9-]+\.)*[a-z0-9-]+$|^\[[0-9a-f:.]+\]$/i;

/** @param {NodeJS.ProcessEnv} env @param {string} usual  The database file if no store is named. */
export function readEnvironment(env, usual) {
  for (const [name, fix] of Object.entries(EMPTY)) {
    if (env[name]?.trim() === '') throw new CannotStart(`${name} is empty: ${fix}.`);
  }
  const {
    PORT,
    CHAT_HOST,
    CHAT_NAMES,
    CHAT_DB,
    CHAT_REDIS,
    CHAT_ORIGINS,
    CHAT_PROXIES,
    CHAT_SCRIPT,
    CHAT_LIMITS,
    OPERATOR_TOKEN,
  } = env;
  return {
    port: portOf(PORT),
    host: hostOf(CHAT_HOST),
    names: checkNames(listOf(CHAT_NAMES)),
    scriptFile: CHAT_SCRIPT,
    chat: {
      file: CHAT_DB ?? (CHAT_REDIS === undefined ? usual : undefined),
      redis: CHAT_REDIS,
      origins: checkOrigins(listOf(CHAT_ORIGINS), 'CHAT_ORIGINS'),
      proxies: checkProxies(listOf(CHAT_PROXIES), 'CHAT_PROXIES'),
      limits: limitsOf(CHAT_LIMITS),
      operatorToken: OPERATOR_TOKEN,
    },
  };
}

function portOf(text = '8080') {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65535) return Number(text);
  throw new CannotStart(`PORT must be a number from 0 to 65535, not "${text}".`);
}

function hostOf(text = '127.0.0.1') {
  if (isIP(text)) return text;
  const fix = 'an address such as 127.0.0.1, or 0.0.0.0 for all of this machine';
  throw new CannotStart(`CHAT_HOST must be ${fix}, not "${text}".`);
}

/** @param {string} [text] */
const listOf = (text) => (text === undefined ? [] : text.split(',').map((each) => each.trim()));

/** @param {string[]} names */
function checkNames(names) {
  const wrong = names.find((name) => !NAME.test(name));
  if (wrong === undefined) return names;
  const fix = 'write names only, without https:// and port, such as chat.example';
  throw new CannotStart(`CHAT_NAMES holds "${wrong}": ${fix}.`);
}

/** @param {string | undefined} text */
function limitsOf(text = '{}') {
  /** @type {unknown} */
  let given;
  try {
    given = JSON.parse(text);
  } catch {
    throw new CannotStart('CHAT_LIMITS must be JSON, such as {"connections":500}.');
  }
  return readLimits(given, 'CHAT_LIMITS');
}
