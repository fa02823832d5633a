// How many bytes travel. Compressed by Debian's own gzip and brotli, since every Node brings another zlib: these two
// give the same bytes whichever Node runs the tests.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} command @param {string[]} options @param {Buffer} bytes @returns {number | null} null: not installed. */
function compressed(command, options, bytes) {
  try {
    return execFileSync(command, options, { input: bytes, maxBuffer: 1 << 26 }).length;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return null;
    throw error;
  }
}

/** @param {string} file */
export function sizesOf(file) {
  const bytes = readFileSync(file);
  return {
    raw: bytes.length,
    gzip: compressed('gzip', ['-9', '--no-name', '--stdout'], bytes),
    brotli: compressed('brotli', ['--quality=11', '--lgwin=22', '--stdout'], bytes),
  };
}

/** What is served as it is, sorted: not the hashes, the types, or the modules that only bundlers read. @param {string} folder */
export function shippedFiles(folder) {
  return /** @type {string[]} */ (readdirSync(folder, { recursive: true }))
    .filter(
      (file) => /\.(js|mjs|wasm|json)$/.test(file) && !/^(types|npm\b.*\.mjs$|texts.*\.mjs$)/.test(file),
    )
    .sort()
    .map((file) => join(folder, file));
}
