// What a session and a message cost the store, in bytes, for the limits on them. Measured with SQLite and Redis, and rounded up.

export const SESSION_WEIGHT = 600;
const MESSAGE_WEIGHT = 200; // besides its words

/** @param {{ text: string, name?: string }} message */
export const weightOf = ({ text, name = '' }) =>
  MESSAGE_WEIGHT + Buffer.byteLength(text) + Buffer.byteLength(name);
