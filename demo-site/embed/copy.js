// A copy button under every snippet, and the tidy text in the clipboard.
import { copyText } from '../clipboard.js';

for (const block of document.querySelectorAll('.snippet pre')) {
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'button plain copy',
    textContent: 'Copy',
  });
  button.addEventListener('click', async () => {
    const copied = await copyText(block.textContent ?? '');
    if (!copied) getSelection()?.selectAllChildren(block); // the visitor can press the keys
    button.textContent = copied ? 'Copied' : 'Selected: press Ctrl+C or ⌘C';
    setTimeout(() => (button.textContent = 'Copy'), 3000);
  });
  block.after(button);
}
