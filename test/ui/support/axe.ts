import { readFile } from 'node:fs/promises'
import type { AxeBuilder as Builder } from '@axe-core/playwright'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { at } from '../../support/place'

// axe-core takes the global object from `window` or from a module's `this`; code turned into strict modules has neither.
const world = globalThis as { window?: unknown }
world.window = globalThis
const { AxeBuilder } = require('@axe-core/playwright') as { AxeBuilder: typeof Builder }
delete world.window

const source = readFile(at('node_modules/axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong with the page as it stands. */
export async function violationsOf(page: Page, runOnly: RunOptions['runOnly']): Promise<AxeResults['violations']> {
  // The builder would bring axe into the page twice for each look, and that takes longer than looking.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await source)
  const builder = new AxeBuilder({ page, axeSource: ';' }).setLegacyMode(true)
  const { violations } = await builder.options({ runOnly, resultTypes: ['violations'] }).analyze()
  return violations
}
