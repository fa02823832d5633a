/** @import { Answer, Core, Effect, View } from './contract.js' */

/**
 * Runs the loop: one fact in, effects out, then the next fact. A fact that arrives while an effect runs waits its turn,
 * so the core never sees two at once. Effects run in the caller's task: a press reaches the browser inside the click,
 * and no browser can say that the gesture was lost. Until a core is connected, facts are kept with the time they
 * happened. `record` gets every line and its reply: together they are the trace.
 * @param {{ perform: (effect: Effect) => void, draw: (view: View) => void, now: () => number,
 *   record: (line: string, reply: string) => void, report: (error: unknown) => void,
 *   fail: (error: unknown) => void }} page  `report`: one effect threw, the rest goes on. `fail`: the core itself did.
 * @param {AbortSignal} signal  Once aborted, no fact is taken and no effect is performed any more.
 */
export function createStore({ perform, draw, now, record, report, fail }, signal) {
  /** @type {{ line: string, answer?: Answer }[]} */
  const inbox = [];
  /** @type {Core | null} */
  let core = null;
  let running = false;

  /** A drawing or an effect that throws must not cost the others.
   * @template T @param {(value: T) => void} act @param {T} value */
  function guarded(act, value) {
    if (signal.aborted) return; // an earlier effect may have made the host remove the element
    try {
      act(value);
    } catch (error) {
      report(error);
    }
  }

  /** @param {{ line: string, answer?: Answer }} letter @param {Core} current */
  function handle(letter, current) {
    const reply = current.dispatch(letter.line);
    /** @type {Answer} */
    const answer = (letter.answer = JSON.parse(reply));
    record(letter.line, reply);
    if (answer.refused !== undefined) return; // the trace says so; the page goes on
    if (answer.view) guarded(draw, answer.view);
    for (const effect of answer.effects) guarded(perform, effect);
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

  /**
   * Any fact, also one that no browser would raise. Answers with what the core said, or null where it has not said it yet.
   * @param {Record<string, unknown>} fact
   * @returns {Answer | null}
   */
  function send(fact) {
    if (signal.aborted) return null;
    const letter = /** @type {{ line: string, answer?: Answer }} */ ({ line: JSON.stringify({ t: now(), ...fact }) });
    inbox.push(letter);
    run();
    return letter.answer ?? null;
  }

  return {
    send,
    /** @param {import('./contract.js').Fact} fact */
    dispatch: (fact) => void send(fact),
    /** @param {Core} ready */
    connect(ready) {
      core = ready;
      run();
    },
  };
}
