// Which Earshot this is: what package.json says, baked in by script/bundle.mjs. The sources by themselves have no
// version, so nothing that is tested with them changes with a release.
export const VERSION = typeof EARSHOT_VERSION === 'string' ? EARSHOT_VERSION : 'unbundled';
