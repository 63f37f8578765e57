import type { ApiBody } from '@thiso/contracts'
import { Client } from '../support/client'
import { PASSWORD } from '../support/people'
import { useStage } from '../support/stage'

const stage = useStage()

async function signUpBody(change: Partial<ApiBody<'signUp'>> = {}): Promise<ApiBody<'signUp'>> {
  const { version } = await stage.guest().get('consent')
  return {
    login: `thi.sinh.${Math.trunc(performance.now() * 1000)}`,
    password: 'bánh tráng đập dập',
    fullName: 'Phạm Thị Mỹ Hạnh',
    birthDate: '1998-12-20',
    unitId: stage.units.communes[0] as string,
    consentVersion: version,
    isConsentGiven: true,
    ...change,
  }
}
const signUp = async (change: Partial<ApiBody<'signUp'>> = {}) => {
  const browser = stage.guest()
  return { browser, reply: await browser.call('signUp', { body: await signUpBody(change) }) }
}
/** Somebody who is that old today, by the server's calendar. */
async function bornYearsAgo(years: number): Promise<string> {
  const { serverTime } = await stage.guest().get('serverTime')
  const day = new Date(Date.parse(serverTime) - 86_400_000 * 2)
  day.setUTCFullYear(day.getUTCFullYear() - years)
  return day.toISOString().slice(0, 10)
}

describe('signing up', () => {
  it.each([
    ['a log-in that is taken, however it is written', { login: '+84 905-000-111' }, 'AUTH.LOGIN_TAKEN'],
    ['a password that everybody tries', { password: 'matkhau123' }, 'AUTH.WEAK_PASSWORD'],
    ['the own name for a password', { password: 'Phạm Thị Mỹ Hạnh' }, 'AUTH.WEAK_PASSWORD'],
    ['a consent text of yesterday', { consentVersion: '2020-01' }, 'AUTH.CONSENT_OUTDATED'],
    ['a unit that is none', { unitId: '5b1c9f0e-0000-4000-8000-000000000001' }, 'UNIT.NOT_FOUND'],
    ['a birthday in the future', { birthDate: '2190-01-01' }, 'REQUEST.INVALID'],
    ['a day that is none', { birthDate: '2001-02-30' }, 'REQUEST.INVALID'],
  ])('refuses %s', async (_, change, code) => {
    await stage.guest().call('signUp', { body: await signUpBody({ login: '0905000111' }) })
    const { browser, reply } = await signUp(change)
    expect(reply.code).toBe(code)
    expect(browser.cookies.size).toBe(0)
  })

  it('ID-2, ID-3: nobody under seven; under sixteen with a guardian, whose consent is recorded beside the own', async () => {
    expect((await signUp({ birthDate: await bornYearsAgo(6) })).reply.code).toBe('AUTH.TOO_YOUNG')
    const birthDate = await bornYearsAgo(12)
    expect((await signUp({ birthDate })).reply.code).toBe('AUTH.GUARDIAN_NEEDED')
    const { browser, reply } = await signUp({ birthDate, guardian: { fullName: 'Phạm Văn Cha', isConsentGiven: true } })
    expect(reply.body.account).toMatchObject({ guardianName: 'Phạm Văn Cha' })
    const { consents } = await browser.get('myData')
    expect(consents.map(({ givenBy }) => givenBy)).toEqual(['self', 'guardian'])
    const { rows } = await stage.database.pool.query<{ text_sha256: string }>(
      `SELECT DISTINCT text_sha256 FROM consent WHERE account_id = $1`,
      [reply.body.account.id],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.text_sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('twenty times at once with one log-in makes one account', async () => {
    const body = await signUpBody()
    const replies = await Promise.all(Array.from({ length: 20 }, () => stage.guest().call('signUp', { body })))
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const { status, code } of replies) if (status !== 200) expect(code).toBe('AUTH.LOGIN_TAKEN')
  })

  it('tells nothing of what is kept for checking passwords', async () => {
    const { reply } = await signUp()
    expect(reply.text).not.toMatch(/hash|argon|"password"/i)
    const { rows } = await stage.database.pool.query<{ password_hash: string }>(`SELECT password_hash FROM account`)
    for (const { password_hash } of rows) expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })
})

describe('signing in', () => {
  it('ID-1: works however the log-in is written, and with the password composed or decomposed', async () => {
    await signUp({ login: '0905000222', password: 'rừng dừa Bảy Mẫu' })
    for (const body of [
      { login: '+84905000222', password: 'rừng dừa Bảy Mẫu'.normalize('NFD') },
      { login: '0905 000 222', password: 'rừng dừa Bảy Mẫu'.normalize('NFC') },
    ])
      expect((await stage.guest().get('signIn', { body })).account.login).toBe('0905000222')
  })

  it('ID-7: always makes a new session, whatever the browser brought along', async () => {
    const person = await stage.client()
    const planted = 'A'.repeat(43)
    const browser = new Client(stage.api.url, planted)
    await browser.get('signIn', { body: { login: person.person.login, password: PASSWORD } })
    expect(browser.cookies.get('thiso')).not.toBe(planted)
    expect(await new Client(stage.api.url, planted).refusal('devices')).toBe('AUTH.SIGN_IN_NEEDED')
  })

  it('right after some slips forgets the slips', async () => {
    const { login } = (await stage.client()).person
    for (let round = 0; round < 3; round++) {
      for (let slip = 0; slip < 6; slip++)
        expect(await stage.guest().refusal('signIn', { body: { login, password: 'nhớ nhầm rồi' } })).toBe(
          'AUTH.WRONG_CREDENTIALS',
        )
      await stage.guest().get('signIn', { body: { login, password: PASSWORD } })
    }
  })
})

describe('the own account', () => {
  it('ID-7: a new password ends every other session and gives this one a new token', async () => {
    const browser = await stage.client()
    const before = browser.twin()
    const phone = stage.guest()
    await phone.get('signIn', { body: { login: browser.person.login, password: PASSWORD } })
    const body = { currentPassword: PASSWORD, newPassword: 'sông Thu Bồn mùa lũ' }
    expect(await browser.refusal('changePassword', { body: { ...body, currentPassword: 'không nhớ' } })).toBe(
      'AUTH.WRONG_CREDENTIALS',
    )
    expect(await browser.refusal('changePassword', { body: { ...body, newPassword: '12345678' } })).toBe(
      'AUTH.WEAK_PASSWORD',
    )
    expect(await browser.refusal('changePassword', { body: { ...body, newPassword: PASSWORD } })).toBe(
      'AUTH.WEAK_PASSWORD',
    )
    await browser.get('changePassword', { body })
    expect((await browser.get('devices')).devices).toHaveLength(1)
    for (const old of [before, phone]) expect(await old.refusal('devices')).toBe('AUTH.SIGN_IN_NEEDED')
    const again = { login: browser.person.login, password: PASSWORD }
    expect(await stage.guest().refusal('signIn', { body: again })).toBe('AUTH.WRONG_CREDENTIALS')
    await stage.guest().get('signIn', { body: { ...again, password: body.newPassword } })
  })

  it('devices are listed, ended one by one or all but this', async () => {
    const browser = await stage.client()
    const others = await Promise.all(
      [1, 2, 3].map(async () => {
        const other = stage.guest()
        const body = { login: browser.person.login, password: PASSWORD }
        await other.call('signIn', { body, headers: { 'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/126.0' } })
        return other
      }),
    )
    const { devices } = await browser.get('devices')
    expect(devices).toHaveLength(4)
    expect(devices.filter(({ isThisDevice }) => isThisDevice)).toHaveLength(1)
    expect(devices.filter(({ label }) => label === 'Chrome, Android')).toHaveLength(3)
    const { devices: seen } = await (others[0] as Client).get('devices')
    await browser.get('endDevice', {
      params: { deviceId: seen.find(({ isThisDevice }) => isThisDevice)?.id as string },
    })
    expect(await (others[0] as Client).refusal('devices')).toBe('AUTH.SIGN_IN_NEEDED')
    expect(await browser.get('endOtherDevices')).toEqual({ endedCount: 2 })
    for (const other of others) expect(await other.refusal('devices')).toBe('AUTH.SIGN_IN_NEEDED')
    expect((await browser.get('devices')).devices).toHaveLength(1)
  })

  it('the profile can be corrected, within what signing up allows', async () => {
    const { browser } = await signUp({ birthDate: '1998-12-20' })
    const change = { fullName: 'Phạm Thị Mỹ Hạnh B', unitId: stage.units.communes[3] as string }
    expect((await browser.get('updateProfile', { body: change })).account).toMatchObject({
      fullName: 'Phạm Thị Mỹ Hạnh B',
      unitName: 'Phường Minh An, Thành phố Hội An',
    })
    expect(await browser.refusal('updateProfile', { body: { birthDate: await bornYearsAgo(5) } })).toBe(
      'AUTH.TOO_YOUNG',
    )
    expect(await browser.refusal('updateProfile', { body: { birthDate: await bornYearsAgo(10) } })).toBe(
      'AUTH.GUARDIAN_NEEDED',
    )
    const unknown = { unitId: '5b1c9f0e-0000-4000-8000-000000000001' }
    expect(await browser.refusal('updateProfile', { body: unknown })).toBe('UNIT.NOT_FOUND')
    expect((await browser.get('me')).account?.birthDate).toBe('1998-12-20')
  })
})

describe('people, for administrators', () => {
  it('are found by name without marks, by log-in, by unit with what is below it, and by role', async () => {
    const organizer = await stage.client('organizer')
    const person = await stage.client('contestant', 'Đặng Thùy Trâm')
    const find = async (query: Record<string, string>) =>
      (await organizer.get('people', { query })).rows.map(({ id }) => id)
    for (const q of ['dang thuy', 'ĐẶNG', 'trâm thùy', person.person.login])
      expect(await find({ q })).toContain(person.person.accountId)
    expect(await find({ unitId: stage.units.districts[0] as string, q: 'dang thuy tram' })).toHaveLength(1)
    expect(await find({ unitId: stage.units.districts[1] as string, q: 'dang thuy tram' })).toHaveLength(0)
    expect(await find({ role: 'teacher', q: 'dang thuy tram' })).toHaveLength(0)
    for (const q of ['%', '_', '\\', "' OR true --"]) expect(await find({ q })).toEqual([])
    const page = await organizer.get('person', { params: { accountId: person.person.accountId } })
    expect(page).toMatchObject({ person: { fullName: 'Đặng Thùy Trâm', attemptCount: 0 }, attempts: [] })
  })

  it('a new staff account has a password that is shown once and must be replaced', async () => {
    const administrator = await stage.client('administrator')
    const body = { login: 'to.chuc.moi', fullName: 'Võ Thị Sáu', role: 'organizer' as const }
    const { temporaryPassword, login } = await administrator.get('createStaff', { body })
    expect(await administrator.refusal('createStaff', { body })).toBe('AUTH.LOGIN_TAKEN')
    const browser = stage.guest()
    const signed = await browser.get('signIn', { body: { login, password: temporaryPassword } })
    expect(signed.account).toMatchObject({ role: 'organizer', mustChangePassword: true })
    await browser.get('changePassword', {
      body: { currentPassword: temporaryPassword, newPassword: 'làng gốm Thanh Hà' },
    })
    expect((await browser.get('me')).account?.mustChangePassword).toBe(false)
  })

  it('a reset password ends the person’s sessions', async () => {
    const administrator = await stage.client('administrator')
    const person = await stage.client()
    const params = { accountId: person.person.accountId }
    const { temporaryPassword } = await administrator.get('resetPassword', { params })
    expect(await person.refusal('devices')).toBe('AUTH.SIGN_IN_NEEDED')
    const body = { login: person.person.login, password: temporaryPassword }
    expect((await stage.guest().get('signIn', { body })).account.mustChangePassword).toBe(true)
  })

  it('the last administrator stays one', async () => {
    const administrator = await stage.client('administrator')
    const { rows } = await administrator.get('people', { query: { role: 'administrator', size: 200 } })
    const change = (accountId: string, role: 'organizer' | 'administrator') =>
      administrator.call('setRole', { params: { accountId }, body: { role, reason: 'bàn giao công việc' } })
    for (const { id } of rows)
      if (id !== administrator.person.accountId) expect((await change(id, 'organizer')).status).toBe(200)
    expect((await change(administrator.person.accountId, 'organizer')).code).toBe('PERSON.LAST_ADMINISTRATOR')
    const [second] = rows.filter(({ id }) => id !== administrator.person.accountId)
    await change(second?.id as string, 'administrator')
    expect((await change(administrator.person.accountId, 'organizer')).status).toBe(200)
    expect(
      await administrator.refusal('createStaff', { body: { login: 'aaaa', fullName: 'A B', role: 'teacher' } }),
    ).toBe('AUTH.NOT_ALLOWED')
  })

  it('two administrators who take each other’s role away at the same moment do not both succeed', async () => {
    for (let round = 0; round < 5; round++) {
      await stage.database.pool.query(`UPDATE account SET role = 'organizer' WHERE role = 'administrator'`)
      const pair = [await stage.client('administrator'), await stage.client('administrator')] as const
      const replies = await Promise.all(
        pair.map((one, index) =>
          one.call('setRole', {
            params: { accountId: (pair[1 - index] as (typeof pair)[0]).person.accountId },
            body: { role: 'teacher', reason: 'cùng một lúc' },
          }),
        ),
      )
      expect(replies.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1)
      const { rows } = await stage.database.pool.query(`SELECT 1 FROM account WHERE role = 'administrator'`)
      expect(rows.length).toBeGreaterThanOrEqual(1)
    }
  })

  it('every such act is in the log with who did it, and no password', async () => {
    const organizer = await stage.client('organizer')
    const { rows } = await organizer.get('auditEntries', { query: { q: 'account.', size: 200 } })
    expect(new Set(rows.map(({ act }) => act))).toEqual(
      new Set(['account.created', 'account.password_reset', 'account.role_changed']),
    )
    for (const { actorName } of rows) expect(actorName).not.toBe('')
    expect(JSON.stringify(rows)).not.toMatch(/temporaryPassword|password_hash/)
  })
})
