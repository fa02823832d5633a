// Who answers while no person does: the practice's assistant, which says of itself that it is a script.
import { greeting, reply } from './agent.js';

/** @type {import('../../chat-server/index.js').Script} */
export const assistant = {
  name: 'Assistant (a script)',
  greeting,
  reply,
  thinkingMs: 400, // an answer that comes at once reads like an error message
};
