import type { INestApplicationContext } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Clock } from './kernel/clock.js'
import { ContestsService, deadlineOf, drawForm, RoundsService } from './modules/contests/index.js'
import { Passwords } from './modules/identity/app/passwords.js'
import { AccountsService } from './modules/identity/index.js'
import { AuthoringService, BanksService, DocumentsService, ItemsService } from './modules/item-bank/index.js'
import { RulebookService } from './modules/rulebook/index.js'
import { UnitsService } from './modules/units/index.js'

/** The one door through which the seed works: the services, and the pure rules that simulated attempts must obey. */
export { createApplication } from './application.js'
export { canonicalJson } from './kernel/canonical-json.js'
export {
  answerRecord,
  type Chain,
  chainOf,
  startRecord,
  submitRecord,
} from './modules/attempts/domain/attempt-chain.js'
export { attemptIdOf } from './modules/attempts/domain/attempt-id.js'
export { receiptCode } from './modules/attempts/domain/receipt-code.js'
export { timeUsedS } from './modules/attempts/domain/attempt-clock.js'
export { judgeAttempt } from './modules/attempts/domain/judge-attempt.js'
export {
  gradeResponse,
  isUsable,
  keyGiveAways,
  lintBank,
  lintItem,
  nearDuplicates,
  problemsOf,
  sanitisedItem,
} from './modules/item-bank/index.js'
export { admission } from './modules/identity/domain/age.js'
export { CONSENT } from './modules/identity/domain/consent-text.js'
export type {
  EvidenceAttempt,
  EvidencePerson,
  ProcessCount,
  RoundEvidence,
} from './modules/detection/domain/evidence.js'
export { reachesReviewer } from './modules/detection/domain/families.js'
export { findSignals } from './modules/detection/domain/find-signals.js'
export { THRESHOLDS } from './modules/detection/domain/thresholds.js'
export { isWeakPassword } from './modules/identity/domain/password-policy.js'
export { readSettings } from './platform/config/settings.js'
export { deadlineOf, drawForm }

export function servicesOf(app: INestApplicationContext) {
  return {
    clock: app.get(Clock, { strict: false }),
    passwords: app.get(Passwords, { strict: false }),
    accounts: app.get(AccountsService, { strict: false }),
    units: app.get(UnitsService, { strict: false }),
    items: app.get(ItemsService, { strict: false }),
    authoring: app.get(AuthoringService, { strict: false }),
    documents: app.get(DocumentsService, { strict: false }),
    banks: app.get(BanksService, { strict: false }),
    contests: app.get(ContestsService, { strict: false }),
    rounds: app.get(RoundsService, { strict: false }),
    rulebooks: app.get(RulebookService, { strict: false }),
    /** For rows by the thousand; the seed writes them as the services would have. */
    dataSource: app.get(DataSource, { strict: false }),
  }
}

/** Nobody is in it yet. Accounts come last when the demo is seeded, so a start that was broken off is taken up again. */
export async function isDatabaseEmpty(app: INestApplicationContext): Promise<boolean> {
  const [row]: { is_empty: boolean }[] = await app
    .get(DataSource, { strict: false })
    .query(`SELECT NOT EXISTS (SELECT 1 FROM account) AS is_empty`)
  return row?.is_empty ?? true
}

/** The contest that the demo makes; its log-ins are shown only while it is there. */
export const DEMO_SLUG = 'chuyen-doi-so-quang-nam'

export async function isDemoDatabase(app: INestApplicationContext): Promise<boolean> {
  const rows: unknown[] = await app
    .get(DataSource, { strict: false })
    .query(`SELECT 1 FROM contest WHERE slug = $1`, [DEMO_SLUG])
  return rows.length > 0
}
