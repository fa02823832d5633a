// Wires the playground. Facts of the real browser flow through the same widget at the same time.
/** @import { Action, Config, Fact } from '../../widget/earshot.js' */
import { theWidget } from '../call/widget.js';
import { copyText } from '../clipboard.js';
import { byId, make } from './elements.js';
import { EXAMPLES } from './facts.js';
import { createGuidance } from './guidance.js';
import { createNow } from './now.js';
import { mirrorConsole } from './owner-console.js';
import { createRun } from './run.js';
import { parse, readTrace } from './trace-lines.js';

const widget = theWidget();
const ownerConsole = byId('console', HTMLElement);
mirrorConsole(ownerConsole);
const now = createNow((action) => widget.press(/** @type {Action} */ (action)));
const run = createRun();
/** @param {string} line @param {string} reply */
function follow(line, reply) {
  run.add(line, reply);
  now.show(JSON.parse(reply));
}
// The core may have been quicker than this module: what it said so far is in the trace, each fact before its answer.
const early = (widget.trace?.() ?? '').split('\n');
early.forEach((line, index) => line.includes('"fact"') && follow(line, early[index + 1] ?? '{}'));
widget.addEventListener('earshot-trace', ({ detail: { line, reply } }) => follow(line, reply));

/** @param {string} id @param {string} words @param {boolean} [wrong] */
function say(id, words, wrong = false) {
  const place = byId(id, HTMLElement);
  place.textContent = words;
  place.classList.toggle('wrong', wrong);
}

// Send a fact
const menu = byId('example', HTMLSelectElement);
const factText = byId('fact', HTMLTextAreaElement);
EXAMPLES.forEach(({ words, fact }, index) =>
  menu.append(make('option', { value: String(index) }, `${words} (${fact.fact})`)),
);
const prefill = () => (factText.value = JSON.stringify(EXAMPLES[Number(menu.value)]?.fact, null, 2));
menu.addEventListener('change', prefill);
prefill();

byId('send', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  const fact = parse(factText.value);
  if (typeof fact === 'string') return say('send-said', `This is not JSON that can be sent: ${fact}`, true);
  const answer = widget.send(/** @type {Fact} */ (fact));
  if (answer?.refused) return say('send-said', `The core refuses it: ${answer.refused}`, true);
  say('send-said', answer ? 'Sent.' : 'Kept until the core is ready.');
});

// Configuration
const configText = byId('config', HTMLTextAreaElement);
/** @param {Config | string} config  Text, as a site would write it, or an object. */
async function applyConfig(config) {
  // Most of a configuration applies where the widget is. Here it starts afresh, with the same wishes too: it leaves, and comes back.
  const place = widget.parentNode;
  widget.remove();
  await new Promise((passed) => setTimeout(passed));
  run.clear();
  ownerConsole.replaceChildren();
  widget.config = config;
  place?.append(widget);
}
const guidance = createGuidance(widget, applyConfig);
byId('configure', HTMLFormElement).addEventListener('submit', async (event) => {
  event.preventDefault();
  guidance.stop();
  await applyConfig(configText.value);
  say(
    'config-said',
    'Applied: the widget started afresh. Problems are listed under “What the site’s owner reads”.',
  );
});

// Traces
const traceText = byId('trace', HTMLTextAreaElement);
byId('copy', HTMLButtonElement).addEventListener('click', async () => {
  const trace = widget.trace();
  if (await copyText(trace)) return say('trace-said', `Copied: ${trace.trim().split('\n').length} lines.`);
  traceText.value = trace;
  traceText.select();
  say('trace-said', 'The clipboard is not available here. The trace is selected below: press Ctrl+C or ⌘C.');
});
byId('load', HTMLButtonElement).addEventListener('click', async () => {
  const { config, facts, remarks } = readTrace(traceText.value);
  if (config !== undefined) {
    configText.value = JSON.stringify(config, null, 2);
    await applyConfig(configText.value);
  }
  for (const fact of facts) widget.send(fact);
  say(
    'trace-said',
    [`${facts.length} facts sent.`, ...remarks].join(' '),
    facts.length === 0 || remarks.some((remark) => remark.includes('not JSON')),
  );
});
