// For those of whom nothing is known yet: a connection without a hello, a body on its way. A new one always gets in. Where no place is
// left, the one that has waited longest leaves: a visitor is through in a moment, and whoever only takes up places is not.

/** @param {{ most: number, perAddress: number }} places */
export function createWaitingRoom({ most, perAddress }) {
  /** In the order of coming. @typedef {{ address: string, leave: () => void }} Guest @type {Set<Guest>} */
  const all = new Set();
  /** @type {Map<string, Set<Guest>>} */
  const from = new Map();

  /** @param {Guest} guest */
  function remove(guest) {
    if (!all.delete(guest)) return false;
    const here = from.get(guest.address);
    here?.delete(guest);
    if (here?.size === 0) from.delete(guest.address);
    return true;
  }

  /** @param {Set<Guest>} guests */
  function showOut(guests) {
    const [oldest] = guests;
    if (oldest && remove(oldest)) oldest.leave();
  }

  /**
   * Comes in; what it gives back goes out again.
   * @param {string} address @param {() => void} leave  It has to, because another one came.
   */
  return (address, leave) => {
    const guest = { address, leave };
    const here = from.get(address);
    if (here && here.size >= perAddress) showOut(here);
    else if (all.size >= most) showOut(all);
    all.add(guest);
    from.set(address, (from.get(address) ?? new Set()).add(guest));
    return () => void remove(guest);
  };
}
