/* Hears what other moderators decide, and shows it on the rows it is about. The focus stays where it is. */
import { isActing } from './queue-acts.js';
import { countOf, showCounts } from './queue-counts.js';
import { tellDecided, tellUndecided } from './queue-rows.js';

/* A hidden page lets its connection go: a browser has few of them for one site. */
export function listenToOthers({ dataset }) {
  const url = new URL(dataset.events, location.href);
  let source = null;

  const listen = () => {
    source = new EventSource(url);
    source.addEventListener('decided', ({ data }) => {
      const act = JSON.parse(data);
      url.searchParams.set('after', act.number);
      for (const id of act.ids) show(document.getElementById(`row-${id}`), act, dataset.status);
    });
    source.addEventListener('counts', ({ data }) => {
      const counts = JSON.parse(data);
      const grown = counts[dataset.status] > countOf(dataset.status);
      if (grown && !isActing()) document.getElementById('fresh').hidden = false;
      showCounts(counts);
    });
  };

  const follow = () => {
    source?.close();
    source = null;
    if (!document.hidden) listen();
  };
  document.addEventListener('visibilitychange', follow);
  follow();
}

function show(row, act, lane) {
  if (!row || row.hidden) return;
  if (act.to === lane) tellUndecided(row);
  else tellDecided(row, act.told);
}
