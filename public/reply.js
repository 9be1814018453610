/*
 * Fetches the sum where the page came without one, at the first touch of the form; and a new one where the page comes
 * back from the browser's memory, for the one it shows may be spent. Whatever fails here shows nothing: the form posts
 * without a sum, and the answer asks one more step.
 */
const place = document.querySelector('[data-sum]');
const form = place?.closest('form');
let touched = false;
let asking = null;

if (form) {
  for (const touch of ['focusin', 'pointerdown', 'input']) form.addEventListener(touch, fetchFirst);
  // An answer that came after that of the post would bring another session than the one its sum belongs to.
  form.addEventListener('submit', () => asking?.abort());
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    touched = false;
    if (place.querySelector('[name=challenge]')) fetchSum();
  });
}

/* Once: were it asked again at every key after a refusal, a spent budget would stay spent. */
function fetchFirst() {
  if (touched) return;
  touched = true;
  if (!form.querySelector('[name=challenge]')) fetchSum();
}

async function fetchSum() {
  if (asking) return;
  asking = new AbortController();
  try {
    const answer = await fetch(place.dataset.sum, { method: 'POST', redirect: 'error', signal: asking.signal });
    if (answer.ok) show(await answer.text());
  } catch {
    // Offline, perhaps. Posting will tell.
  }
  asking = null;
}

function show(html) {
  const answering = place.contains(document.activeElement);
  // Of this site, and escaped there like every page.
  place.innerHTML = html;
  const label = place.querySelector('label');
  for (const button of form.querySelectorAll('[data-with-sum]')) button.hidden = !label;
  if (!label) return;
  // The field that had the focus is gone with the old sum: its successor takes it over.
  if (answering) label.control.focus();
  announce(label);
}

/* In the words that a screen reader says: signs are hidden from it, and their names from the eye. */
function announce(label) {
  const sum = document.createElement('span');
  sum.lang = label.lang || document.documentElement.lang;
  sum.append(...label.cloneNode(true).childNodes);
  for (const sign of sum.querySelectorAll('[aria-hidden=true]')) sign.remove();
  sum.textContent = sum.textContent.replace(/=\s*$/, '').replace(/\s+/g, ' ').trim();
  document.getElementById('sum-news').replaceChildren(`${place.dataset.announce} `, sum);
}
