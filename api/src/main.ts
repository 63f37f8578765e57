import { createApplication } from './application.js'
import { readSettings, SettingsError } from './platform/config/settings.js'
import { isDatabaseEmpty, isDemoDatabase } from './seeding.js'

/** Tells the launcher, if there is one, and the log. */
function fail(sentence: string): never {
  process.send?.({ failed: sentence })
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

// The launcher is gone: nobody would stop this process any more.
let isListening = false
process.on('disconnect', () => (isListening ? process.kill(process.pid, 'SIGTERM') : process.exit(1)))

try {
  // The only place where the environment is read.
  const settings = readSettings(process.env)
  const app = await createApplication(settings)
  let isDemo = false
  if (settings.isDemoSeeded) {
    if (await isDatabaseEmpty(app)) {
      process.send?.({ progress: 'demo' })
      // Built beside the API; named at run time because the seed is built on the API and not the other way round.
      const { seedDemo } = (await import(new URL('../../seed/dist/demo.js', import.meta.url).href)) as {
        seedDemo: (app: unknown) => Promise<void>
      }
      await seedDemo(app)
    }
    isDemo = await isDemoDatabase(app)
  }
  // A long queue of waiting connections: at the opening minute thousands knock before the first is let in.
  await app.listen({ port: settings.port, host: settings.host, backlog: 4_096 })
  isListening = true
  const address = app.getHttpServer().address()
  process.send?.({
    ready: true,
    port: typeof address === 'object' && address ? address.port : settings.port,
    demo: isDemo,
  })
} catch (error) {
  if (error instanceof SettingsError) fail(error.message)
  const { code, message } = error as { code?: string; message?: string }
  if (code === 'EADDRINUSE')
    fail('Cổng đang được chương trình khác dùng; hãy đặt PORT khác. / The port is taken; set another PORT.')
  if (code && /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|28\w{3}|3D000)$/.test(code))
    fail(
      `Không kết nối được cơ sở dữ liệu (${code}); hãy kiểm tra DATABASE_URL. / The database cannot be reached (${code}); check DATABASE_URL.`,
    )
  fail(`Không khởi động được / cannot start: ${message ?? String(error)}`)
}
