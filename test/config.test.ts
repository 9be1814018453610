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
      replyDepth: 4,
      likes: 'on',
      blocklist: [],
      mostLinks: 1,
      challengeThinkSeconds: 3,
      challengeOutstanding: 8,
      guardLimits: null,
      sessionIdleHours: 72,
      sessionHours: 336,
      metricsToken: null,
      smtpUrl: null,
      mailFrom: null,
      webhookUrl: null,
      webhookSecret: null,
      webhookAllow: [],
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
    ['LIKES', ['on', 'off'], ['yes', 'false', 'ON']],
    ['CHALLENGE_DELIVERY', ['inline', 'deferred'], ['off', 'none']],
    ['LOG_LEVEL', ['silent', 'debug'], ['verbose']],
    [
      'DATABASE_URL',
      ['postgres://db.example/x', 'postgresql://u:p@[::1]:5432/x?a=b'],
      ['sqlite:x.db', 'postgres//x', ':memory:'],
    ],
    ['MOST_LINKS', ['0', '100'], ['-1', '101', 'few']],
    ['CHALLENGE_THINK_SECONDS', ['0', '60'], ['61', '-1', '2.5']],
    ['CHALLENGE_OUTSTANDING', ['1', '100'], ['0', '101']],
    ['SESSION_IDLE_HOURS', ['1', '336'], ['0', '337', '1.5']],
    ['SESSION_HOURS', ['1', '336'], ['0', '337', 'always']],
    ['METRICS_TOKEN', ['x'.repeat(16)], ['x'.repeat(15)]],
    [
      'GUARD_LIMITS',
      ['publish-address=3/10m', 'held-site=1000/1h, wrong-network = 5/2d', 'breaker-burst=0/30s'],
      ['publish=3/10m', 'publish-address=3', 'publish-address=3/10', 'publish-address=-1/1h', 'held-site=1/0h'],
    ],
    [
      'SMTP_URL',
      ['smtp://mail.example', 'smtps://u:p%40@mail.example:465'],
      ['mail.example', 'http://mail.example', 'smtp://'],
    ],
    ['MAIL_FROM', ['a.b@news.example'], ['Ann <a@news.example>', 'a@b@c.example', 'a@news.example, b@x.example']],
    [
      'WEBHOOK_URL',
      ['https://hooks.example/a?b=c', 'http://10.0.0.7'],
      ['hooks.example', 'ftp://x.example', 'https://u:p@x.example'],
    ],
    ['WEBHOOK_SECRET', ['x'.repeat(32)], ['x'.repeat(31)]],
    ['SESSION_SECRET', ['x'.repeat(32)], ['x'.repeat(31)]],
  ])('%s', (name, good, bad) => {
    for (const value of good) expect(() => readConfig({ [name]: value })).not.toThrow();
    for (const value of bad) expect(() => readConfig({ [name]: value })).toThrow(name);
  });

  test('limits are points in a time, by name', () => {
    expect(readConfig({ GUARD_LIMITS: 'held-site=1000/2h, publish-address=4/90s' }).guardLimits).toEqual({
      'held-site': { points: 1_000, seconds: 7_200 },
      'publish-address': { points: 4, seconds: 90 },
    });
  });

  test('a misspelt setting of the guard is a mistake', () => {
    expect(() => readConfig({ GUARD_LIMIT: 'held-site=1/1h' })).toThrow('GUARD_LIMIT is not a setting');
  });

  test('a public address loses its last slash', () => {
    expect(readConfig({ BASE_URL: 'https://news.example.org/blog/' }).baseUrl).toBe('https://news.example.org/blog');
  });
});
