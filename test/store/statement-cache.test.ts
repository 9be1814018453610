import { describe, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { cachingStatements } from '../../src/store/statement-cache.ts';

describe('prepared statements', () => {
  test('are kept while in use and let go in the order of their last use', () => {
    const cache = cachingStatements(new Database(':memory:'));
    const first = cache.prepare('select 0');
    const second = cache.prepare('select 1');
    for (let n = 2; n < 200; n++) cache.prepare(`select ${n}`);
    expect(cache.prepare('select 0')).toBe(first);
    cache.prepare('select 200');
    expect(cache.prepare('select 0')).toBe(first);
    expect(cache.prepare('select 1')).not.toBe(second);
    cache.close();
  });

  test('see a column that another version of the program added', () => {
    const database = new Database(':memory:').exec("create table t (a text); insert into t values ('x')");
    const cache = cachingStatements(database);
    expect(cache.prepare('select * from t').all([])).toEqual([{ a: 'x' }]);
    database.exec("alter table t add column b text default 'y'");
    expect(cache.prepare('select * from t').all([])).toEqual([{ a: 'x', b: 'y' }]);
    cache.close();
  });
});
