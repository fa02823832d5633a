// Who may know what. The design is only as good as these.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

/** @type {{ folder: string, never: RegExp, except?: string[], because: string }[]} */
const RULES = [
  {
    folder: 'wasm/core',
    never: /emscripten|nlohmann|<chrono>|<ctime>/i,
    because: 'the core builds without a browser, knows no JSON and has no clock',
  },
  {
    folder: 'wasm/core/values',
    never: /#include "core\/(decide|show|reduce)/,
    because: 'values know nobody',
  },
  {
    folder: 'wasm/core/decide',
    never: /#include "core\/(show|reduce)/,
    because: 'what is decided does not depend on what is shown of it',
  },
  {
    folder: 'wasm/core',
    never: /#include "(boundary|model|tool)\//,
    because: 'the core knows nobody around it',
  },
  {
    folder: 'wasm/boundary',
    never: /#include "(model|tool)\//,
    because: 'pages are not checked by the checker of models',
  },
  { folder: 'wasm/model', never: /#include "tool\//, because: 'the command line is on top' },
  {
    folder: 'wasm',
    never: /#include\s*<emscripten/,
    except: ['boundary/bindings.cpp', 'boundary/embind_types.cpp'],
    because: 'only the bindings know Emscripten',
  },
  {
    folder: 'js-glue',
    never: /NotAllowed|NotFound|NotReadable/,
    except: ['effects/outputs.js'],
    because: "what an error means is for the core to say; play() has one that is no other's",
  },
  { folder: 'js-glue', never: /\.\.\/widget\//, because: 'the glue draws nothing and registers nothing' },
  { folder: 'js-glue/facts', never: /getUserMedia|\.\.\/effects/, because: 'looking never raises a prompt' },
  {
    folder: 'js-glue',
    never: /getUserMedia\(/,
    except: ['effects/streams.js'],
    because: 'one place asks for media',
  },
  { folder: 'widget', never: /\bnavigator\b/, because: 'the widget draws' },
  {
    folder: 'widget',
    never: /^(?:import|export|\} from)[^\n]*'[^'\n]*js-glue\/(?!unclobbered|listen|tried|clock|own-json)/m,
    except: ['chat/chat.js', 'define.js', 'help/help.js', 'live.js', 'script-tag.js'],
    because:
      'the element knows the glue by its types, and how to read a page that is not as browsers made it',
  },
  {
    folder: 'widget',
    never: /innerHTML|outerHTML|insertAdjacentHTML|setAttribute\('style'|createElement\('style'/,
    because: 'it must work under the strictest Content Security Policy',
  },
  {
    folder: 'demo-site',
    never: /chat-server\/(?!index\.js|README)|from '(?:ws|ioredis|node-sqlite3-wasm)'|WebSocketServer/,
    because: 'the chat server is a product of its own, and the demo its first user',
  },
];
const SHIPPED = ['js-glue', 'widget'];
/** Advice for sites, and a document that somebody else has read. */
const SAYS_DOCUMENT = [
  'owner/causes.js',
  'owner/misuse.js',
  'unclobbered.js',
  'chat/address.js',
  'chat/connection.js',
];
for (const folder of SHIPPED) {
  RULES.push(
    {
      folder,
      never: /\bdocument\??\.\w/,
      except: SAYS_DOCUMENT,
      because: 'markup can take the name of each of its members: see js-glue/unclobbered.js',
    },
    { folder, never: /' in (?:window|globalThis)\b/, because: 'markup can be called so' },
    { folder, never: /\beval\(|new Function\b/, because: 'no page need allow unsafe-eval for us' },
    {
      folder,
      never: /https?:\/\/(?!www\.w3\.org\/)/,
      because: 'nothing is asked of anybody but the host page and its chat',
    },
    {
      folder,
      never: /@ts-nocheck|@ts-ignore|export default/,
      because: 'every line is checked, and every export has its name',
    },
  );
}

for (const { folder, never, except = [], because } of RULES) {
  test(`${folder} ${never}: ${because}`, () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(m?js|hpp|cpp)$/.test(file),
    );
    assert.ok(files.length > 0);
    for (const file of files) {
      if (!except.includes(file))
        assert.doesNotMatch(readFileSync(`${folder}/${file}`, 'utf8'), never, `${folder}/${file}`);
    }
  });
}

test('chat-server can be taken out of here: it imports its own files, Node, and the packages of its package.json', () => {
  const { dependencies } = JSON.parse(readFileSync('chat-server/package.json', 'utf8'));
  const files = readdirSync('chat-server', { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.m?js$/.test(file) && !file.includes('node_modules'),
  );
  assert.ok(files.length > 0);
  for (const file of files) {
    const text = readFileSync(`chat-server/${file}`, 'utf8');
    const named = [
      ...text.matchAll(
        /(?:\bfrom |\bimport |\bimport\(|\bnew URL\(|createRequire\(import\.meta\.url\)\()'([^']+)'/g,
      ),
    ].map(([, to]) => to ?? '');
    for (const to of named) {
      const own = to.startsWith('.') && !join(dirname(file), to).startsWith('..');
      assert.ok(
        own || to.startsWith('node:') || to in dependencies || /^\w+\/$/.test(to),
        `chat-server/${file} imports ${to}`,
      );
    }
  }
});

test('chat-server has the packages that its tests ran with', () => {
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8'));
  const [own, root] = ['chat-server/package.json', 'package.json'].map(read);
  for (const [name, version] of Object.entries(own.dependencies))
    assert.equal(version, root.devDependencies[name], name);
  assert.deepEqual([own.engines, own.version, own.license], [root.engines, root.version, root.license]);
  const [
    {
      packages: { '': top, ...locked },
    },
    { packages },
  ] = ['chat-server/package-lock.json', 'package-lock.json'].map(read);
  assert.deepEqual(top.dependencies, own.dependencies);
  for (const [path, { version, integrity }] of Object.entries(locked)) {
    assert.deepEqual([version, integrity], [packages[path]?.version, packages[path]?.integrity], path);
  }
});
