/** Its own members, and none that a script of the page has given to every object. By syntax, and no method that one could have replaced. @template {object} T @param {T} object @returns {T} */
export const ownMembers = (object) => /** @type {any} */ ({ __proto__: null, ...object });
