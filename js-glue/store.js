/** @import { Answer, Core, CoreEffect, Verdicts, View } from './answers.js' */
/** @import { AnyFact, Fact } from './facts.js' */
import { inPlaceOf, isVital, letsGo, Refusal } from './refused-facts.js';
import { ownMembers } from './own-members.js';
import { toJson } from './own-json.js';

/** Beyond a week the core takes a clock for broken. */
const MOST_MS = 7 * 24 * 3_600_000;

/** A fact on its way. `line`: null where it could not be written, `unwritten` says why. `own`: of the glue, which depends on what the
 * core makes of it. `meant`: a press that waits for the core; is it still? `after`: it is told in place of what was refused.
 * @typedef {{ fact: AnyFact, line: string | null, unwritten: string, own: boolean, meant: (() => boolean) | null, after: Refusal | null,
 *   answer: Answer | null }} Letter  Each has all of them: scripts of a page may have given every object more. */

/** @param {AnyFact} fact @returns {number[]} */
const tracksIn = ({ tracks }) => (Array.isArray(tracks) ? tracks.map((ref) => ref?.track) : []);

/** A laptop may sleep for longer. @param {AnyFact} fact @returns {AnyFact} */
function clamped(fact) {
  const told = ownMembers(fact);
  for (const name in told) if (name.endsWith('_ms') && Number(told[name]) > MOST_MS) told[name] = MOST_MS;
  return told;
}

/**
 * Runs the loop: one fact in, effects out, then the next fact. A fact that arrives while an effect runs waits its turn,
 * so the core never sees two at once. Effects run in the caller's task: a press reaches the browser inside the click,
 * and no browser can say that the gesture was lost. Until a core is connected, facts are kept with the time they
 * happened, and presses for as long as they are meant. `record` gets every line and its reply: together they are the trace.
 * @param {{ perform: (effect: CoreEffect) => void, draw: (view: View) => void, learn: (verdicts: Verdicts) => void, now: () => number, hold: (tracks: number[]) => void,
 *   wait: () => () => boolean, record: (line: string, reply: string) => void, report: (error: unknown) => void,
 *   refused: (refusal: Refusal) => void, fail: (error: unknown) => void }} page  `hold`: only these tracks have anybody who
 *   answers for them; after each answer. `wait`: a press must; answers with whether it is still meant. `report`: one effect threw,
 *   the rest goes on. `refused`: a fact was, and the session goes on. `fail`: it cannot; the core broke, or this `Refusal` is too much.
 * @param {AbortSignal} signal  Once aborted, no fact is taken and no effect is performed any more.
 */
export function createStore(
  { perform, draw, learn, now, hold, wait, record, report, refused, fail },
  signal,
) {
  /** @type {Letter[]} */
  let inbox = [];
  /** What the core holds. @type {number[]} */
  let known = [];
  /** @type {Core | null} */
  let core = null;
  let running = false;

  /** A drawing or an effect that throws must not cost the others.
   * @template {unknown[]} T @param {(...values: T) => void} act @param {T} values */
  function guarded(act, ...values) {
    if (signal.aborted) return; // an earlier effect may have made the host remove the element
    try {
      act(...values);
    } catch (error) {
      report(error);
    }
  }

  /** @param {AnyFact} fact @param {boolean} own @returns {Letter} */
  function write(fact, own) {
    const blank = { fact, own, line: null, unwritten: '', meant: null, after: null, answer: null };
    try {
      return { ...blank, line: toJson({ t: now(), ...clamped(fact) }) ?? null };
    } catch (error) {
      return { ...blank, unwritten: String(error) };
    }
  }

  /** @param {string} line @param {Core} current @returns {Answer} */
  function ask(line, current) {
    const reply = current.dispatch(line);
    /** @type {Answer} */
    const answer = JSON.parse(reply);
    const told = ownMembers(answer);
    if ('tracks' in told) known = told.tracks ?? known;
    guarded(record, line, reply);
    return answer;
  }

  /** @param {Letter} letter @param {Core} current */
  function handle(letter, current) {
    const answer = (letter.answer =
      letter.line === null ? { refused: letter.unwritten } : ask(letter.line, current));
    // Before anybody is handed a track. Some are told of in facts that wait.
    hold([...known, ...inbox.flatMap(({ fact }) => tracksIn(fact))]);
    const told = ownMembers(answer);
    if (told.refused !== undefined) return refuse(letter, told.refused, current);
    if (told.verdict) guarded(learn, told.verdict);
    if (told.view) guarded(draw, told.view);
    for (const effect of told.effects) guarded(perform, effect);
  }

  /** News may be lost: the trace says so, and the page goes on. Answers that the core waits for may not, nor the end of a call.
   * @param {Letter} letter @param {string} reason @param {Core} current */
  function refuse({ fact, own, after }, reason, current) {
    if (after) throw after;
    if (!own && !letsGo(fact)) return; // whoever sent it has the answer
    const refusal = new Refusal(fact, reason);
    if (isVital(fact)) throw refusal;
    const instead = inPlaceOf(fact);
    if (instead) handle({ ...write(instead, own), after: refusal }, current);
    if (instead || tracksIn(fact).length > 0) guarded(refused, refusal);
  }

  function run() {
    if (running || !core) return;
    running = true;
    try {
      for (let next; !signal.aborted && (next = inbox.shift()); ) handle(next, core);
    } catch (error) {
      core = null; // a module that trapped once may not be asked again
      fail(error);
    } finally {
      running = false;
    }
  }

  /** @param {AnyFact} fact @param {boolean} own */
  function take(fact, own) {
    if (signal.aborted) return null;
    const letter = write(fact, own);
    if (!core && fact.fact === 'pressed') letter.meant = wait();
    inbox.push(letter);
    run();
    return letter.answer;
  }

  return {
    /**
     * Any fact, also one that no browser would raise. Answers with what the core said, or null where it has not said it yet.
     * @param {AnyFact} fact
     * @returns {Answer | null}
     */
    send: (fact) => take(fact, false),
    /** @param {Fact} fact */
    dispatch: (fact) => void take(fact, true),
    /** @param {Core} ready */
    connect(ready) {
      core = ready;
      inbox = inbox.filter(({ meant }) => !meant || meant());
      run();
    },
  };
}
