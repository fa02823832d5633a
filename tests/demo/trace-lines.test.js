import { test } from 'node:test';
import assert from 'node:assert/strict';
import { EXAMPLES } from '../../demo-site/playground/facts.js';
import { readTrace } from '../../demo-site/playground/trace-lines.js';

test('a pasted trace gives its facts in order, without the times of the other run', () => {
  const { config, facts, remarks } = readTrace(
    [
      '{"config":{"media":["microphone"]}}',
      '',
      '{"t":12,"fact":"pressed","action":"orb"}',
      '{"t":12,"effects":[]}',
      '{"expect":{"view":{"orb":"asking"}}}',
      '{"t":90,"fact":"timer_fired","timer":"steady"}',
    ].join('\r\n'),
  );
  assert.deepEqual(config, { media: ['microphone'] });
  assert.deepEqual(facts, [
    { fact: 'pressed', action: 'orb' },
    { fact: 'timer_fired', timer: 'steady' },
  ]);
  assert.deepEqual(remarks, []);
});

test('what cannot be read is named with its line, and the rest is kept', () => {
  const { facts, remarks } = readTrace(
    '{"fact":"pressed"\n[1]\n{"advance":500}\n{"fact":"pressed","action":"end"}',
  );
  assert.deepEqual(facts, [{ fact: 'pressed', action: 'end' }]);
  assert.match(remarks[0] ?? '', /^Line 1 is not JSON: /);
  assert.equal(remarks[1], 'Line 2 is not JSON: an object in braces is expected.');
  assert.match(remarks[2] ?? '', /^Line 3: time cannot be moved on/);
});

test('the playground offers every fact there is', () => {
  const offered = [...new Set(EXAMPLES.map(({ fact }) => fact.fact))].sort();
  assert.deepEqual(offered, [
    'audio_context',
    'chat_changed',
    'devices_read',
    'environment',
    'frames',
    'host_failed',
    'level',
    'media_session',
    'network_tested',
    'notifications_answered',
    'output_changed',
    'page_changed',
    'permission_read',
    'pressed',
    'recovery_cancelled',
    'recovery_failed',
    'recovery_streamed',
    'remembered',
    'request_failed',
    'request_opened',
    'stream_attached',
    'stream_detached',
    'timer_fired',
    'track_ended',
    'track_muted',
    'track_stopped',
    'track_switched',
    'track_unmuted',
  ]);
});
