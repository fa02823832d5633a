// Server-sent events, read from a stream as it comes: EventSource can send no token but in the address, where it does not belong.

/**
 * @param {number} longest  Of one event; a longer one ends the stream.
 * @param {(data: string) => void} give
 * @returns {(text: string) => boolean} Takes the next piece; false: this is no such stream.
 */
export function createServerSentEvents(longest, give) {
  let rest = '';
  /** @type {string[]} */
  let lines = [];
  return (text) => {
    const pieces = (rest + text).split(/\r\n|\n|\r(?!$)/); // a CR at the end may be half a CRLF
    rest = pieces.pop() ?? '';
    for (const line of pieces) {
      if (line.startsWith('data:')) lines.push(line.slice(line[5] === ' ' ? 6 : 5));
      if (line !== '' || lines.length === 0) continue;
      give(lines.join('\n'));
      lines = [];
    }
    return rest.length + lines.join('').length <= longest;
  };
}
