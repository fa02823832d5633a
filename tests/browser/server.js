// The test's own web server, on the loopback address alone: what was built, the pages of tests/pages with the headers
// that their folder asks for, axe-core, and the reference server's chat, whose script echoes: one more for every folder that a page asks for /chat.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import net from 'node:net';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openChat } from '../../chat-server/index.js';
import { withoutLimits } from '../chat/without-limits.js';
import { createFaults } from './faults.js';
import { createForms } from './forms.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
};
// The same build with a part of it missing. The script looks for its files beside itself.
/** @type {Record<string, RegExp>} */
const BROKEN = {
  'dist-without-wasm': /\.wasm$/,
  'dist-without-core': /earshot-core/,
  'dist-of-two-builds': /\.wasm$/,
};
/** What an earlier build left there: a core that would run, and is not the one that the script was built with. */
const OTHER_BUILD = /^\/dist-of-two-builds\/earshot-core-js\.js$/;
/** The same build, whose core is on its way until the test lets it come. */
const SLOW = 'dist-slow';

/** The same build, which a browser may keep for an hour, as servers of a site let it. */
const KEPT = 'dist-kept';

/** The file that a path stands for. @param {string} path */
function fileFor(path) {
  if (path === '/axe.js') return AXE;
  const [, top = '', ...rest] = normalize(path).split('/');
  const below = rest.join('/');
  const broken = BROKEN[top];
  if (broken) return broken.test(below) ? undefined : join(ROOT, 'dist', below);
  if (top === 'dist' || top === SLOW || top === KEPT) return join(ROOT, 'dist', below);
  if (top === 'pages') return join(ROOT, 'tests/pages', below.endsWith('/') ? `${below}index.html` : below);
  return undefined;
}

/** The folder whose chat it is, as in /psychiatry/chat; undefined: it is not for a chat. @param {http.IncomingMessage} request */
const folderOf = ({ url = '' }) => /^([^?]*)\/chat(?=[/?]|$)/.exec(url)?.[1];

/** @param {string} file */
const hashOf = (file) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(join(ROOT, file)))
    .digest('base64')}`;

/** A page whose policy knows scripts by their hashes says {{hashes}}, and its tags which. @param {string} text */
function withHashes(text) {
  if (!/\{\{(hashes|integrity|witness)\}\}/.test(text)) return text;
  const witness = hashOf('tests/pages/witness.js');
  const listed = readFileSync(join(ROOT, 'dist/script-src.txt'), 'utf8').trim();
  return text
    .replaceAll('{{hashes}}', `'${witness}' ${listed}`)
    .replaceAll('{{integrity}}', hashOf('dist/earshot.js'))
    .replaceAll('{{witness}}', witness);
}

/** A proxied request names a whole address. @param {http.IncomingMessage} request */
const plainAddress = (request) => void (request.url = request.url?.replace(/^\w+:\/\/[^/]+/, ''));

export async function startServer() {
  let port = 0;
  /** @type {Map<string, ReturnType<typeof openOne>>} */
  const chats = new Map();
  /** @type {Set<string>} */
  const away = new Set();

  async function openOne() {
    /** @type {string[]} */
    const heard = [];
    const chat = await openChat({
      file: ':memory:',
      origins: ['null'], // a page in a sandbox
      limits: withoutLimits(1e6),
      script: {
        name: 'Echo',
        greeting: 'Hello from the test.',
        thinkingMs: 0,
        reply: (text) => (heard.push(text), `You wrote: ${text}`),
      },
    });
    return Object.assign(chat, { heard, asked: 0 });
  }

  /** The chat of a folder. @param {string} folder */
  function chatIn(folder) {
    const chat = chats.get(folder) ?? openOne();
    chats.set(folder, chat);
    return chat;
  }

  /** @param {string} folder @param {http.IncomingMessage} request */
  async function knock(folder, request) {
    const chat = await chatIn(folder);
    request.url = request.url?.slice(folder.length);
    chat.asked += 1;
    return chat;
  }
  const faults = createFaults();
  const forms = createForms();
  /** @type {string[]} */
  const asked = [];
  /** Answers that wait. @type {(() => void)[]} */
  const waiting = [];
  let held = false;
  const server = http.createServer(async (request, response) => {
    plainAddress(request);
    const folder = folderOf(request);
    if (folder !== undefined && away.has(folder)) return void request.socket.destroy();
    if (request.url === '/form') return void forms.take(request, response);
    if (request.url?.startsWith('/moved/'))
      return void response.writeHead(308, { location: request.url.replace('/moved', '') }).end();
    if (folder !== undefined && (await knock(folder, request)).serve(request, response)) return;
    const { pathname, search } = new URL(request.url ?? '/', 'http://any');
    asked.push(pathname);
    if (faults.serve(pathname, response, TYPES[extname(pathname)] ?? 'application/octet-stream')) return;
    const file = fileFor(pathname);
    if (!file || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end('Not found');
      return;
    }
    /** @type {Record<string, string>} */
    const headers = {
      'cache-control': pathname.startsWith(`/${KEPT}/`) ? 'max-age=3600' : 'no-store',
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    };
    if (pathname.startsWith('/dist/')) headers['access-control-allow-origin'] = '*'; // a page without an origin is a stranger even at home
    const own = join(dirname(file), 'headers.json');
    if (file.endsWith('.html') && existsSync(own))
      Object.assign(headers, JSON.parse(withHashes(readFileSync(own, 'utf8'))));
    const [, fault, whose] = /^\?(\w+)\/(.+)$/.exec(search) ?? [];
    if (fault && whose && pathname === '/pages/faulty/')
      Object.assign(headers, faults.policyOf(fault, whose, `http://${request.headers.host}`));
    response.writeHead(200, headers);
    // A page that frames another site says {{other}}: the same server under its other loopback name.
    const other = `http://${request.headers.host?.startsWith('127.') ? 'localhost' : '127.0.0.1'}:${port}`;
    const text = () => readFileSync(file, 'utf8');
    const content = () => {
      if (OTHER_BUILD.test(pathname)) return `${text()}\n`;
      return file.endsWith('.html') ? withHashes(text()).replaceAll('{{other}}', other) : readFileSync(file);
    };
    const answer = () => response.end(content());
    if (held && pathname.startsWith(`/${SLOW}/earshot-core`)) waiting.push(answer);
    else answer();
  });

  /** @type {Map<import('node:stream').Duplex, string>} */
  const pipes = new Map();
  server.on('upgrade', async (request, socket, head) => {
    socket.on('error', () => {});
    plainAddress(request);
    const folder = folderOf(request);
    if (folder === undefined || away.has(folder)) return void socket.destroy();
    pipes.set(socket, folder);
    socket.on('close', () => pipes.delete(socket));
    (await knock(folder, request)).upgrade(request, socket, head);
  });
  // WebKitGTK reaches names outside of the loopback only through a proxy: this one leads every name back here.
  server.on('connect', (_request, socket) => {
    const back = net.connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      back.pipe(socket).pipe(back);
    });
    back.on('error', () => socket.destroy());
    socket.on('error', () => back.destroy());
  });

  await new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(undefined)));
  port = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
  let sites = 0;
  return {
    port,
    /** A site that this browser has never seen: no decision, grace period or count of dismissals is left from before.
     * WebKitGTK keeps nothing per site, and knows only the plain name.
     * @param {import('./drivers/engine.js').EngineName} engine */
    newSite: (engine) =>
      engine === 'webkitgtk' ? `http://localhost:${port}` : `http://site${(sites += 1)}.localhost:${port}`,
    origin: `http://127.0.0.1:${port}`,
    /** The chat of a folder cannot be reached, as without a network; and then all of them can again. @param {boolean} gone */
    cutChat(gone, folder = '') {
      if (!gone) return away.clear();
      away.add(folder);
      for (const [pipe, whose] of pipes) if (whose === folder) pipe.destroy();
    },
    chatIn,
    forms,
    /** Every path so far. */
    asked,
    /** On tests/pages/faulty: every file is right from now on, or wrong again. */
    mend: faults.mend,
    /** The core of `dist-slow` is kept on its way, and arrives. @param {boolean} hold */
    holdCore(hold) {
      held = hold;
      if (!hold) for (const answer of waiting.splice(0)) answer();
    },
    async close() {
      for (const pipe of pipes.keys()) pipe.destroy();
      server.closeAllConnections();
      for (const chat of chats.values()) await (await chat).close();
      await new Promise((closed) => server.close(closed));
    },
  };
}
