// In the top layer a widget that stands in the page's text has a corner, like the others.
export const REACH = `
.widget[data-position=inline]:popover-open {
  position: fixed; inset-block-end: max(var(--offset), env(safe-area-inset-bottom)); inset-inline-end: var(--offset);
  max-inline-size: calc(100vw - 2 * var(--offset)); max-block-size: calc(100dvh - 2 * var(--offset)); justify-items: end;
}
`;
