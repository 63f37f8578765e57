import { networkOf } from './network.js'

describe('AT-16: the network of an attempt', () => {
  it.each([
    ['14.225.3.77', '14.225.3.0/24'],
    ['::ffff:14.225.3.77', '14.225.3.0/24'],
    ['2405:4803:00fa:1::9', '2405:4803:fa::/48'],
    ['2405::9', '2405:0:0::/48'],
    ['::1', '0:0:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
  ])('%s is kept as %s', (address, network) => expect(networkOf(address)).toBe(network))

  it.each(['', 'phone', '1.2.3', '1.2.3.999.4', '300.1.1.1', '1::2::3', '12345::', '1:2:3'])(
    '%p is no address',
    (text) => expect(networkOf(text)).toBeNull(),
  )
})
