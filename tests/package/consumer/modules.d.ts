// What docs/embedding.md says for a module that is served and not installed.
declare module '*/earshot.mjs' {
  export * from 'earshot';
}
