// The hashes of several files, baked in as one text.

/** `de:sha256-… es:sha256-…` @param {string} hashes @param {string} name */
export const hashIn = (hashes, name) =>
  hashes
    .split(' ')
    .find((each) => each.startsWith(`${name}:`))
    ?.slice(name.length + 1) ?? '';
