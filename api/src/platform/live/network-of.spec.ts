import { networkOf } from './network-of.js'

it.each([
  ['113.161.5.7', '113.161.5.7'],
  ['::ffff:113.161.5.7', '::ffff:113.161.5.7'],
  ['2001:ee0:4a2b:1c00:0:0:0:1', '2001:ee0:4a2b:1c00::/64'],
  ['2001:ee0:4a2b:1c00::1', '2001:ee0:4a2b:1c00::/64'],
  ['2001:0EE0:4a2b:1c00:ffff:1:2:3', '2001:ee0:4a2b:1c00::/64'],
  ['2001:ee0::1', '2001:ee0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
