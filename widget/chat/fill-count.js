/** A sentence with its number, in the visitor's own digits. @param {string} text @param {number} count @param {string} language */
export function fillCount(text, count, language) {
  let digits = String(count);
  try {
    digits = count.toLocaleString(language);
  } catch {} // a site may name a language that no browser knows
  return text.replaceAll('{count}', () => digits);
}
