/// <reference types="jest" />

const START = Date.parse('2026-10-10T01:00:00Z')

/** A page whose own time and whose device's clock can be moved apart. */
async function page(deviceIsAheadMs = 0) {
  let wall = START + deviceIsAheadMs
  let own = 5_000
  jest.spyOn(Date, 'now').mockImplementation(() => wall)
  jest.spyOn(performance, 'now').mockImplementation(() => own)
  jest.resetModules()
  const clock = await import('./attempt-clock')
  return {
    clock,
    pass(ms: number) {
      wall += ms
      own += ms
    },
    /** The phone sleeps: its clock goes on, the page's time does not. */
    sleep(ms: number) {
      wall += ms
    },
  }
}

const iso = (ms: number) => new Date(ms).toISOString()

afterEach(() => {
  jest.restoreAllMocks()
})

describe('the clock of an attempt', () => {
  it('takes the time from the server, not from the device', async () => {
    const { clock, pass } = await page(3_600_000)
    clock.compareWithServer(iso(START), 0)
    pass(1_000)
    expect(clock.attemptNow()).toBe(START + 1_000)
  })

  it('does not jump for what the trip explains', async () => {
    const { clock } = await page()
    clock.compareWithServer(iso(START), 0)
    clock.compareWithServer(iso(START - 1_000), 2_500)
    expect(clock.attemptNow()).toBe(START)
    clock.compareWithServer(iso(START + 5_000), 400)
    expect(clock.attemptNow()).toBe(START + 5_200)
  })

  it('bridges a sleep without network', async () => {
    const { clock, pass, sleep } = await page()
    clock.compareWithServer(iso(START), 0)
    pass(10_000)
    sleep(300_000)
    clock.noticeSleep()
    expect(clock.attemptNow()).toBe(START + 310_000)
    clock.noticeSleep()
    expect(clock.attemptNow()).toBe(START + 310_000)
  })

  it('goes on after a reload without network, on a device whose clock is wrong', async () => {
    const before = await page(-7_000_000)
    before.clock.compareWithServer(iso(START), 0)
    const skew = before.clock.deviceSkew()
    const after = await page(-7_000_000)
    after.pass(20_000)
    after.clock.assumeSkew(skew)
    expect(after.clock.attemptNow()).toBe(START + 20_000)
  })

  it('takes no notice of nonsense', async () => {
    const { clock } = await page()
    clock.compareWithServer(iso(START), 0)
    clock.compareWithServer('soon', 0)
    expect(clock.attemptNow()).toBe(START)
  })
})
