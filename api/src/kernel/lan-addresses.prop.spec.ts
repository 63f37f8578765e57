import fc from 'fast-check'
import { type InterfaceAddress, lanAddresses, privateBlock } from './lan-addresses.js'

const REAL = ['eth0', 'enp3s0', 'en0', 'wlan0', 'wlp2s0', 'Wi-Fi', 'Ethernet', 'Local Area Connection* 10']
const VIRTUAL = ['docker0', 'br-9f', 'veth12', 'vmnet8', 'utun3', 'vEthernet (WSL)', 'VirtualBox Host-Only Network']

const ipv4 = fc
  .tuple(
    fc.constantFrom('192.168', '10.1', '172.20', '172.40', '203.113', '169.254', '127.0'),
    fc.nat({ max: 255 }),
    fc.nat({ max: 255 }),
  )
  .map(([head, third, last]) => `${head}.${third}.${last}`)
const address = fc.record({
  address: ipv4,
  family: fc.constantFrom('IPv4', 'IPv4', 'IPv6'),
  internal: fc.boolean(),
  mac: fc.constantFrom('a4:bb:6d:00:00:01', '0a:00:27:00:00:0c'),
})
const interfaces = fc.uniqueArray(fc.tuple(fc.constantFrom(...REAL, ...VIRTUAL), fc.array(address, { maxLength: 3 })), {
  selector: ([name]) => name,
  maxLength: 6,
})
const isReal = (name: string, { mac }: InterfaceAddress) => REAL.includes(name) && !mac.startsWith('0a:00:27')
const isReachable = ({ family, internal, address }: InterfaceAddress) =>
  family === 'IPv4' && !internal && !address.startsWith('169.254.')

const one = (name: string, address: string, mac = 'a4:bb:6d:00:00:01') => ({
  [name]: [{ address, family: 'IPv4', internal: false, mac }],
})

describe('CR-56: where phones reach the machine', () => {
  it('is every IPv4 address that is neither of the machine itself nor self-assigned, once; of virtual adapters where there is no real one', () => {
    fc.assert(
      fc.property(interfaces, (entries) => {
        const all = entries.flatMap(([name, each]) => each.filter(isReachable).map((one) => ({ name, one })))
        const real = all.filter(({ name, one }) => isReal(name, one))
        const expected = new Set((real.length > 0 ? real : all).map(({ one }) => one.address))
        const found = lanAddresses(Object.fromEntries(entries))
        expect(new Set(found)).toEqual(expected)
        expect(found).toHaveLength(expected.size)
      }),
    )
  })

  it('does not depend on the order in which the system names its adapters', () => {
    fc.assert(
      fc.property(interfaces, (entries) => {
        const turned = [...entries].reverse().map(([name, all]) => [name, [...all].reverse()] as const)
        expect(lanAddresses(Object.fromEntries(turned))).toEqual(lanAddresses(Object.fromEntries(entries)))
      }),
    )
  })

  it('begins with a private address of a real adapter wherever there is one', () => {
    fc.assert(
      fc.property(interfaces, (entries) => {
        const best = entries.flatMap(([name, all]) =>
          all.filter((each) => isReachable(each) && isReal(name, each) && privateBlock(each.address) >= 0),
        )
        if (best.length > 0)
          expect(best.map((each) => each.address)).toContain(lanAddresses(Object.fromEntries(entries))[0])
      }),
    )
  })

  it('prefers the wireless adapter, since phones are on it', () => {
    const all = { ...one('Ethernet', '192.168.1.5'), ...one('Wi-Fi', '10.0.0.7'), ...one('docker0', '172.17.0.1') }
    expect(lanAddresses(all)).toEqual(['10.0.0.7', '192.168.1.5'])
    expect(lanAddresses(one('docker0', '172.17.0.1'))).toEqual(['172.17.0.1'])
  })

  it("takes a laptop's own hotspot when there is no other network", () => {
    const all = {
      ...one('Local Area Connection* 10', '192.168.137.1'),
      ...one('Ethernet 2', '192.168.56.1', '0a:00:27:00:00:0c'),
    }
    expect(lanAddresses(all)[0]).toBe('192.168.137.1')
  })

  it('is empty without a network', () => {
    expect(
      lanAddresses({ lo: [{ address: '127.0.0.1', family: 'IPv4', internal: true, mac: '00:00:00:00:00:00' }] }),
    ).toEqual([])
  })
})
