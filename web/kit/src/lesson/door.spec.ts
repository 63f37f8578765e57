import { doorBy, doorCount, nextDoor } from './door'

const qr = { size: 1, path: '' }
const at = (host: string) => ({ url: `http://${host}/lop/123456#key`, qr })
const door = { ...at('192.168.1.5:3000'), others: [at('10.0.0.7:3000'), at('172.16.0.2:3000')] }

describe('CR-56: a door with several addresses', () => {
  it('is told by one after the other, and by the first again', () => {
    const seen: string[] = []
    let host: string | null = null
    for (let taps = 0; taps < 4; taps++) {
      seen.push(`${doorCount(door, host).at} ${new URL(doorBy(door, host).url).hostname}`)
      host = nextDoor(door, host)
    }
    expect(seen).toEqual(['1 192.168.1.5', '2 10.0.0.7', '3 172.16.0.2', '1 192.168.1.5'])
    expect(doorCount(door, null).count).toBe(3)
  })

  it('keeps all its addresses, and is as the server says where the network has changed', () => {
    const chosen = doorBy(door, '10.0.0.7:3000')
    expect([chosen, ...chosen.others].map(({ url }) => new URL(url).hostname)).toEqual([
      '10.0.0.7',
      '192.168.1.5',
      '172.16.0.2',
    ])
    expect(doorBy(door, '192.168.99.1:3000')).toEqual(door)
    expect(doorCount(door, '192.168.99.1:3000').at).toBe(1)
  })
})
