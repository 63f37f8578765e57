import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** Quiet and alone: no sandbox for root, no voice of its own on the network. */
const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

/** CHROMIUM_PATH comes before the usual names, as in the runner. */
function chromiumPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const usual = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return [process.env['CHROMIUM_PATH'] ?? '', ...usual].find((file) => file !== '' && existsSync(file))
}

/** Without a browser the specs are skipped and counted as such, never silently passed. */
export const describeInBrowser: jest.Describe = chromiumPath() ? describe : describe.skip

export function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath()
  if (!executablePath) throw new Error('no Chromium: install it, or name it in CHROMIUM_PATH')
  return chromium.launch({ executablePath, args: SWITCHES })
}
