// Reads the server's settings from the environment, or says in one sentence what is wrong with them. A variable that is set but empty is an
// error: its value was lost on the way, and starting without it would open a door or lose messages.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { CannotStart } from './chat/cannot-start.js';

/** @param {NodeJS.ProcessEnv} env @param {string} usual  The database file if none is named. */
export function readSettings({ PORT = '8080', CHAT_DB, CHAT_REDIS, CHAT_ORIGINS, CHAT_LIMITS = '{}', OPERATOR_TOKEN }, usual) {
  if (!/^\d{1,5}$/.test(PORT) || Number(PORT) > 65535) throw new CannotStart(`PORT must be a number from 0 to 65535, not "${PORT}".`);
  if (CHAT_DB?.trim() === '') throw new CannotStart('CHAT_DB is empty: set it to a file, or to :memory: to keep transcripts in memory only, or unset it.');
  if (CHAT_REDIS?.trim() === '') throw new CannotStart('CHAT_REDIS is empty: set it to an address such as redis://127.0.0.1:6379, or unset it.');
  if (CHAT_ORIGINS?.trim() === '') throw new CannotStart('CHAT_ORIGINS is empty: set it to origins such as https://shop.example, separated by commas, or unset it.');
  return {
    port: Number(PORT),
    chat: {
      file: CHAT_DB ?? (CHAT_REDIS === undefined ? makeRoomFor(usual) : undefined),
      redis: CHAT_REDIS,
      origins: CHAT_ORIGINS?.split(','),
      limits: readLimits(CHAT_LIMITS),
      operatorToken: OPERATOR_TOKEN,
    },
  };
}

/** Creates the folder of the usual file. The folder of a named file is never created: it may be a disk that is not mounted yet. @param {string} file */
function makeRoomFor(file) {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return file;
  } catch (error) {
    throw new CannotStart(`${file} cannot be created (${/** @type {Error} */ (error).message}): set CHAT_DB to another file.`);
  }
}

/** @param {string} text @returns {import('./chat/open-chat.js').ChatOptions['limits']} */
function readLimits(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new CannotStart('CHAT_LIMITS must be JSON, such as {"connections":500}.');
  }
}
