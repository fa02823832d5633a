// What a page answers, as JSON text. The page under test may have changed how it writes its own.

/** Runs in the page. @param {any} value @returns {string | undefined} */
export function inPageJson(value) {
  /** @param {string} text */
  function quoted(text) {
    let out = '"';
    for (let n = 0; n < text.length; n++) {
      const sign = text.charCodeAt(n);
      const plain = sign > 31 && sign !== 34 && sign !== 92 && (sign < 0xd800 || sign > 0xdfff);
      out += plain ? text[n] : `\\u${(0x10000 + sign).toString(16).slice(1)}`;
    }
    return `${out}"`;
  }
  if (value === null) return 'null';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return `${value}`;
  if (typeof value === 'number') return Number.isFinite(value) ? `${value}` : 'null';
  if (typeof value !== 'object') return undefined;
  const list = Array.isArray(value);
  let members = '';
  for (const name of Reflect.ownKeys(value)) {
    if (typeof name !== 'string' || !Object.prototype.propertyIsEnumerable.call(value, name)) continue;
    const member = inPageJson(value[name]) ?? (list ? 'null' : '');
    if (member) members += `${members && ','}${list ? '' : `${quoted(name)}:`}${member}`;
  }
  return list ? `[${members}]` : `{${members}}`;
}
