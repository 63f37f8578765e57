import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type ApiProcess, startApi } from '../../support/api-process'
import { Client } from '../../support/client'
import type { TestDatabase } from '../../support/databases'
import { at } from '../../support/place'
import { launchChromium } from './chromium'
import { demoDatabase, type DemoPlaces, demoPlaces, sessionOf } from './demo'

/** How long a person would be made to wait at most, on two cores that others use as well. */
const PATIENCE_MS = 20_000
const SCENE_MS = 150_000

export const PHONE = { width: 360, height: 740 }
export const LAPTOP = { width: 1280, height: 800 }

export interface Look {
  size?: { width: number; height: number }
  locale?: 'vi' | 'en'
  theme?: 'light' | 'dark'
  /** With a mouse, however narrow the window. */
  isDesktop?: boolean
  /** Already signed in by this log-in name. */
  login?: string
  /** Nothing moves: for who asked the system for less motion, and for measuring colours. */
  isStill?: boolean
}

/** One person's browser window with a memory of its own. */
export interface Visit {
  context: BrowserContext
  page: Page
  /** What must not happen on any page: console errors, uncaught errors, policy violations, requests to others. */
  complaints: string[]
  /** From now on messages that match are part of the story. */
  expectComplaint: (pattern: RegExp) => void
}

/** The real API with the demo, a real browser, and who looks at what. */
export class Stage {
  api!: ApiProcess
  database!: TestDatabase
  browser!: Browser
  places!: DemoPlaces
  private readonly visits: Visit[] = []

  async raise(): Promise<void> {
    this.database = await demoDatabase()
    this.api = await startApi({ DATABASE_URL: this.database.url })
    this.browser = await launchChromium()
    this.places = await demoPlaces(this.database.pool)
  }

  async strike(): Promise<void> {
    await this.browser?.close()
    await this.api?.stop()
    await this.database?.drop()
  }

  /** A new window. Its language and theme are what the person chose on an earlier visit. */
  async visit({
    size = PHONE,
    locale = 'vi',
    theme,
    login,
    isDesktop = false,
    isStill = false,
  }: Look = {}): Promise<Visit> {
    const origin = this.api.url
    const kept = [
      ...(locale === 'en' ? [{ name: 'thiso.locale', value: 'en' }] : []),
      ...(theme ? [{ name: 'thiso.theme', value: theme }] : []),
    ]
    const isPhone = size.width < 640 && !isDesktop
    const context = await this.browser.newContext({
      baseURL: origin,
      viewport: size,
      hasTouch: isPhone,
      isMobile: isPhone,
      deviceScaleFactor: 1,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      colorScheme: 'light',
      reducedMotion: isStill ? 'reduce' : 'no-preference',
      storageState: {
        cookies: login ? [this.cookie(await sessionOf(this.database.pool, login))] : [],
        origins: kept.length > 0 ? [{ origin, localStorage: kept }] : [],
      },
    })
    context.setDefaultTimeout(PATIENCE_MS)
    const visit = this.watch(context, await context.newPage())
    this.visits.push(visit)
    return visit
  }

  private cookie(value: string) {
    return {
      name: 'thiso',
      value,
      domain: '127.0.0.1',
      path: '/',
      expires: -1,
      httpOnly: true,
      secure: false,
      sameSite: 'Lax' as const,
    }
  }

  private watch(context: BrowserContext, page: Page): Visit {
    const complaints: string[] = []
    const expected: RegExp[] = []
    const complain = (text: string) => {
      if (!expected.some((pattern) => pattern.test(text))) complaints.push(`${new URL(page.url()).pathname}: ${text}`)
    }
    context.on('console', (message) => {
      if (message.type() === 'error') complain(`${message.text()} ${message.location().url}`)
    })
    context.on('weberror', (error) => complain(error.error().message))
    context.on('request', (request) => {
      const url = new URL(request.url())
      if (/^(https?|wss?):$/.test(url.protocol) && url.host !== new URL(this.api.url).host) complain(`asks ${url.href}`)
    })
    return { context, page, complaints, expectComplaint: (pattern) => expected.push(pattern) }
  }

  /** The API as one of the demo's log-ins, without a browser. */
  async client(login?: string): Promise<Client> {
    return new Client(this.api.url, login && (await sessionOf(this.database.pool, login)))
  }

  async query<R = Record<string, never>>(sql: string, values: unknown[] = []): Promise<R[]> {
    return (await this.database.pool.query(sql, values)).rows as R[]
  }

  /** A test in which people look at pages; when it fails, what they saw last is kept. */
  scene(name: string, act: () => Promise<void>, timeoutMs = SCENE_MS): void {
    const play = async () => {
      try {
        await act()
        expect(this.visits.flatMap(({ complaints }) => complaints)).toEqual([])
      } catch (error) {
        await this.keepLastSight(name)
        throw error
      } finally {
        for (const { context } of this.visits.splice(0)) await context.close()
      }
    }
    it(name, play, timeoutMs)
  }

  private async keepLastSight(name: string): Promise<void> {
    const pages = this.visits.flatMap(({ context }) => context.pages())
    const stem = name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60)
    for (const [index, page] of pages.entries())
      await photograph(page, `failed-${stem}-${index + 1}`, { whole: false }).catch(() => undefined)
  }
}

/** Registers the raising and striking of a stage with jest. */
export function useStage(): Stage {
  const stage = new Stage()
  beforeAll(() => stage.raise(), 120_000)
  afterAll(() => stage.strike(), 60_000)
  return stage
}

/** A picture for people to look at, in test/.out/screens. */
export async function photograph(page: Page, name: string, { whole = true } = {}): Promise<void> {
  const file = path.join(at('test/.out/screens'), `${name}.png`)
  await mkdir(path.dirname(file), { recursive: true })
  // Bars that stick to the window belong to the top of a picture of the whole page.
  if (whole) await page.evaluate(() => window.scrollTo(0, 0))
  await page.screenshot({ path: file, fullPage: whole, animations: 'disabled' })
}
