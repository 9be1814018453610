/*
 * Likes a comment, or takes the like back, without a reload. What the server says in words is shown as it is. Where there
 * is no answer, the button stays as it was.
 */
const form = document.getElementById('liking');
const busy = new Set();

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  press(event.submitter);
});

async function press(button) {
  if (busy.has(button)) return;
  busy.add(button);
  const answer = await send(button);
  if (answer.error) complain(button, answer.error);
  else show(button, answer);
  busy.delete(button);
}

/* A page that was made for everybody has no ticket: the first answer brings it, and the cookie that it belongs to. */
async function send(button) {
  const first = await post(button);
  if (!first.ticket) return first;
  form.elements.ticket.value = first.ticket;
  return post(button);
}

async function post(button) {
  const body = new URLSearchParams({ ticket: form.elements.ticket.value, act: button.value });
  const headers = { accept: 'application/json' };
  try {
    const answer = await fetch(button.formAction, { method: 'POST', redirect: 'error', headers, body });
    return await answer.json();
  } catch {
    return { error: form.dataset.failed };
  }
}

/* The button is the same one, so it keeps the focus. */
function show(button, { liked, words }) {
  button.setAttribute('aria-pressed', liked);
  button.value = liked ? 'take-back' : 'like';
  const place = button.parentElement;
  place.querySelector('.like-count').textContent = words;
  place.querySelector('.like-problem')?.remove();
}

function complain(button, sentence) {
  const problem = button.parentElement.querySelector('.like-problem') ?? document.createElement('span');
  problem.className = 'like-problem';
  problem.setAttribute('role', 'alert');
  problem.textContent = sentence;
  button.parentElement.append(problem);
}
