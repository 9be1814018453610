import { describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { hostOf, read, visit } from './host.ts';

describe('what bots send', () => {
  test.each<[string, (challenge: string) => string, string]>([
    ['an empty answer where 0 is right', (id) => `challenge=${id}&response=`, 'malformed'],
    ['no answer', (id) => `challenge=${id}`, 'malformed'],
    ['two answers', (id) => `challenge=${id}&response=0&response=1`, 'malformed'],
    ['the right answer twice', (id) => `challenge=${id}&response=0&response=0`, 'malformed'],
    ['two challenges', (id) => `challenge=${id}&challenge=${id}&response=0`, 'unknown'],
    ['no challenge', () => 'response=0', 'unknown'],
    ['nothing', () => '', 'unknown'],
    ['a made-up challenge', () => `challenge=${'a'.repeat(22)}&response=0`, 'unknown'],
  ])('%s: form', async (_, body, outcome) => {
    const { agent, challenge } = await visit({ randomInt: () => 0 });
    const answer = await agent.post('/contact').type('form').send(body(challenge)).expect(422);
    expect(answer.get('Outcome')).toBe(outcome);
  });

  test.each<[unknown, string]>([
    ['0', 'passed'],
    [0, 'malformed'],
    [['0'], 'malformed'],
    [null, 'malformed'],
    [false, 'malformed'],
    [{ toString: '0' }, 'malformed'],
    [undefined, 'malformed'],
  ])('%p: JSON', async (response, outcome) => {
    const { agent, challenge } = await visit({ randomInt: () => 0 });
    expect((await agent.post('/contact').send({ challenge, response })).get('Outcome')).toBe(outcome);
  });

  test('a body of another kind', async () => {
    const { agent } = await visit();
    const answer = await agent.post('/contact').type('text').send('challenge=1&response=0').expect(422);
    expect(answer.get('Outcome')).toBe('unknown');
  });

  test('a right answer without the cookie', async () => {
    const app = hostOf();
    const { challenge, response } = read((await request(app).get('/contact')).text);
    const answer = await request(app).post('/contact').type('form').send({ challenge, response }).expect(422);
    expect(answer.get('Outcome')).toBe('unknown');
  });

  test('twenty right answers at once', async () => {
    const { agent, challenge, response } = await visit();
    const post = () => agent.post('/contact').type('form').send({ challenge, response });
    const outcomes = (await Promise.all(Array.from({ length: 20 }, post))).map((answer) => answer.get('Outcome'));
    expect(outcomes.filter((outcome) => outcome === 'passed')).toHaveLength(1);
  });
});
