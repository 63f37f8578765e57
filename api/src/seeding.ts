import type { INestApplicationContext } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { ContestsService, drawForm, RoundsService } from './modules/contests/index.js'
import { AccountsService } from './modules/identity/index.js'
import { ItemsService } from './modules/item-bank/index.js'
import { UnitsService } from './modules/units/index.js'

/** The one door through which the seed works: the services, and the pure rules that simulated attempts must obey. */
export { createApplication } from './application.js'
export { attemptIdOf } from './modules/attempts/domain/attempt-id.js'
export { receiptCode } from './modules/attempts/domain/receipt-code.js'
export { currentResponses } from './modules/attempts/domain/response-log.js'
export { scoreAttempt, timeUsedS } from './modules/attempts/domain/score-attempt.js'
export { CONSENT } from './modules/identity/domain/consent-text.js'
export { readSettings } from './platform/config/settings.js'
export { drawForm }

export function servicesOf(app: INestApplicationContext) {
  return {
    accounts: app.get(AccountsService, { strict: false }),
    units: app.get(UnitsService, { strict: false }),
    items: app.get(ItemsService, { strict: false }),
    contests: app.get(ContestsService, { strict: false }),
    rounds: app.get(RoundsService, { strict: false }),
    /** For rows by the thousand; the seed writes them as the services would have. */
    dataSource: app.get(DataSource, { strict: false }),
  }
}

export async function isDatabaseEmpty(app: INestApplicationContext): Promise<boolean> {
  const [row]: { is_empty: boolean }[] = await app
    .get(DataSource, { strict: false })
    .query(`SELECT NOT EXISTS (SELECT 1 FROM account) AND NOT EXISTS (SELECT 1 FROM contest) AS is_empty`)
  return row?.is_empty ?? true
}
