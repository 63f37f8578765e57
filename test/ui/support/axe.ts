import type { AxeBuilder as Builder } from '@axe-core/playwright'

// axe-core takes the global object from `window` or from a module's `this`; code turned into strict modules has neither.
const world = globalThis as { window?: unknown }
world.window = globalThis
const loaded = require('@axe-core/playwright') as { AxeBuilder: typeof Builder }
delete world.window

export const AxeBuilder = loaded.AxeBuilder
