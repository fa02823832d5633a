// Places for connections: so many at once, and so many of them from one address.

/** @param {{ connections: number, perAddress: number }} limits */
export function createSeats({ connections, perAddress }) {
  /** @type {Map<string, number>} */
  const seats = new Map();
  let taken = 0;

  /** A place for one connection, until it is given back. Nothing: all are taken. @param {string} address */
  return (address) => {
    const here = seats.get(address) ?? 0;
    if (taken >= connections || here >= perAddress) return undefined;
    taken += 1;
    seats.set(address, here + 1);
    return () => {
      taken -= 1;
      const left = (seats.get(address) ?? 1) - 1;
      if (left > 0) seats.set(address, left);
      else seats.delete(address);
    };
  };
}
