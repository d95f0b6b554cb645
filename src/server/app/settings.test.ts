import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { StartError } from '../kernel/db/start-error.ts'
import { readSettings } from './settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'sedno-settings-'))
after(() => rmSync(folder, { recursive: true }))

test('without any setting everything has its value', () => {
  const { port, host, data, secretFile, databaseUrl, language, languageGiven, currency, admin, demo, role, url } = readSettings({}, '/srv/sedno')
  assert.deepEqual(
    { port, host, data, secretFile, databaseUrl, language, languageGiven, currency, admin, demo, role, url },
    { port: 4700, host: '127.0.0.1', data: '/srv/sedno/data', secretFile: '/srv/sedno/data/secret.key', databaseUrl: null, language: 'en', languageGiven: false, currency: null, admin: null, demo: false, role: 'all', url: null },
  )
})

test('the environment goes before .env, and an empty value is none', () => {
  writeFileSync(join(folder, '.env'), 'PORT=5000\nSEDNO_LANG=pl\nSEDNO_ADMIN_EMAIL=a@b.pl\nSEDNO_ADMIN_PASSWORD=" with spaces "\nSEDNO_DATA=kept\n')
  const settings = readSettings({ PORT: '6000', SEDNO_LANG: '' }, folder)
  assert.equal(settings.port, 6000)
  assert.equal(settings.languageGiven, false)
  assert.deepEqual(settings.admin, { email: 'a@b.pl', password: ' with spaces ' })
  assert.equal(settings.data, join(folder, 'kept'))
})

test('the public address loses its last slash, the terminal’s language is the default', () => {
  const settings = readSettings({ SEDNO_URL: 'https://crm.firma.pl/', LANG: 'pl_PL.UTF-8' }, folder)
  assert.equal(settings.url, 'https://crm.firma.pl')
  assert.equal(settings.language, 'pl')
})

for (const [name, value] of Object.entries({ PORT: '70000', SEDNO_LANG: 'de', SEDNO_ROLE: 'boss', SEDNO_URL: 'crm', SEDNO_CURRENCY: 'zł', SEDNO_ADMIN_EMAIL: 'alone@firma.pl', SEDNO_SMTP_URL: 'mail' })) {
  test(`${name}=${value} is refused by name`, () => {
    assert.throws(() => readSettings({ [name]: value }, '/nowhere'), (error) => error instanceof StartError && error.sentence('pl').includes(name))
  })
}
