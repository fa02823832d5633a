// What a page of Chromium holds on to, by name.
/** @import { CDPSession } from 'puppeteer-core' */

/**
 * Counts the objects of these classes, the nodes that are in no document any more, and what the engine itself counts,
 * after everything that nobody holds was thrown away.
 * @param {CDPSession} devtools @param {string[]} classes
 */
export async function countHeap(devtools, classes) {
  let text = '';
  /** @param {{ chunk: string }} part */
  const collect = ({ chunk }) => {
    text += chunk;
  };
  devtools.on('HeapProfiler.addHeapSnapshotChunk', collect);
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  devtools.off('HeapProfiler.addHeapSnapshotChunk', collect);
  /** @type {{ nodes: number[], strings: string[], snapshot: { meta: { node_fields: string[], node_types: [string[]] } } }} */
  const { nodes, strings, snapshot } = JSON.parse(text);
  const {
    node_fields: fields,
    node_types: [types],
  } = snapshot.meta;
  const [type, name, detached] = [
    fields.indexOf('type'),
    fields.indexOf('name'),
    fields.indexOf('detachedness'),
  ];
  const native = types.indexOf('native'); // not its constructor, nor the string that is its name
  const counts = new Map([...classes, 'detached'].map((each) => [each, 0]));
  const count = (/** @type {string} */ what) => counts.set(what, (counts.get(what) ?? 0) + 1);
  for (let at = 0; at < nodes.length; at += fields.length) {
    const called = strings[nodes[at + name] ?? -1];
    if (called !== undefined && nodes[at + type] === native && counts.has(called)) count(called);
    if (nodes[at + detached] === 2) count('detached');
  }
  const {
    nodes: domNodes,
    jsEventListeners: listeners,
    documents,
  } = await devtools.send('Memory.getDOMCounters');
  return { ...Object.fromEntries(counts), domNodes, listeners, documents };
}
