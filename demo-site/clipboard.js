/**
 * The clipboard is missing on insecure pages and refused in some frames.
 * @param {string} text
 * @returns {Promise<boolean>}  Is it there now?
 */
export const copyText = (text) =>
  navigator.clipboard
    ? navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      )
    : Promise.resolve(false);
