import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../src/config.ts';

describe('readConfig', () => {
  test('needs nothing', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: './data',
      articlesDir: './articles',
      databaseUrl: null,
      sessionSecret: null,
      baseUrl: null,
      trustProxy: [],
      firstComment: 'hold',
      challengeDelivery: 'inline',
      language: 'en',
      commentsPerPage: 50,
      blocklist: [],
      siteName: 'Leave a Reply',
      logLevel: 'info',
    });
  });

  test('takes an empty variable as one that is not set', () => {
    expect(readConfig({ PORT: '', BASE_URL: '', CHALLENGE_DELIVERY: '' })).toEqual(readConfig({}));
  });

  test('names every mistake at once, each with its remedy', () => {
    const mistaken = {
      PORT: '99999',
      FIRST_COMMENT: 'maybe',
      DATABASE_URL: 'mysql://x',
      CAPTCHA_OFF: '1',
      CHALLENGE_LIFETIME: '5',
      SESSION_SECRET: 'short',
    };
    expect(() => readConfig(mistaken)).toThrow(
      /PORT must be[\s\S]*DATABASE_URL must[\s\S]*SESSION_SECRET must[\s\S]*FIRST_COMMENT must be one of: hold, publish[\s\S]*CAPTCHA_OFF is not a setting[\s\S]*CHALLENGE_LIFETIME is not/,
    );
  });

  test.each([
    ['PORT', ['0', '80', '65535'], ['-1', '80.5', '65536', 'http', ' 80']],
    [
      'BASE_URL',
      ['https://news.example.org', 'http://localhost:3000/blog/'],
      ['news.example.org', 'ftp://x.example', 'https://u:p@x.example', 'https://x.example/?a'],
    ],
    [
      'TRUST_PROXY',
      ['loopback', '10.0.0.0/8, 192.0.2.1', '2001:db8::/32', 'uniquelocal,linklocal'],
      ['true', '1', '10.0.0.0/33', 'proxy.example', '10.0.0.0/8/8', '192.0.2.1/x'],
    ],
    ['LANGUAGE', ['de', 'pt-BR', 'fa', 'sr-Latn-RS'], ['xx', 'klingon', 'null']],
    ['COMMENTS_PER_PAGE', ['1', '500'], ['0', '501', 'many']],
    ['CHALLENGE_DELIVERY', ['inline', 'deferred'], ['off', 'none']],
    ['LOG_LEVEL', ['silent', 'debug'], ['verbose']],
    [
      'DATABASE_URL',
      ['postgres://db.example/x', 'postgresql://u:p@[::1]:5432/x?a=b'],
      ['sqlite:x.db', 'postgres//x', ':memory:'],
    ],
    ['SESSION_SECRET', ['x'.repeat(32)], ['x'.repeat(31)]],
  ])('%s', (name, good, bad) => {
    for (const value of good) expect(() => readConfig({ [name]: value })).not.toThrow();
    for (const value of bad) expect(() => readConfig({ [name]: value })).toThrow(name);
  });

  test('a public address loses its last slash', () => {
    expect(readConfig({ BASE_URL: 'https://news.example.org/blog/' }).baseUrl).toBe('https://news.example.org/blog');
  });
});
