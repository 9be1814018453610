/*
 * Fetches the sum where the page came without one, at the first touch of the form, and a new one where the page comes
 * back from the browser's memory, whose sum may be spent. Whatever fails here shows nothing: the form posts without a
 * sum, and the answer asks one more step.
 */
const place = document.querySelector('[data-sum]');
const form = place?.closest('form');
if (form) {
  for (const touch of ['focusin', 'pointerdown', 'input']) form.addEventListener(touch, fetchFirst);
  addEventListener('pageshow', (event) => {
    // Not yet touched, it needs none.
    if (event.persisted && hasTicket()) fetchSum();
  });
}

function fetchFirst() {
  if (!hasTicket()) fetchSum();
}

function hasTicket() {
  return form.querySelector('[name=challenge]') !== null;
}

let fetching = false;
async function fetchSum() {
  if (fetching) return;
  fetching = true;
  try {
    const answer = await fetch(place.dataset.sum, { method: 'POST' });
    if (answer.ok) show(await answer.text());
  } catch {
    // Offline, perhaps. Posting will tell.
  }
  fetching = false;
}

function show(html) {
  // Of this site, and escaped there like every page.
  place.innerHTML = html;
  const label = place.querySelector('label');
  for (const button of form.querySelectorAll('[data-with-sum]')) button.hidden = !label;
  if (label) document.getElementById('sum-news').textContent = `${place.dataset.announce} ${spoken(label)}`;
}

/* The words that a screen reader would say: signs are hidden from it, and their names from the eye. */
function spoken(label) {
  const copy = label.cloneNode(true);
  for (const sign of copy.querySelectorAll('[aria-hidden=true]')) sign.remove();
  return copy.textContent.replace('=', '').replace(/\s+/g, ' ').trim();
}
