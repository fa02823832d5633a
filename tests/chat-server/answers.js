// The scripted answers of the tests' server: CHAT_SCRIPT of a process, and `script` of one within the test.

/** @type {import('../../chat-server/index.js').Script} */
export const script = {
  name: 'Assistant (a script)',
  greeting: 'Hello, I am a script, not a person.',
  thinkingMs: 400, // long enough that somebody else can come in between
  reply: (text) => `You wrote: ${text}`,
};
