/* A "select all" box in the bulk bar, and how many are selected. */
import { counted } from './queue-words.js';

const boxes = () => [...document.querySelectorAll('.row:not([hidden]) input[form="bulk"]:not(:disabled)')];
let show = () => {};

export function addSelectAll(form) {
  const all = document.createElement('input');
  all.type = 'checkbox';
  all.autocomplete = 'off';
  const label = document.createElement('label');
  label.className = 'bulk-lead check';
  label.append(all, ` ${form.dataset.selectAll}`);
  const count = document.createElement('span');
  count.className = 'bulk-count';
  count.setAttribute('role', 'status');
  form.querySelector('.bulk-lead').replaceWith(label, count);

  show = () => {
    const chosen = boxes().filter((box) => box.checked).length;
    all.checked = chosen > 0 && chosen === boxes().length;
    all.indeterminate = chosen > 0 && !all.checked;
    count.textContent = chosen > 0 ? counted(form.dataset.selected, chosen) : '';
  };
  all.addEventListener('change', () => {
    for (const box of boxes()) box.checked = all.checked;
    show();
  });
  document.addEventListener('change', ({ target }) => {
    if (target.matches('input[form="bulk"]')) show();
  });
  show();
}

/* Rows went or came back. */
export const showSelection = () => show();
