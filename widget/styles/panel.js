// What the card and the chat have in common.
export const PANEL = `
.card, .chat {
  inline-size: var(--wide); max-inline-size: 100%; overflow: auto; overscroll-behavior: contain; background: var(--surface); border: 1px solid var(--edge);
  border-radius: var(--radius); box-shadow: var(--shadow); animation: rise .22s ease-out;
}
/* Never from nothing: words about what was just lost are read from their first frame. */
@keyframes rise { from { translate: 0 8px } }
.head { display: flex; align-items: start; gap: 8px }
.title { flex: 1; font-size: 1.133em; font-weight: 620; line-height: 1.35; letter-spacing: -.005em; text-wrap: pretty }
.close {
  flex: none; inline-size: 44px; block-size: 44px; padding: 12px; margin-block: -10px; margin-inline-end: -10px;
  border-radius: 50%; color: var(--soft-text);
}
.close:hover { background: var(--field); color: var(--text) }
.actions { display: flex; flex-wrap: wrap; gap: 8px }
.card .action, .now .action {
  min-block-size: 44px; min-inline-size: 44px; flex: 1 1 auto; padding: 10px 13px; border-radius: 12px; font-weight: 560; line-height: 1.3;
  border: 1px solid var(--edge); color: var(--text); text-align: center;
}
.card .action .icon, .now .action .icon { display: none }
.card .action:hover, .now .action:hover { background: var(--field) }
`;
