import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { at } from '../support/place'
import { cruise } from '../support/import-rules.mjs'

/** For every rule at least one file that breaks it: where it would stand, and what it would import. */
const PLANTS: Record<string, [file: string, text: string, isOnlyTarget?: true][]> = {
  'no-cycles': [
    ['api/src/kernel/planted-a.ts', `import './planted-b.js'`],
    // A loop is told once.
    ['api/src/kernel/planted-b.ts', `import './planted-a.js'`, true],
  ],
  'no-spec-imports': [['api/src/kernel/planted-spec-user.ts', `import './semaphore.spec.js'`]],
  'must-resolve': [['api/src/kernel/planted-nowhere.ts', `import './not-there.js'`]],
  'contracts-is-a-leaf': [['api/contracts/src/http/planted.ts', `import 'rxjs'`]],
  'words-and-routes-have-no-zod': [
    ['api/contracts/src/vocab/planted.ts', `import { z } from 'zod'\nexport const x = z`],
  ],
  'kernel-is-pure': [
    ['api/src/kernel/planted-files.ts', `import { readFileSync } from 'node:fs'\nexport const x = readFileSync`],
    ['api/src/kernel/planted-platform.ts', `export { readSettings } from '../platform/config/settings.js'`],
  ],
  'domain-is-pure': [
    [
      'api/src/modules/attempts/domain/planted.ts',
      `export { AttemptRepository } from '../infra/attempt.repository.js'`,
    ],
    ['api/src/modules/winners/domain/planted.ts', `export { withRanks } from '../../standings/domain/ranks.js'`],
    [
      'api/src/modules/units/domain/planted.ts',
      `import { Injectable } from '@nestjs/common'\nexport const x = Injectable`,
    ],
  ],
  'pure-code-takes-only-types-of-the-contract': [
    [
      'api/src/modules/contests/domain/planted.ts',
      `import { errors } from '@thiso/contracts'\nexport const x = errors`,
    ],
  ],
  'app-not-to-transport': [
    ['api/src/modules/units/app/planted.ts', `export { UnitsController } from '../http/units.controller.js'`],
    [
      'api/src/modules/units/app/planted-web.ts',
      `import type { FastifyRequest } from 'fastify'\nexport type X = FastifyRequest`,
    ],
  ],
  'infra-not-upwards': [
    ['api/src/modules/units/infra/planted.ts', `export { UnitsService } from '../app/units.service.js'`],
  ],
  'transport-not-to-infra': [
    ['api/src/modules/units/http/planted.ts', `export { UnitRepository } from '../infra/unit.repository.js'`],
  ],
  'typeorm-only-at-the-database': [
    ['api/src/modules/units/app/planted-orm.ts', `import { DataSource } from 'typeorm'\nexport const x = DataSource`],
  ],
  'no-driver-around-the-database': [
    ['api/src/modules/units/app/planted-pg.ts', `import { Pool } from 'pg'\nexport const x = Pool`],
  ],
  'module-by-index-only': [
    ['api/src/modules/winners/app/planted.ts', `export { UnitsService } from '../../units/app/units.service.js'`],
  ],
  'platform-not-to-modules': [
    ['api/src/platform/http/planted.ts', `export { UnitsService } from '../../modules/units/index.js'`],
  ],
  'nobody-imports-the-roof': [
    ['api/src/modules/units/app/planted-roof.ts', `export { schema } from '../../../schema.js'`],
  ],
  'module-order/audit': [
    ['api/src/modules/audit/app/planted.ts', `export { UnitsService } from '../../units/index.js'`],
  ],
  'module-order/units': [
    ['api/src/modules/units/app/planted-up.ts', `export { AccountsService } from '../../identity/index.js'`],
  ],
  'module-order/identity': [
    ['api/src/modules/identity/app/planted.ts', `export { ItemsService } from '../../item-bank/index.js'`],
  ],
  'module-order/item-bank': [
    ['api/src/modules/item-bank/app/planted.ts', `export { RoundsService } from '../../contests/index.js'`],
  ],
  'module-order/item-exchange': [
    ['api/src/modules/item-exchange/app/planted.ts', `export { RoundsService } from '../../contests/index.js'`],
  ],
  'module-order/printed-papers': [
    ['api/src/modules/printed-papers/app/planted.ts', `export { ViewsModule } from '../../views/index.js'`],
  ],
  'module-order/cases': [
    ['api/src/modules/cases/app/planted.ts', `export { ViewsModule } from '../../views/index.js'`],
  ],
  'module-order/contests': [
    ['api/src/modules/contests/app/planted.ts', `export { AttemptsService } from '../../attempts/index.js'`],
  ],
  'module-order/attempts': [
    ['api/src/modules/attempts/app/planted.ts', `export { BoardService } from '../../standings/index.js'`],
  ],
  'module-order/standings': [
    ['api/src/modules/standings/app/planted.ts', `export { WinnersModule } from '../../winners/index.js'`],
  ],
  'module-order/notices': [
    ['api/src/modules/notices/app/planted.ts', `export { RoundsService } from '../../contests/index.js'`],
  ],
  'module-order/results': [
    ['api/src/modules/results/app/planted.ts', `export { WinnersModule } from '../../winners/index.js'`],
  ],
  'module-order/analysis': [
    ['api/src/modules/analysis/app/planted.ts', `export { WinnersModule } from '../../winners/index.js'`],
  ],
  'module-order/rulebook': [
    ['api/src/modules/rulebook/app/planted.ts', `export { ViewsModule } from '../../views/index.js'`],
  ],
  'module-order/detection': [
    ['api/src/modules/detection/app/planted.ts', `export { ViewsModule } from '../../views/index.js'`],
  ],
  'module-order/proof': [
    ['api/src/modules/proof/app/planted.ts', `export { ViewsModule } from '../../views/index.js'`],
  ],
  'module-order/winners': [
    ['api/src/modules/winners/app/planted-up.ts', `export { ViewsModule } from '../../views/index.js'`],
  ],
  'module-order/practice': [
    ['api/src/modules/practice/app/planted.ts', `export { ViewsModule } from '../../views/index.js'`],
  ],
  'front-only-contracts': [
    ['web/src/lib/planted.ts', `export { fold } from '../../../api/src/kernel/clock.js'`],
    ['admin/src/lib/planted.ts', `import '../../../test/support/place.js'`],
  ],
  'front-bundles-no-schemas': [
    ['web/src/lib/planted-schema.ts', `import { schemas } from '@thiso/contracts'\nexport const x = schemas`],
  ],
  'kit-stands-alone': [['web/kit/src/planted.ts', `export * from '../../src/lib/age'`]],
  'web-admin-apart': [['web/src/lib/planted-admin.ts', `export * from '../../../admin/src/lib/localized'`]],
  'features-apart': [
    ['web/src/features/me/planted.ts', `export * from '../attempt/clock/thresholds'`],
    ['admin/src/features/audit/planted.ts', `export * from '../../app/router'`],
  ],
  'front-lib-not-upwards': [['web/src/lib/planted-up.ts', `export * from '../features/attempt/clock/thresholds'`]],
  'api-stands-alone': [['api/src/kernel/planted-web.ts', `export * from '../../../web/src/lib/age.js'`]],
  'seed-uses-the-front-door': [
    ['seed/src/planted.ts', `export { UnitsService } from '../../api/src/modules/units/index.js'`],
  ],
  'test-is-black-box': [
    ['test/api/planted.ts', `export { readSettings } from '../../api/src/platform/config/settings'`],
  ],
}

let copy: string

beforeAll(() => {
  copy = mkdtempSync(path.join(os.tmpdir(), 'thiso-imports-'))
  for (const place of [
    'api/src',
    'api/launch',
    'api/contracts',
    'web',
    'admin/src',
    'seed/src',
    'test',
    '.dependency-cruiser.cjs',
  ])
    cpSync(at(place), path.join(copy, place), {
      recursive: true,
      filter: (source) => !/\/(node_modules|dist|\.out)(\/|$)/.test(source.slice(at('.').length - 1)),
    })
  cpSync(at('api/package.json'), path.join(copy, 'api/package.json'))
  // Packages are borrowed, our own workspaces must be the copy's.
  mkdirSync(path.join(copy, 'node_modules/@thiso'), { recursive: true })
  for (const name of readdirSync(at('node_modules')))
    if (name !== '@thiso' && !name.startsWith('.'))
      symlinkSync(at('node_modules', name), path.join(copy, 'node_modules', name))
  for (const [name, place] of [
    ['contracts', 'api/contracts'],
    ['api', 'api'],
    ['kit', 'web/kit'],
  ] as const)
    symlinkSync(path.join(copy, place), path.join(copy, 'node_modules/@thiso', name))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

it('has a plant for every rule', () => {
  const { forbidden } = require(at('.dependency-cruiser.cjs')) as { forbidden: { name: string }[] }
  expect(Object.keys(PLANTS).sort((a, b) => a.localeCompare(b))).toEqual(
    forbidden.map(({ name }) => name).sort((a, b) => a.localeCompare(b)),
  )
})

it('the sources as they are break no rule', async () => {
  const { code, output } = await cruise(copy)
  expect(output).toMatch(/no dependency violations/)
  expect(code).toBe(0)
})

describe('with a violation of each kind planted', () => {
  let violations: { from: string; rule: { name: string } }[] = []

  beforeAll(async () => {
    for (const [file, text] of Object.values(PLANTS).flat()) {
      mkdirSync(path.dirname(path.join(copy, file)), { recursive: true })
      writeFileSync(path.join(copy, file), `${text}\n`)
    }
    const { output } = await cruise(copy, 'json', path.join(copy, 'result.json'))
    const text = readFileSync(path.join(copy, 'result.json'), 'utf8')
    if (!text) throw new Error(output)
    violations = (JSON.parse(text) as { summary: { violations: typeof violations } }).summary.violations
  })

  it.each(
    Object.entries(PLANTS).flatMap(([rule, plants]) =>
      plants.filter(([, , isOnlyTarget]) => !isOnlyTarget).map(([file]) => [rule, file]),
    ),
  )('%s finds %s', (rule, file) => {
    expect(violations.filter(({ from }) => from === file).map(({ rule: { name } }) => name)).toContain(rule)
  })
})
