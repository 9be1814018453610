/* Adds a "select all" box to the queue's bulk bar. Everything else on the page works without this file. */
const bulk = document.getElementById('bulk');
if (bulk) addSelectAll(bulk, [...document.querySelectorAll('input[name="ids"][form="bulk"]')]);

function addSelectAll(form, boxes) {
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

  const show = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    all.checked = chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
    count.textContent = chosen > 0 ? `${chosen} ${form.dataset.selected}` : '';
  };
  all.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked;
    show();
  });
  for (const box of boxes) box.addEventListener('change', show);
  show();
}
