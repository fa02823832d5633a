// A page names the built module by its address, which the type checker cannot open.
declare module '*/dist/earshot.mjs' {
  export function mount(...given: Parameters<typeof import('../../widget/mount.js').mount>): import('../call/widget.js').Mounted;
}
