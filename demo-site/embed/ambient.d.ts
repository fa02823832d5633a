// A page names the built module by its address, which the type checker cannot open.
declare module '*/dist/earshot.mjs' {
  export const mount: typeof import('../../widget/earshot.js').mount;
}
