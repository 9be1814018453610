import { expect, test } from '@jest/globals';
import { article, credentials, describeOnEveryEngine } from '../support/world.ts';

describeOnEveryEngine('what every answer carries', (world) => {
  test.each(['/', article, '/nowhere', '/sign-in', '/moderation', '/assets/site.css', '/healthz'])(
    '%s has its security headers',
    async (path) => {
      const { headers } = await world().visitor().open(path);
      expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(headers['content-security-policy']).not.toContain('unsafe-inline');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(headers['cache-control']).toBeDefined();
      expect(headers['x-powered-by']).toBeUndefined();
      if (headers['set-cookie']) expect(headers['cache-control']).toContain('no-store');
    },
  );

  test('pages that only read set no cookie', async () => {
    for (const path of ['/', '/nowhere', '/articles/closed-letter', '/healthz', '/readyz']) {
      expect((await world().visitor().open(path)).headers['set-cookie']).toBeUndefined();
    }
  });
});

describeOnEveryEngine('requests from elsewhere', (world) => {
  const foreign = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ];

  test.each(foreign)('%j changes nothing', async (headers) => {
    const ann = world().visitor();
    const page = await ann.open(article);
    const posted = await ann.agent
      .post(`${article}/comments`)
      .set(headers)
      .type('form')
      .send({ ...page.reply, body: 'Forged', author: 'Eve' } as object);
    expect(posted.status).toBe(403);
    const mo = await world().moderator();
    const acted = await mo.agent.post('/moderation').set(headers).type('form').send({ action: 'approve', ids: 'x' });
    const out = await mo.agent.post('/sign-out').set(headers).type('form').send({});
    const entered = await ann.agent.post('/sign-in').set(headers).type('form').send(credentials);
    expect([acted.status, out.status, entered.status]).toEqual([403, 403, 403]);
    expect((await mo.open('/moderation')).status).toBe(200);
  });

  test('JSON and plain text are no form', async () => {
    const ann = world().visitor();
    const page = await ann.open(article);
    const fields = { ...page.reply, body: 'As JSON', author: 'Ann' };
    for (const type of ['application/json', 'text/plain']) {
      const posted = await ann.agent.post(`${article}/comments`).set('content-type', type).send(JSON.stringify(fields));
      expect(posted.status).toBe(422);
    }
  });

  test('only POST posts', async () => {
    const mo = await world().moderator();
    for (const path of ['/sign-out', `${article}/comments`]) expect((await mo.open(path)).status).toBe(404);
    expect((await mo.open('/moderation?action=approve&ids=x')).status).toBe(200);
    expect((await mo.agent.put('/moderation').set('sec-fetch-site', 'same-origin')).status).toBe(404);
  });
});
