import { expect, test } from '@jest/globals';
import { keptReply } from '../support/receipts.ts';
import { describeOnEveryEngine } from '../support/world.ts';
import { words } from '../views/render.ts';

const at = '/moderation/erasures';

describeOnEveryEngine('asking for erasure', (world) => {
  test('erases nothing by itself; an owner is led to the page that does, and erasing fulfils it', async () => {
    const { id, link } = await keptReply(world(), { body: 'To be *forgotten*' });
    const device = world().visitor();
    const asked = await device.submit(await device.open(link), 'form.receipt-erasure');
    const page = await device.open(asked.headers.location ?? '');
    expect(page.$('[role=status]').first().text()).toBe('You have asked for it. What becomes of it stands below.');
    expect(words(page.$('main').text())).toMatch(/You asked on .*2022.* An owner of this site decides\./);
    expect(page.$('form.receipt-erasure').length).toBe(0);
    const mo = await world().moderator();
    const queue = await mo.open('/moderation');
    expect(queue.$(`#row-${id}`).length).toBe(1);
    expect(words(queue.$(`.menu a[href="${at}"]`).text())).toBe('Erasures 1 waiting');
    const list = await mo.open(at);
    expect(words(list.$('.act').text())).toContain('One comment asked');
    const question = await mo.open(list.$('.act a.danger').attr('href') ?? '');
    expect(question.$('.losses em').text()).toBe('forgotten');
    await mo.submit(question, 'form[action="/moderation/erase"]', { sure: 'yes' });
    expect((await mo.open(at)).$('.empty').text()).toBe('Nobody asks for anything to be erased.');
    expect((await device.open(link)).status).toBe(404);
  });

  test('asked twice at once it is asked once; who asked sees that it was declined, and may ask again', async () => {
    const { token, link } = await keptReply(world(), { body: 'Asked for twice' });
    const send = () => world().visitor().post('/receipt/erasure', { token });
    await Promise.all([send(), send()]);
    const mo = await world().moderator();
    const list = await mo.open(at);
    expect(list.$('.act').length).toBe(1);
    const declined = await mo.submit(list, '.act form', { act: 'declined' });
    expect((await mo.open(declined.headers.location ?? '')).$('[role=status]').text()).toBe('The request is declined.');
    expect((await mo.submit(list, '.act form', { act: 'done' })).status).toBe(404);
    expect((await mo.submit(list, '.act form', { act: 'odd' })).status).toBe(422);
    const page = await world().visitor().open(link);
    expect(page.$('main').text()).toContain('an owner of this site declined.');
    expect((await send()).status).toBe(303);
    expect((await mo.open(at)).$('.act').length).toBe(1);
    await mo.submit(await mo.open(at), '.act form', { act: 'done' });
    expect((await world().visitor().open(link)).$('main').text()).toContain('has marked the request as done.');
  });

  test('is refused for an address that is only typed, to strangers, and without a token', async () => {
    const { token } = await keptReply(world(), { email: 'victim@example.org' });
    const visitor = world().visitor();
    expect((await visitor.post('/receipt/erasure', { token, scope: 'address' })).status).toBe(403);
    expect((await visitor.post('/receipt/erasure', {})).status).toBe(404);
    expect((await visitor.open(at)).status).toBe(303);
    expect((await (await world().moderator()).open(at)).$('.act').length).toBe(0);
  });
});
