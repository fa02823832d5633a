// A part of Earshot that need not be fetched.

/** A part that is here. @template T @param {T} part @returns {import('../../js-glue/part.js').Part<T>} */
export const readyPart = (part) => ({ now: () => part, load: async () => part, use: (act) => act(part) });
