import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Response } from 'supertest';
import type { Access } from '../../src/http/access.ts';
import { engines } from '../support/engines.ts';
import { openPeople, type People, type PersonName, personNames } from '../support/people.ts';
import { type LiveRoute, routesOf } from '../support/routes.ts';

/** Whom a rule lets pass. */
const allowed: Readonly<Record<Access, readonly PersonName[]>> = {
  anyone: personNames,
  moderator: ['moderator', 'owner'],
  owner: ['owner'],
};

describe.each(engines.map((engine) => [engine.name, engine] as const))('every route (%s)', (_name, engine) => {
  let people: People;
  let routes: readonly LiveRoute[];
  beforeAll(async () => {
    people = await openPeople(engine);
    routes = routesOf(people.app);
  });
  afterAll(() => people.close());

  test('says who may use it, before anything else', () => {
    expect(routes.length).toBeGreaterThan(25);
    expect(routes.filter(({ access }) => access === null)).toEqual([]);
  });

  test('is a page or a form, and nothing but a form changes anything', () => {
    expect(routes.filter(({ method }) => !['get', 'post'].includes(method))).toEqual([]);
  });

  test.each(personNames)(
    'lets nobody pass whom it does not name: %s',
    async (name) => {
      const surprises: string[] = [];
      for (const route of routes)
        for (const [address, body] of waysTo(route)) {
          const answer = await people.request(name, route.method, address, body);
          if (isSurprise(answer, name, route, address))
            surprises.push(`${name} ${route.method} ${address} (${route.access}): ${answer.status}`);
        }
      expect(surprises).toEqual([]);
      // Several hundred requests.
    },
    90_000,
  );
});

function isSurprise(answer: Response, name: PersonName, { access }: LiveRoute, address: string): boolean {
  if (access === 'anyone') return answer.status >= 500;
  if (access !== null && allowed[access].includes(name)) return isRefusal(answer, name) || answer.status >= 500;
  // An odd address may be none at all.
  return !isRefusal(answer, name) && !(/%00|%2f/.test(address) && [400, 404].includes(answer.status));
}

/** A page leads to the sign-in page, an act is refused; a moderator is told that it takes an owner. */
function isRefusal({ status, headers, text }: Response, name: PersonName): boolean {
  if (name === 'moderator') return status === 403 && text.includes('Only an owner');
  return (status === 303 && headers.location === '/sign-in') || (status === 403 && text.includes('Sign in as a moder'));
}

const unknown = '01890000-0000-7000-8000-000000000000';

/** The address with parameters that are missing, empty, doubled, odd, or of something that is not there. */
function waysTo({ path, method }: LiveRoute): readonly (readonly [string, string])[] {
  const filled = (value: string): string => path.replace(/[:*]\w+/g, value);
  const bodies = ['', 'id=', 'id=1&id=2&ids=1&ids=2', `id=${unknown}&ids=${unknown}&batch=${unknown}&id[a]=1`];
  if (method === 'post') return bodies.map((body) => [filled(unknown), body]);
  const queries = ['', '?id=', '?id=1&id=2&token=a&token=b&status=a&status=b', '?id[a]=1&before[]=1&__proto__[a]=1'];
  const addresses = queries.map((query) => `${filled(unknown)}${query}`);
  return (filled('') === path ? addresses : [...addresses, filled('%00'), filled('..%2f..')]).map((each) => [each, '']);
}
