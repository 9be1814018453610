/*
 * Keeps an unsent text in this browser, and nothing else of the form: one draft for each article and each comment that
 * is answered, gone when the text is posted. Where the browser keeps nothing, nothing is missing but that.
 */
const prefix = 'leave-a-reply:draft:';
const pause = 300;
const most = { drafts: 10, characters: 10_000, age: 30 * 24 * 3_600_000 };

const form = document.querySelector('.reply-form > form');
const field = form?.elements.body;
const note = document.getElementById('draft-note');
let timer = 0;
/* What this page has last kept, so that only what is newer is kept again. */
let kept = '';

if (form) {
  attempt(forgetOld);
  attempt(forgetPosted);
  if (field.defaultValue) save();
  else if (field.value) kept = field.value;
  else restore();
  field.addEventListener('input', () => {
    note.hidden = true;
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  });
  addEventListener('visibilitychange', saveChanged);
  addEventListener('storage', saveAgain);
  form.addEventListener('submit', ({ submitter }) => save({ sent: !['preview', 'another'].includes(submitter?.name) }));
  note.querySelector('button').addEventListener('click', discard);
}

function restore() {
  const text = attempt(() => draftAt(key())?.text);
  if (!text) return;
  field.value = text;
  kept = text;
  note.hidden = false;
}

function discard() {
  field.value = '';
  field.focus();
  save();
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/* The tab is left, or put away by a telephone, before the pause is over. */
function saveChanged() {
  if (document.visibilityState === 'hidden' && field.value !== kept) save();
}

/* Another tab has posted its text, which had taken the place of the one here. */
function saveAgain({ key: name, oldValue, newValue }) {
  if (name !== key() || newValue !== null || field.value === '') return;
  if (parsed(oldValue)?.text !== field.value) save();
}

/* `sent` says that it is on its way, and that the page which shows it may let go of it. */
function save({ sent = false } = {}) {
  clearTimeout(timer);
  attempt(() => {
    const text = field.value;
    kept = text;
    if (text.trim() === '') return localStorage.removeItem(key());
    // A part of a text would look like all of it: what is longer than a comment may be is not kept.
    if ([...text].length > most.characters) return;
    localStorage.setItem(key(), JSON.stringify({ text, sent, at: Date.now() }));
    forgetOld();
  });
}

/* The page after a post shows the new comment; an error shows the form again, which keeps its text. */
function forgetPosted() {
  const posted = document.getElementById(location.hash.slice(1))?.querySelector('.comment-body');
  if (!posted || !location.hash.startsWith('#comment-')) return;
  for (const { name, text, sent } of drafts())
    if (sent && name.startsWith(`${prefix}${articlePath()}#`) && isIn(posted, text)) localStorage.removeItem(name);
}

/* The typed text has all letters of the shown one, in order, addresses apart; the text of another tab has not. */
function isIn(shown, typed) {
  const words = shown.cloneNode(true);
  for (const link of words.querySelectorAll('a')) link.remove();
  const letters = (text) => [...text.replace(/[^\p{L}\p{N}]/gu, '')];
  const left = letters(words.textContent);
  for (const letter of letters(typed)) if (letter === left[0]) left.shift();
  return left.length === 0;
}

function forgetOld() {
  const newest = drafts().toSorted((one, other) => other.at - one.at);
  for (const [place, { name, at }] of newest.entries())
    if (place >= most.drafts || !(Date.now() - at < most.age)) localStorage.removeItem(name);
}

function drafts() {
  const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix));
  return names.map((name) => ({ name, at: 0, ...draftAt(name) }));
}

function draftAt(name) {
  return parsed(localStorage.getItem(name));
}

/* What is there may have been written by anybody. */
function parsed(json) {
  return attempt(() => JSON.parse(json));
}

function key() {
  return `${prefix}${articlePath()}#${form.elements.parentId.value}`;
}

function articlePath() {
  return new URL(form.getAttribute('action'), location.href).pathname.replace(/\/comments$/, '');
}

/* The browser may keep nothing: by its settings, or because it is full. */
function attempt(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}
