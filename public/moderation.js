/* What the queue gains from JavaScript. Everything on the page works without it. */
import { decideWithoutReload } from './queue-acts.js';
import { listenToKeys } from './queue-keys.js';
import { listenToOthers } from './queue-news.js';
import { followFocus } from './queue-rows.js';
import { addSelectAll } from './queue-selection.js';

const queue = document.getElementById('queue');
if (queue) {
  const bulk = document.getElementById('bulk');
  if (bulk) addSelectAll(bulk);
  followFocus();
  decideWithoutReload();
  listenToKeys();
  listenToOthers(queue);
}
