// A mail form's handler, as thousands of sites have one: keeps what is posted, and answers with the status that the test asks for.
/** @import http from 'node:http' */

export function createForms() {
  /** @type {Record<string, string>[]} */
  const posts = [];
  let status = 204;
  return {
    posts,
    /** @param {number} next */
    answerWith: (next) => void (status = next),
    /** @param {http.IncomingMessage} request @param {http.ServerResponse} response */
    async take(request, response) {
      let body = '';
      for await (const piece of request) body += piece;
      posts.push(Object.fromEntries(new URLSearchParams(body)));
      response.writeHead(status, status === 303 ? { location: '/pages/plain/' } : {}).end();
    },
  };
}
