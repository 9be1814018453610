import { expect, test } from '@jest/globals';
import { enrolled, signedIn } from '../support/signing-in.ts';
import { article, describeOnEveryEngine, idOf, writeReply } from '../support/world.ts';

const button = 'button[formaction="/moderation/erase"]';

describeOnEveryEngine('erasing from the trash', (world) => {
  test('what an owner ticks there is asked about first, then gone', async () => {
    const ids: string[] = [];
    for (const body of ['First of the trash', 'Second of the trash', 'Left in the trash'])
      ids.push(idOf(await writeReply(world().visitor(), { body })));
    const mo = await world().moderator();
    await mo.submit(await mo.open('/moderation'), 'form#bulk', { ids, action: 'trash' });
    const trash = await mo.open('/moderation?status=trash');
    expect(trash.$(button).length).toBe(1);
    const csrf = trash.$('form#bulk [name=csrf]').attr('value') ?? '';
    const question = await mo.post('/moderation/erase', { csrf, ids: ids.slice(0, 2), ask: '1' });
    expect([question.status, question.$('[role=alert]').length, question.$('.losses').text()]).toEqual([
      200,
      0,
      expect.stringContaining('Second of the trash'),
    ]);
    await mo.submit(question, 'form[action="/moderation/erase"]', { sure: 'yes', ids: ids.slice(0, 2) });
    const left = await mo.open('/moderation?status=trash');
    expect(ids.map((id) => left.$(`#row-${id}`).length)).toEqual([0, 0, 1]);
    expect((await world().visitor().open(article)).html).not.toContain('of the trash');
  });

  test('a group is opened first, for it may hold what nobody has looked at', async () => {
    const mo = await world().moderator();
    const csrf = (await mo.open('/moderation')).$('[name=csrf]').attr('value') ?? '';
    const group = await mo.post('/moderation/erase', {
      csrf,
      clusters: '01890000-0000-7000-8000-000000000000',
      ask: '1',
    });
    expect([group.status, group.$('main').text()]).toEqual([
      422,
      expect.stringContaining('A group is not erased as one'),
    ]);
  });

  test('is offered to owners alone', async () => {
    const plain = await signedIn(world(), await enrolled(world(), 'plain@example.org'));
    expect((await plain.open('/moderation?status=trash')).$(button).length).toBe(0);
  });
});
