// The reason why a server does not start: one sentence that names the place and the fix.
// Anything else that is thrown is a bug.

export class CannotStart extends Error {}
