/* Fetches the next page of the lane before this one is at its end. */
let loading = null;

export function loadMore() {
  loading ??= load().finally(() => {
    loading = null;
  });
  return loading;
}

async function load() {
  const link = document.querySelector('.pager [rel="next"]');
  const list = document.querySelector('.rows');
  if (!link || !list) return;
  try {
    const answer = await fetch(link.href, { redirect: 'error' });
    if (!answer.ok) return;
    // Of this site, and escaped there like every page.
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const row of page.querySelectorAll('.row')) if (!document.getElementById(row.id)) list.append(row);
    const next = page.querySelector('.pager [rel="next"]');
    if (next) link.href = next.href;
    else link.remove();
    const upTo = page.querySelector('#bulk [name="upTo"]');
    if (upTo) document.querySelector('#bulk [name="upTo"]').value = upTo.value;
  } catch {
    // Offline, perhaps. The link is still there.
  }
}
