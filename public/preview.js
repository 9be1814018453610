/*
 * Shows the comment below its field as one types: what the button "Preview" shows without a script. Where it cannot be
 * had, nothing is shown, and the button is still there.
 */
const place = document.querySelector('[data-preview]');
const form = place?.closest('form');
const field = form?.elements.body;
const pause = 300;
let timer = 0;
let asking = false;
/* Milliseconds of this page's clock before which the site asked not to be asked. */
let notBefore = 0;

if (form) {
  const sent = document.getElementById('preview');
  if (sent) moveBelow(sent);
  else if (field.value) ask();
  field.addEventListener('input', wait);
  form.addEventListener('submit', () => clearTimeout(timer));
}

/* Where the script found one: beside that below, the one above would soon be of an older text. */
function moveBelow(preview) {
  preview.removeAttribute('autofocus');
  place.append(preview);
  preview.focus();
}

function wait() {
  clearTimeout(timer);
  timer = setTimeout(ask, pause);
}

/* One at a time: whatever was typed meanwhile is asked for when the answer is there. */
async function ask() {
  if (asking || performance.now() < notBefore) return;
  const body = field.value;
  if (body.trim().length < 2) return show('');
  asking = true;
  show(await previewOf(body));
  asking = false;
  if (field.value !== body) wait();
}

async function previewOf(body) {
  try {
    const form = new URLSearchParams({ body });
    const answer = await fetch(place.dataset.preview, { method: 'POST', redirect: 'error', body: form });
    if (answer.status === 429) notBefore = performance.now() + 1_000 * Number(answer.headers.get('retry-after'));
    return answer.ok ? await answer.text() : '';
  } catch {
    return '';
  }
}

function show(html) {
  // Of this site, and made safe there like every comment.
  place.innerHTML = html;
  // Once: were it said at every pause, nobody could write.
  const news = document.getElementById('preview-news');
  if (html && !news.textContent) news.textContent = place.dataset.announce;
}
