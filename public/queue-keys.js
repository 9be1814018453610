/* Single keys, which can be turned off (WCAG 2.2, 2.1.4), and the list of them. */
import { say, undo } from './queue-acts.js';
import { current, step } from './queue-rows.js';
import { words } from './queue-words.js';

const name = 'queue-keys';
const dialog = document.getElementById('keys');

const acts = {
  j: () => step(1),
  k: () => step(-1),
  a: () => press('approve'),
  s: () => press('spam'),
  t: () => press('trash'),
  h: () => press('hold'),
  u: undo,
  x: () => withRow((row) => row.querySelector('.row-box input').click()),
  e: () => withRow((row) => location.assign(row.querySelector('.row-open').href)),
  '/': search,
  '?': () => dialog.showModal(),
};

export function listenToKeys() {
  const on = document.getElementById('keys-on');
  on.checked = remembered() !== 'off';
  on.addEventListener('change', () => remember(on.checked ? 'on' : 'off'));
  const open = document.getElementById('keys-open');
  open.hidden = false;
  open.addEventListener('click', () => dialog.showModal());
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (!on.checked || dialog.open || isTyping(target) || !Object.hasOwn(acts, key)) return;
    event.preventDefault();
    acts[key]();
  });
}

const isTyping = (target) =>
  target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable]') !== null;

function search() {
  const field = document.getElementById('q');
  field.focus();
  field.select();
}

/* The first press on a page only chooses: nobody decides on what they do not see chosen. */
function withRow(act) {
  const row = current();
  if (row) act(row);
  else step(1);
}

function press(action) {
  withRow((row) => {
    const button = row.querySelector(`.row-actions button[value="${action}"]:not([hidden])`);
    if (button) button.click();
    else if (row.classList.contains('decided')) say(words.taken, false);
  });
}

/* A browser may forbid to keep anything. */
function remembered() {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function remember(value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Until the page is left, then.
  }
}
