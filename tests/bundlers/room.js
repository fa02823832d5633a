// The folder in which bundlers work: their packages, ours as npm packs it, and a site for each. script/setup installs the bundlers there.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { basename, delimiter, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { firstMatch, start, stop } from '../browser/drivers/children.js';
import { until } from '../browser/drivers/until.js';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LOOPBACK = '127.0.0.1';
const ROOM = join(ROOT, 'build/bundlers');
/** Only where Node is too old for the bundlers. */
const NEWER_NODE = [`node-linux-${process.arch}/bin`, '.bin'].map((folder) =>
  join(ROOM, 'newer-node/node_modules', folder),
);

const env = {
  ...process.env,
  PATH: [...NEWER_NODE, process.env.PATH].join(delimiter),
  NO_COLOR: '1',
  NEXT_TELEMETRY_DISABLED: '1',
};

/** @param {string} folder @param {string[]} args */
const npm = (folder, ...args) =>
  execFileSync('npm', ['--offline', '--ignore-scripts', '--loglevel=error', ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** The package as it would be published. */
let tarball = '';

export function packEarshot() {
  if (!existsSync(join(ROOM, 'node_modules')))
    throw new Error('build/bundlers is missing: script/test bundlers installs it');
  tarball = npm(ROOT, 'pack', '--pack-destination', ROOM).trim();
  rmSync(join(ROOM, '.parcel-cache'), { recursive: true, force: true }); // Parcel does not look whether a package has changed
}

/** Fails with what the tool says. @param {string} tool @param {string[]} options */
export function checkPackage(tool, ...options) {
  const { status, stdout, stderr } = spawnSync(
    join(ROOM, 'node_modules/.bin', tool),
    [join(ROOM, tarball), ...options],
    { env, encoding: 'utf8' },
  );
  assert.equal(status, 0, stdout + stderr);
}

/** The version of an installed package. @param {string} name @returns {string} */
export const versionOf = (name) =>
  JSON.parse(readFileSync(join(ROOM, 'node_modules', name, 'package.json'), 'utf8')).version;

/** @type {(() => unknown)[]} */
const closing = [];

export async function closeServers() {
  for (const close of closing.splice(0)) await close();
}

/** A site as it stands in tests/bundlers, with the package installed, and the scripts of its package.json.
 * @param {string} name @param {{ as?: string, bin?: string }} [options]  `as`: in another folder. `bin`: with another program. */
export function createSite(name, { as = name, bin } = {}) {
  const folder = join(ROOM, as);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(ROOT, 'tests/bundlers', name), folder, { recursive: true });

  if (bin) {
    const scripts = readFileSync(join(folder, 'package.json'), 'utf8');
    writeFileSync(join(folder, 'package.json'), scripts.replaceAll(`: "${name}`, `: "node ${bin}`));
  }
  npm(folder, 'install', '--no-audit', '--no-fund', `../${tarball}`);

  return {
    folder,
    /** @param {string} script @param {string[]} options */
    run: (script, ...options) => npm(folder, 'run', script, '--', ...options),
    /** A server of the bundler's own. Answers with its address. @param {string} script @param {string} host  What it calls the option that says where. */
    async serve(script, host) {
      const port = await freePort(); // Parcel chooses none by itself
      const command = `npm run ${script} -- ${host} ${LOOPBACK} --port ${port} 2>&1`;
      const child = start('sh', ['-c', command], { cwd: folder, env, stdio: ['ignore', 'pipe', 'ignore'] });
      closing.push(() => stop(child));
      const origin = `http://${LOOPBACK}:${port}`;
      await firstMatch(
        child,
        /** @type {import('node:stream').Readable} */ (child.stdout),
        new RegExp(origin),
      );
      const answers = () =>
        fetch(origin).then(
          () => true,
          () => false,
        );
      await until(answers, { what: `${origin} to answer` }); // Parcel says so before it listens
      return origin;
    },
  };
}

/** @param {import('node:net').Server} server @returns {Promise<number>} Its port. */
async function listen(server) {
  await new Promise((done) => server.listen(0, LOOPBACK, () => done(undefined)));
  return /** @type {import('node:net').AddressInfo} */ (server.address()).port;
}

async function freePort() {
  const server = net.createServer();
  const port = await listen(server);
  await new Promise((done) => server.close(done));
  return port;
}

/** @type {Record<string, string>} */
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.wasm': 'application/wasm' };

/** Serves what was built. @param {string} folder @param {Record<string, string>} [headers] */
export async function serveFolder(folder, headers = {}) {
  const server = http.createServer(({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://site');
    const file = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/json', ...headers });
    response.end(readFileSync(file));
  });
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://${LOOPBACK}:${await listen(server)}`;
}

/** The files in these folders that say where they were built. @param {string[]} folders */
export const tellTales = (...folders) =>
  folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true }).map((file) => ({
        file: join(file.parentPath ?? file.path, file.name),
        is: file.isFile(),
      })),
    )
    .filter(({ file, is }) => is && readFileSync(file, 'latin1').includes(ROOT.slice(0, -1)))
    .map(({ file }) => basename(file));
