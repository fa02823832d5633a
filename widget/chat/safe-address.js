// What may be a link.
const SAFE = ['http:', 'https:', 'mailto:', 'tel:'];

/**
 * An address that may be followed, as the browser reads it; else null. "bank@evil" is not one: it hides where it leads.
 * @param {string} address @param {string} [base]  Where a path is allowed.
 */
export function safeAddress(address, base) {
  try {
    const url = new URL(address, base);
    return SAFE.includes(url.protocol) && !url.username && !url.password ? url.href : null;
  } catch {
    return null;
  }
}
