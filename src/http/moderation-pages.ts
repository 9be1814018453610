import { type ClosingPageParts, closingRoutes } from './closing.ts';
import { decidingRoutes } from './deciding.ts';
import { type LogPageParts, logPage } from './decision-log.ts';
import { type DeskPageParts, deskRoutes } from './desk.ts';
import { type ErasingPageParts, erasingRoutes } from './erasing.ts';
import { type FilterPageParts, filterRoutes } from './filter.ts';
import { type GuardPageParts, guardPage } from './guard.ts';
import { type ListPageParts, listRoutes } from './lists.ts';
import { type QueuePageParts, queuePage } from './queue.ts';
import { type StatisticsPageParts, statisticsPage } from './statistics.ts';

type CommentParts = QueuePageParts & DeskPageParts & ErasingPageParts & LogPageParts;
type SettingParts = ListPageParts & ClosingPageParts & FilterPageParts;

export type ModerationPagesParts = CommentParts & SettingParts & GuardPageParts & StatisticsPageParts;

/** The pages of moderators: what they decide, what they set, and what they look at. */
export function moderationPages(parts: ModerationPagesParts) {
  return {
    queue: queuePage(parts),
    deciding: decidingRoutes(parts),
    desk: deskRoutes(parts),
    erasing: erasingRoutes(parts),
    log: logPage(parts),
    lists: listRoutes(parts),
    closing: closingRoutes(parts),
    filter: filterRoutes(parts),
    guard: guardPage(parts),
    statistics: statisticsPage(parts),
  };
}
