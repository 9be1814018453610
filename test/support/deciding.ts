import type { World } from './world.ts';

/** A moderator decides so on comments of a lane; gives the path where that is told, and can be undone. */
export async function decide(
  world: Pick<World, 'moderator'>,
  action: string,
  ids: string | readonly string[],
  lane = 'pending',
): Promise<string> {
  const mo = await world.moderator();
  const decided = await mo.submit(await mo.open(`/moderation?status=${lane}`), 'form#bulk', { ids, action });
  return decided.headers.location ?? '';
}
