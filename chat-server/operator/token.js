// The key to the operators' list. An empty or guessable key is an open door, so a server with such a key does not start.
import { newToken } from '../conversation/tokens.js';
import { CannotStart } from '../settings/cannot-start.js';

const SHORTEST = 32; // that many hexadecimal digits hold 128 bits, which nobody guesses, however fast they try
const LONGEST = 256;
const DISTINCT = 8; // characters; of random tokens with 32 hexadecimal digits, 1 in 28 million has fewer
// Characters that an Authorization header (token68 in RFC 9110) and the fragment of a URL carry unchanged.
const TRAVELS = /^[A-Za-z0-9._~+/-]+=*$/;
const PLACEHOLDER =
  /change.?(me|this)|replace|place.?holder|example|your.{0,12}token|operator.?token|secret|password|insert/i;

const AUTHORIZATION = /^Operator ([A-Za-z0-9._~+/-]+=*)$/;
/** The token in a request, if there is one. @param {{ authorization?: string }} headers */
export const tokenGiven = ({ authorization = '' }) => AUTHORIZATION.exec(authorization)?.[1];

/** The token that was set, or a new one if none was. @param {string | undefined} set */
export function operatorToken(set = newToken()) {
  const fault = faultOf(set);
  if (!fault) return set;
  throw new CannotStart(
    `OPERATOR_TOKEN ${fault}: generate one with "openssl rand -hex 32", or unset it to get a new one at each start.`,
  );
}

/** What is wrong with it. The token is not quoted, because startup messages end up in logs. @param {string} token */
function faultOf(token) {
  if (typeof token !== 'string' || token === '') return 'is empty';
  if (token.trim() === '') return 'is only whitespace';
  if (/[\s\p{Cc}]/u.test(token)) return 'contains whitespace or a control character';
  if (!TRAVELS.test(token)) return 'may only contain A-Z a-z 0-9 - . _ ~ + / and = at its end';
  if (token.length < SHORTEST)
    return `has ${token.length} characters but needs ${SHORTEST}, because a shorter one can be guessed`;
  if (token.length > LONGEST) return `has ${token.length} characters but may have at most ${LONGEST}`;
  if (PLACEHOLDER.test(token)) return 'is a placeholder from an example';
  if (new Set(token).size < DISTINCT) return 'repeats a few characters and can be guessed';
  return '';
}
