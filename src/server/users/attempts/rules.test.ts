import assert from 'node:assert/strict'
import { test } from 'node:test'
import { limitsFor, network } from './rules.ts'

const networks: [string, string][] = [
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:0002::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
]
for (const [address, expected] of networks) test(`${address} belongs to ${expected}`, () => assert.equal(network(address), expected))

test('what people type as their mail is not kept in clear: it may be a password', () => {
  assert.ok(!JSON.stringify(limitsFor('my-secret-password', '192.0.2.7')).includes('my-secret'))
})
