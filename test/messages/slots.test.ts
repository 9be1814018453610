import { expect, test } from '@jest/globals';
import { partsOf } from '../../src/messages/slots.ts';
import { translatorFor } from '../../src/messages/translator.ts';

test('a message is cut at the places of its values', () => {
  expect(partsOf(translatorFor('en'), 'log.by', ['at', 'by'])).toEqual([
    { text: 'by ' },
    { slot: 'by' },
    { text: ', ' },
    { slot: 'at' },
  ]);
});

test('what the message leaves out has no place, and other values are said', () => {
  const values = { what: 'spam', who: 'nobody', when: 'never', name: 'Ann' };
  expect(partsOf(translatorFor('en'), 'act.already', ['by', 'at'], values)).toEqual([
    { text: 'Already otherwise: the comment by Ann was marked as spam.' },
  ]);
});
