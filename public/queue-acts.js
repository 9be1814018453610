/*
 * Decides without loading the page again: the rows go at once, and come back when the server could not be asked, or when
 * somebody else had decided on them.
 */
import { showCounts } from './queue-counts.js';
import { fold, select, tellDecided, tellUndecided, unfold } from './queue-rows.js';
import { counted, words } from './queue-words.js';

const said = document.getElementById('said');
const undoButton = said?.querySelector('button');
/* What can be undone, the last act last. */
const acts = [];
let waiting = 0;
let fading = 0;

/* Whether an act is on its way, so that what comes meanwhile may be of our own making. */
export const isActing = () => waiting > 0;

export function decideWithoutReload() {
  document.addEventListener('submit', (event) => {
    const { target: form, submitter } = event;
    const rows = rowsOf(form);
    if (submitter?.name !== 'action' || rows.length === 0) return;
    event.preventDefault();
    decide(form, submitter, rows);
  });
  undoButton.addEventListener('click', undo);
}

function rowsOf(form) {
  if (form.matches('.row-actions')) return [form.closest('.row')];
  if (form.id !== 'bulk') return [];
  return [...document.querySelectorAll('.row:not([hidden])')].filter((row) => row.querySelector('.row-box :checked'));
}

async function decide(form, button, rows) {
  const body = new URLSearchParams(new FormData(form, button));
  const act = { rows, answer: send(form.getAttribute('action'), body) };
  acts.push(act);
  fold(rows);
  say(counted(button.dataset.done, rows.length), true);
  const answer = await act.answer;
  if (answer.error) {
    acts.splice(acts.indexOf(act), 1);
    unfold(rows);
    complain(answer.error);
    return;
  }
  for (const row of rows) tellUndecided(row);
  showCounts(answer.counts);
  const left = answer.others.flatMap((other) => {
    const row = rows.find(({ dataset }) => dataset.id === other.id);
    return row ? [[row, other]] : [];
  });
  unfold(left.map(([row]) => row));
  for (const [row, other] of left) tellDecided(row, other.told, other.again);
  if (answer.batch === null) acts.splice(acts.indexOf(act), 1);
  if (answer.moved !== rows.length) say(answer.notice, answer.batch !== null);
}

export async function undo() {
  const act = acts.pop();
  const told = document.querySelector('.notice-row [name="batch"] ~ button');
  if (!act && told) return told.click();
  if (!act) return say(words.nothingToUndo, false);
  const { batch } = await act.answer;
  if (!batch) return;
  const csrf = document.querySelector('[name="csrf"]').value;
  const answer = await send(document.getElementById('queue').dataset.undo, new URLSearchParams({ csrf, batch }));
  if (answer.error) {
    acts.push(act);
    return complain(answer.error);
  }
  showCounts(answer.counts);
  unfold(act.rows);
  select(act.rows[0]);
  say(answer.notice, acts.length > 0);
}

async function send(url, body) {
  waiting += 1;
  try {
    const headers = { accept: 'application/json' };
    const answer = await fetch(url, { method: 'POST', body, headers, redirect: 'error' });
    const told = await answer.json();
    return answer.ok ? told : { error: told.error ?? words.failed };
  } catch {
    return { error: words.silent };
  } finally {
    waiting -= 1;
  }
}

/* A sentence with nothing to press goes by itself, so that it covers nothing for long. */
export function say(sentence, undoable) {
  said.querySelector('[role="alert"]').textContent = '';
  said.querySelector('[role="status"]').textContent = sentence;
  undoButton.hidden = !undoable;
  clearTimeout(fading);
  if (!undoable) fading = setTimeout(() => said.querySelector('[role="status"]').replaceChildren(), 8_000);
}

function complain(sentence) {
  said.querySelector('[role="status"]').textContent = '';
  said.querySelector('[role="alert"]').textContent = sentence;
  undoButton.hidden = acts.length === 0;
}
