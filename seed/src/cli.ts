import { parseArgs } from 'node:util'
import { createApplication, isDatabaseEmpty, readSettings, servicesOf } from '@thiso/api/seeding'
import { contentReport } from './content/report.js'
import { seedDemo } from './demo.js'
import { layContent } from './ground.js'
import { type LoadOptions, seedLoad } from './load.js'

const USAGE = `Cách dùng / usage: seed <scenario>
  administrator              tài khoản quản trị đầu tiên, mật khẩu dùng một lần / the first administrator, with a one-time password
    --login NAME             tên đăng nhập / log-in (quantri)
    --name "FULL NAME"       họ và tên / full name (Quản trị viên)
  content                    cây đơn vị, văn bản và hai ngân hàng câu hỏi Quảng Nam, không có người / Quảng Nam's units, documents and items, nobody else
  content-report             đếm và kiểm tra câu hỏi trong tệp, không cần cơ sở dữ liệu / counts and checks the items in the files
  demo                       một cuộc thi đang diễn ra, cơ sở dữ liệu phải trống / a contest in full swing, on an empty database
  load                       thêm một đợt thi với rất nhiều thí sinh / adds a round with very many contestants
    --contestants N          100000
    --attempts-per M         số lượt đã nộp của mỗi người / finished attempts of each (1)
    --round open|closed      open
    --sessions K             số người đã đăng nhập / how many are signed in (0)
    --sessions-file PATH     mã phiên, mỗi dòng một JSON {accountId, token} / their tokens, one JSON a line`

class UsageError extends Error {}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function vietnamToday(): string {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
}

function whole(name: string, text: string, min: number, max: number): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < min || value > max)
    throw new UsageError(`--${name}: cần số nguyên / needs a whole number, ${min}–${max}`)
  return value
}

type Chosen =
  | { scenario: 'content-report' }
  | { scenario: 'demo' | 'content' }
  | { scenario: 'administrator'; login: string; fullName: string }
  | { scenario: 'load'; options: LoadOptions }

function readArguments(given: string[]): Chosen {
  const { values, positionals } = parseArgs({
    args: given,
    allowPositionals: true,
    options: {
      login: { type: 'string', default: 'quantri' },
      name: { type: 'string', default: 'Quản trị viên' },
      contestants: { type: 'string', default: '100000' },
      'attempts-per': { type: 'string', default: '1' },
      round: { type: 'string', default: 'open' },
      sessions: { type: 'string', default: '0' },
      'sessions-file': { type: 'string' },
    },
  })
  const [scenario, ...rest] = positionals
  if (rest.length > 0) throw new UsageError(USAGE)
  if (scenario === 'demo' || scenario === 'content' || scenario === 'content-report') return { scenario }
  if (scenario === 'administrator') {
    if (!/^[a-z][a-z0-9._-]{3,31}$/.test(values.login))
      throw new UsageError(
        '--login: 4–32 chữ cái không dấu, chữ số, dấu chấm, gạch / plain letters, digits, dots, dashes',
      )
    return { scenario, login: values.login, fullName: values.name.normalize('NFC').trim() || 'Quản trị viên' }
  }
  if (scenario !== 'load') throw new UsageError(USAGE)
  if (values.round !== 'open' && values.round !== 'closed') throw new UsageError('--round: open | closed')
  const contestants = whole('contestants', values.contestants, 0, 999_999)
  const sessions = whole('sessions', values.sessions, 0, contestants)
  const sessionsFile = values['sessions-file']
  if (sessions > 0 && sessionsFile === undefined)
    throw new UsageError(
      '--sessions: cần / needs --sessions-file, mã phiên không lưu ở nơi khác / tokens are kept nowhere else',
    )
  return {
    scenario,
    options: {
      contestants,
      attemptsPer: whole('attempts-per', values['attempts-per'], 0, 20),
      round: values.round,
      sessions,
      sessionsFile,
    },
  }
}

try {
  const chosen = readArguments(process.argv.slice(2))
  if (chosen.scenario === 'content-report') say(contentReport(vietnamToday()).join('\n'))
  else await fill(chosen)
} catch (error) {
  const { code, message } = error as { code?: string; message: string }
  if (code === 'AUTH.LOGIN_TAKEN') {
    process.stderr.write('Tên đăng nhập này đã có người dùng. / This log-in is taken.\n')
    process.exit(2)
  }
  process.stderr.write(`${code?.startsWith('ERR_PARSE_ARGS') ? `${message}\n${USAGE}` : message}\n`)
  process.exitCode = error instanceof UsageError || code?.startsWith('ERR_PARSE_ARGS') ? 2 : 1
}

async function fill(chosen: Exclude<Chosen, { scenario: 'content-report' }>): Promise<void> {
  const settings = readSettings(process.env)
  if (chosen.scenario === 'demo' && settings.environment === 'production')
    throw new UsageError('Không tạo tài khoản dùng thử khi chạy thật. / Demo log-ins are refused in production.')
  const startedAt = performance.now()
  const app = await createApplication(settings)
  try {
    if (chosen.scenario === 'load') {
      const report = await seedLoad(app, chosen.options, say)
      say(JSON.stringify({ scenario: 'load', ...report }))
    } else if (chosen.scenario === 'content') {
      await layContent(servicesOf(app))
      say('Đã có cây đơn vị, văn bản và câu hỏi. / Units, documents and items are there.')
    } else if (chosen.scenario === 'administrator') {
      const made = await servicesOf(app).accounts.createStaff(null, { ...chosen, role: 'administrator' })
      say(`Tài khoản quản trị / administrator: ${made.login}`)
      say(`Mật khẩu dùng một lần / one-time password: ${made.temporaryPassword}`)
    } else if (await isDatabaseEmpty(app)) {
      await seedDemo(app)
      const seconds = Math.round((performance.now() - startedAt) / 100) / 10
      say(JSON.stringify({ scenario: 'demo', seconds }))
    } else {
      throw new UsageError(
        'Cơ sở dữ liệu đã có người dùng; không tạo thêm. / There are people in the database already.',
      )
    }
  } finally {
    await app.close()
  }
}
