import { FirstTables1795400000000 } from './1795400000000-first-tables.js'
import { ItemBank1795500000000 } from './1795500000000-item-bank.js'
import { ItemExchange1795500000001 } from './1795500000001-item-exchange.js'
import { RoundRules1795600000000 } from './1795600000000-round-rules.js'
import { AttemptRules1795600000001 } from './1795600000001-attempt-rules.js'
import { Admission1795600000002 } from './1795600000002-admission.js'
import { Notices1795600000003 } from './1795600000003-notices.js'
import { Results1795600000004 } from './1795600000004-results.js'
import { Winners1795600000005 } from './1795600000005-winners.js'
import { ItemRecords1795600000006 } from './1795600000006-item-records.js'
import { BoardFreeze1795600000007 } from './1795600000007-board-freeze.js'
import { Rulebook1795600000008 } from './1795600000008-rulebook.js'
import { CertificateForm1795600000009 } from './1795600000009-certificate-form.js'
import { ReplacedAttempts1795600000010 } from './1795600000010-replaced-attempts.js'
import { UnitDraws1795600000013 } from './1795600000013-unit-draws.js'
import { FurtherAnswers1795600000014 } from './1795600000014-further-answers.js'
import { EntryRoles1795600000015 } from './1795600000015-entry-roles.js'
import { WinnerRequests1795600000016 } from './1795600000016-winner-requests.js'
import { UsableExtra1795600000018 } from './1795600000018-usable-extra.js'
import { FirstAttempts1795600000020 } from './1795600000020-first-attempts.js'
import { CollectiveRecords1795600000021 } from './1795600000021-collective-records.js'
import { RoundRemovals1795600000022 } from './1795600000022-round-removals.js'
import { Classroom1795700000000 } from './1795700000000-classroom.js'
import { SeatRequests1795700000001 } from './1795700000001-seat-requests.js'
import { LessonLocks1795700000003 } from './1795700000003-lesson-locks.js'
import { AttemptChain1795800000000 } from './1795800000000-attempt-chain.js'
import { AuditChain1795800000001 } from './1795800000001-audit-chain.js'
import { Signals1795800000030 } from './1795800000030-signals.js'
import { ProofLogs1795800000010 } from './1795800000010-proof-logs.js'
import { PublicBundles1795800000020 } from './1795800000020-public-bundles.js'
import { ProcessEvents1795800000040 } from './1795800000040-process-events.js'
import { Devices1795800000041 } from './1795800000041-devices.js'
import { SpentProofs1795800000061 } from './1795800000061-spent-proofs.js'
import { DrawLimits1795800000060 } from './1795800000060-draw-limits.js'
import { PaperProtection1795800000042 } from './1795800000042-paper-protection.js'
import { Cases1795800000050 } from './1795800000050-cases.js'

/** In order; merged ones are never edited. */
export const migrations = [
  FirstTables1795400000000,
  ItemBank1795500000000,
  ItemExchange1795500000001,
  RoundRules1795600000000,
  AttemptRules1795600000001,
  Admission1795600000002,
  Notices1795600000003,
  Results1795600000004,
  Winners1795600000005,
  ItemRecords1795600000006,
  BoardFreeze1795600000007,
  Rulebook1795600000008,
  CertificateForm1795600000009,
  ReplacedAttempts1795600000010,
  UnitDraws1795600000013,
  FurtherAnswers1795600000014,
  EntryRoles1795600000015,
  WinnerRequests1795600000016,
  UsableExtra1795600000018,
  FirstAttempts1795600000020,
  CollectiveRecords1795600000021,
  RoundRemovals1795600000022,
  Classroom1795700000000,
  SeatRequests1795700000001,
  LessonLocks1795700000003,
  AttemptChain1795800000000,
  AuditChain1795800000001,
  Signals1795800000030,
  ProofLogs1795800000010,
  PublicBundles1795800000020,
  ProcessEvents1795800000040,
  Devices1795800000041,
  DrawLimits1795800000060,
  SpentProofs1795800000061,
  PaperProtection1795800000042,
  Cases1795800000050,
]
