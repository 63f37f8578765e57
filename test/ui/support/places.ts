import type { Page } from 'playwright-core'

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
export const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name, exact: true })
export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, exact: true })
export const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name })
