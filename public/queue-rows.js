/* The rows that are left to decide on, and which of them is the current one: it has the focus. */
import { loadMore } from './queue-more.js';
import { showSelection } from './queue-selection.js';

const fewLeft = 5;
const shown = () => [...document.querySelectorAll('.row:not([hidden])')];

export const current = () => document.querySelector('.row.current:not([hidden])');

/* Whatever in a row gets the focus makes it the current one. */
export function followFocus() {
  document.addEventListener('focusin', ({ target }) => {
    const row = target.closest('.row');
    if (row) mark(row);
  });
}

function mark(row) {
  for (const other of document.querySelectorAll('.row.current')) other.classList.remove('current');
  row.classList.add('current');
}

export function select(row) {
  mark(row);
  row.focus({ preventScroll: true });
  const tall = row.offsetHeight > innerHeight - 240;
  row.scrollIntoView({ block: tall ? 'start' : 'nearest' });
}

/* To the next row, or by -1 to the one before; to the first when none is current. */
export function step(by) {
  const rows = shown();
  const at = rows.indexOf(current());
  const row = rows[at < 0 ? 0 : at + by];
  if (row) select(row);
}

/* Folds rows away; the focus goes to the one after the last of them, or before, or to the heading. */
export function fold(rows) {
  const around = shown();
  const at = around.indexOf(rows.at(-1));
  for (const row of rows) row.hidden = true;
  const next = around.slice(at).find((row) => !row.hidden) ?? around.slice(0, at).findLast((row) => !row.hidden);
  showSelection();
  if (next) select(next);
  else document.getElementById('queue-title').focus();
  showWhetherCleared();
  if (shown().length <= fewLeft) loadMore().then(showWhetherCleared);
}

/* The focus stays where it is. */
export function unfold(rows) {
  for (const row of rows) row.hidden = false;
  showSelection();
  showWhetherCleared();
}

function showWhetherCleared() {
  const cleared = shown().length === 0;
  document.getElementById('cleared').hidden = !cleared;
  document.getElementById('bulk').hidden = cleared;
  document.querySelector('.all').hidden = cleared;
}

/* Somebody else decided on it: who and what, in the place of the buttons. */
export function tellDecided(row, sentence, again = null) {
  if (row.querySelector('.row-news')) return;
  const news = document.createElement('p');
  news.className = 'row-news';
  news.textContent = sentence;
  const form = row.querySelector('.row-actions');
  form.before(news);
  row.classList.add('decided');
  const box = row.querySelector('.row-box input');
  box.checked = false;
  box.disabled = true;
  for (const button of form.querySelectorAll('button')) button.hidden = true;
  if (again) form.prepend(...allTheSame(again));
  showSelection();
}

function allTheSame({ action, label, done }) {
  const anyway = document.createElement('input');
  Object.assign(anyway, { type: 'hidden', name: 'anyway', value: '1' });
  const button = document.createElement('button');
  Object.assign(button, {
    className: 'button again',
    name: 'action',
    value: action,
    textContent: label,
  });
  button.dataset.done = JSON.stringify(done);
  return [anyway, button];
}

/* It is as it was, so everything can be done with it again. */
export function tellUndecided(row) {
  for (const extra of row.querySelectorAll('.row-news, .again, [name="anyway"]')) extra.remove();
  for (const button of row.querySelectorAll('.row-actions button')) button.hidden = false;
  row.classList.remove('decided');
  row.querySelector('.row-box input').disabled = false;
  showSelection();
}
