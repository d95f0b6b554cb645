import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMails } from './mails.ts'

test('addresses are read as people paste them, with names or without', () => {
  assert.deepEqual(readMails('jan@firma.pl, Anna Nowak <anna@firma.pl>; "Grzegorz Lis" <g.lis@firma.pl>'), {
    mails: [{ mail: 'jan@firma.pl' }, { mail: 'anna@firma.pl', name: 'Anna Nowak' }, { mail: 'g.lis@firma.pl', name: 'Grzegorz Lis' }], wrong: null,
  })
})

test('what is no address is named, not sent', () => {
  assert.equal(readMails('jan@firma.pl, anna(at)firma.pl').wrong, 'anna(at)firma.pl')
  assert.deepEqual(readMails(' , ;'), { mails: [], wrong: null })
})
