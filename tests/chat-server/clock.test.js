// The machine's clock is set while the server runs, or is wrong when it starts. People read its times; nothing else depends on it.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HELLO, listen, post, visit } from './guest.js';
import { watchList } from './person.js';
import { killAll, startServer } from './server-process.js';
import { startRedis } from './redis-under-test.js';

const HOUR = 3600 * 1000;
const MONTH = 30 * 24 * HOUR;
const preload = fileURLToPath(new URL('preload/clock.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'earshot-clock-'));
/** @type {Awaited<ReturnType<typeof startRedis>>} */
let redis;
before(async () => void (redis = await startRedis()));
after(async () => {
  await killAll();
  await redis?.stop();
  rmSync(folder, { recursive: true });
});

/** @param {NodeJS.ProcessEnv} [env] */
async function start(env) {
  const server = await startServer(env, { preload });
  const setClock = async () => {
    server.signal('SIGUSR2');
    await server.says('the clock was set');
  };
  return { ...server, setClock };
}

test('the clock is set back by an hour: nobody waits, neither with a message, nor at the door, nor on either way', async () => {
  const server = await start({ EARSHOT_CLOCK_JUMP_MS: String(-HOUR) });
  const guest = await visit(server);
  guest.say('v-0', 'hello');
  const early = await guest.until(({ type, id }) => type === 'ack' && id === 'v-0');
  await server.setClock();
  for (let n = 1; n < 5; n += 1) guest.say(`v-${n}`, 'hello');
  const late = await Promise.race([
    guest.until('refused'),
    guest.until(({ type, id }) => type === 'ack' && id === 'v-4'),
  ]);
  assert.equal(late.type, 'ack', JSON.stringify(late));
  assert.ok(late.at < early.at, 'people read the clock as it is');

  const {
    frames: [welcome, ack],
  } = await post(server, { frames: [HELLO, { type: 'message', id: 'v-1', text: 'hello' }] });
  assert.deepEqual([welcome?.type, ack?.type], ['welcome', 'ack']);
  const again = await visit(server, { ...guest.key, after: 0 });
  await again.until(({ seq, type }) => type === 'message' && seq === again.welcome.seq);
  assert.deepEqual(
    again.inbox
      .messages()
      .filter(({ from }) => from === 'visitor')
      .map(({ id }) => id),
    ['v-0', 'v-1', 'v-2', 'v-3', 'v-4'],
    'the order is that of writing',
  );
  await server.stop();
});

test('the clock is set on by a month: whoever may write too fast may not write faster for it', async () => {
  const server = await start({
    EARSHOT_CLOCK_JUMP_MS: String(MONTH),
    CHAT_LIMITS: JSON.stringify({ messages: { burst: 3, perSecond: 0.001, pause: 1 } }),
  });
  const guest = await visit(server);
  for (let n = 0; n < 3; n += 1) guest.say(`v-${n}`, 'hello');
  await guest.until(({ type, id }) => type === 'ack' && id === 'v-2');
  await server.setClock();
  guest.say('v-3', 'hello');
  const answer = await Promise.race([
    guest.until('refused'),
    guest.until(({ type, id }) => type === 'ack' && id === 'v-3'),
  ]);
  assert.equal(answer.type, 'refused');
  await server.stop();
});

test('a server counts the minutes in which it runs', { timeout: 30_000 }, async () => {
  const server = await startServer(
    { CHAT_REDIS: redis.url },
    { preload: fileURLToPath(new URL('preload/hurry.js', import.meta.url)) },
  );
  const counted = () =>
    Number(
      execFileSync('redis-cli', ['-p', String(redis.port), 'get', 'chat:{sessions}:lived'], {
        encoding: 'utf8',
      }),
    );
  while (counted() < 60_000 * 1000) await new Promise((resolve) => setTimeout(resolve, 20));
  await server.stop();
});

for (const [name, place] of /** @type {[string, () => NodeJS.ProcessEnv][]} */ ([
  ['SQLite', () => ({ CHAT_DB: join(folder, 'list.db') })],
  ['Redis', () => ({ CHAT_REDIS: redis.url })],
])) {
  test(`${name}: the clock is set back by an hour: on the operators' list the last heard of is still first`, async () => {
    const server = await start({ ...place(), EARSHOT_CLOCK_JUMP_MS: String(-HOUR) });
    const before = await visit(server);
    await server.setClock();
    const since = await visit(server);
    const list = await watchList(server);
    const { sessions } = await list.until('sessions');
    assert.deepEqual(sessions.map((/** @type {any} */ { id }) => id).slice(0, 2), [
      since.key.session,
      before.key.session,
    ]);
    before.say('v-1', 'hello'); // and who writes comes first again
    await list.until((frame) => frame.type === 'sessions' && frame.sessions[0].id === before.key.session);
    list.leave();
    await server.stop();
  });

  test(`${name}: a server starts with a clock that is a month ahead, and opens the list: every transcript is there, then and afterwards`, async () => {
    const env = { ...place(), ...(name === 'SQLite' && { CHAT_DB: join(folder, 'month.db') }) };
    const right = await start(env);
    const guest = await visit(right);
    guest.say('v-1', 'hello');
    await guest.until('ack');
    await right.stop();
    const wrong = await start({ ...env, EARSHOT_CLOCK_MS: String(MONTH) });
    const list = await watchList(wrong);
    await list.until(({ sessions }) =>
      sessions?.some((/** @type {any} */ { id }) => id === guest.key.session),
    );
    list.leave();
    await wrong.stop();
    const rightAgain = await start(env);
    const ear = await listen(rightAgain, guest.key, 0);
    await ear.until(({ id }) => id === 'v-1');
    ear.leave();
    const listAgain = await watchList(rightAgain);
    await listAgain.until(({ sessions }) =>
      sessions?.some((/** @type {any} */ { id }) => id === guest.key.session),
    );
    listAgain.leave();
    await rightAgain.stop();
  });
}
