import assert from 'node:assert/strict'
import { test } from 'node:test'
import { letter } from './letters/rules.ts'
import { messageIdOf, serverOf, verdictOf, verdictOfGreeting, type SmtpFailure } from './rules.ts'

const verdicts: [what: string, failure: SmtpFailure, kind: 'later' | 'never' | 'down'][] = [
  ['greylisting', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451, permanent: false }, 'later'],
  ['an unknown reader', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, permanent: true }, 'never'],
  ['a full mailbox', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 452, permanent: false }, 'later'],
  ['a mail taken for spam', { code: 'EMESSAGE', command: 'DATA', responseCode: 554, permanent: true }, 'never'],
  ['a mail too large, told at once', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 552, permanent: true }, 'never'],
  ['a sender the server does not take', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 553, permanent: true }, 'down'],
  ['a sender put off', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 450, permanent: false }, 'later'],
  ['a wrong password', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535, permanent: true }, 'down'],
  ['a server that wants a password', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 530, permanent: true }, 'down'],
  ['a server that closes for now', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 421, permanent: false }, 'down'],
  ['no such server', { code: 'EDNS', command: 'CONN' }, 'down'],
  ['nobody listening', { code: 'ESOCKET', originalCode: 'ECONNREFUSED', command: 'CONN' }, 'down'],
  ['no answer to the connection', { code: 'ETIMEDOUT', timeoutType: 'CONNECT_TIMEOUT', command: 'CONN' }, 'down'],
  ['a certificate that is not trusted', { code: 'ETLS', command: 'STARTTLS' }, 'down'],
  ['a connection cut in the middle of a mail', { code: 'ECONNECTION', command: 'CONN' }, 'later'],
  ['silence in the middle of a mail', { code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT', command: 'CONN' }, 'later'],
]

for (const [what, failure, kind] of verdicts) {
  test(`mail: ${what} means ${kind}`, () => assert.equal(verdictOf(failure).kind, kind))
}

test('whatever happens before any mail is offered holds all mail up', () => {
  for (const [, failure] of verdicts) assert.equal(verdictOfGreeting(failure).kind, 'down')
})

test('the address of a server says its port, its safety and who signs in', () => {
  assert.deepEqual(serverOf('smtps://jan%40firma.pl:h%3Aas%2Fło@poczta.firma.pl'), { host: 'poczta.firma.pl', port: 465, security: 'tls', user: 'jan@firma.pl', password: 'h:as/ło' })
  assert.deepEqual(serverOf('smtp://127.0.0.1:2525'), { host: '127.0.0.1', port: 2525, security: 'auto', user: null, password: null })
  assert.deepEqual(serverOf('smtp://[::1]:25').host, '::1')
})

test('one mail has one Message-ID', () => {
  assert.equal(messageIdOf('0190', 'crm@firma.pl'), '<0190@firma.pl>')
})

test('a letter writes as text whatever it is given, and links nowhere but to pages, mail and telephones', () => {
  const { html, text } = letter({
    language: 'pl', title: '<script>alert(1)</script> "Umowa" & inne', paragraphs: ['Pierwszy\nwiersz <b>nie gruby</b>'], footer: 'Bo śledzisz <x>',
    button: { label: 'Otwórz <', url: 'javascript:alert(1)' }, buttons: [{ label: 'Nie', url: 'https://crm.firma.pl/a?b="c"&d' }], facts: [{ label: 'Kto', value: 'Łukasz <Żółć>' }],
  })
  assert.doesNotMatch(html, /<script>|<b>nie|javascript:|"c"|<x>|<Żółć>/)
  assert.match(html, /Pierwszy<br>wiersz &lt;b&gt;/)
  assert.match(html, /https:\/\/crm\.firma\.pl\/a\?b=&quot;c&quot;&amp;d/)
  assert.doesNotMatch(html, /<img|url\(|src=/, 'nothing is fetched from elsewhere')
  assert.match(html, /<html lang="pl">/)
  assert.match(text, /^<script>alert\(1\)<\/script> "Umowa" & inne\n\nPierwszy\nwiersz/)
  assert.match(text, /Kto: Łukasz <Żółć>/)
  assert.match(text, /-- \nBo śledzisz <x>$/)
})
