// What others check of a package before they trust it. Both tools know rules that no bundler says aloud.
import { before, test } from 'node:test';
import { checkPackage, packEarshot } from './room.js';

before(packEarshot);

test('publint finds nothing', () => checkPackage('publint', '--strict'));

// There is no CommonJS of it, and nobody asks for the types of a binary.
test('are the types wrong? No', () =>
  checkPackage('attw', '--profile', 'esm-only', '--exclude-entrypoints', 'core.wasm'));
