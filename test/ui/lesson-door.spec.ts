import { see, until } from './support/act'
import { describeInBrowser } from './support/chromium'
import { ClassHall, emptyHall } from './support/class-hall'
import { look, PROJECTOR } from './support/class-screen'
import { button } from './support/places'
import { useStage } from './support/stage'

const stage = useStage()
afterEach(emptyHall)

const OTHERS = ['192.168.43.1:3000', '10.20.30.40:3000']

describeInBrowser('CR-56: a machine with several addresses', () => {
  stage.scene('the host goes from one to the next, and it is kept', async () => {
    const hall = await ClassHall.open(stage)
    const lesson = await hall.lesson([{ kind: 'poll', prompt: 'Rồi chưa?', choices: ['Rồi', 'Chưa'] }], {})
    const { page } = await stage.visit({ size: PROJECTOR, login: hall.login, isStill: true })
    const { pin } = lesson
    // What this machine would say if it were in three networks.
    const others = OTHERS.map((host) => ({
      url: `http://${host}/lop/${pin}`,
      qr: { size: 2, path: host === OTHERS[0] ? 'M0 0h1v1h-1z' : 'M1 1h1v1h-1z' },
    }))
    await page.routeWebSocket(/socket\.io/, (socket) => {
      const server = socket.connectToServer()
      server.onMessage((message) =>
        socket.send(String(message).replace(/("door":\{.*?"others":)\[\]/, `$1${JSON.stringify(others)}`)),
      )
    })
    await page.goto(lesson.path)
    const address = page.locator('.hs-join-go b')
    await see(button(page, 'Địa chỉ khác (1/3)'))
    const first = await address.innerText()
    await look(page, 'host-lobby-addresses')
    await button(page, 'Địa chỉ khác (1/3)').click()
    await until(async () => (await address.innerText()) === `${OTHERS[0]}/lop`)
    await page.reload()
    await see(button(page, 'Địa chỉ khác (2/3)'))
    expect(await address.innerText()).toBe(`${OTHERS[0]}/lop`)
    expect(await page.locator('.hs-join .ts-qr path').getAttribute('d')).toBe('M0 0h1v1h-1z')
    await button(page, 'Địa chỉ khác (2/3)').click()
    await button(page, 'Địa chỉ khác (3/3)').click()
    await until(async () => (await address.innerText()) === first)
  })
})
