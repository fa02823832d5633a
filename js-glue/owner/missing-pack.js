// What the console says of a language whose sentences cannot be had.

/** @param {string} url @param {Response | undefined} response */
export function missingPackBlock(url, response) {
  const [what, fix] = !response
    ? [
        'could not be reached',
        "Serve it beside the script, and allow its host in connect-src of the page's policy.",
      ]
    : !response.ok
      ? [`answered ${response.status}`, 'Upload the folder texts of dist/ beside the script.']
      : ['is not the file that this script was built with', 'Upload all files of one build together.'];
  return `[Earshot] ${url} ${what}. Visitors read English instead.\n  What you can do: ${fix}\n  More: docs/diagnostics.md#text_packs`;
}
