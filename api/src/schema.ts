import { migrations } from './migrations/index.js'
import { AttemptEntity, ClockCreditEntity, PlaceOpeningEntity, ResponseEventEntity } from './modules/attempts/index.js'
import { AuditEntryEntity, IncidentEntity } from './modules/audit/index.js'
import {
  CarriedItemEntity,
  CarriedLessonEntity,
  LessonActEntity,
  LessonAnswerEntity,
  LessonEntity,
  LessonRemoteEntity,
  LessonSeatEntity,
  LessonSetEntity,
  PupilEntity,
  SchoolClassEntity,
  SeatRequestEntity,
} from './modules/classroom/index.js'
import {
  ClockActEntity,
  ContestEntity,
  ContestEntrantEntity,
  ExtraTimeEntity,
  RoundEntity,
  RoundEntrantEntity,
  RoundRemovalEntity,
  RoundItemEntity,
  RoundRulesEntity,
  RuleChangeEntity,
} from './modules/contests/index.js'
import { AccountEntity, ConsentEntity, SessionEntity } from './modules/identity/index.js'
import {
  BankMemberEntity,
  BulkEditEntity,
  ItemBankEntity,
  ItemCommentEntity,
  ItemEntity,
  ItemKeyEntity,
  ItemVersionEntity,
  ItemViewEntity,
  MediaEntity,
  SourceDocumentEntity,
  SubtopicEntity,
} from './modules/item-bank/index.js'
import { ImportBatchEntity, ImportRowEntity } from './modules/item-exchange/index.js'
import { NoticeEntity } from './modules/notices/index.js'
import { PracticeAnswerEntity, PracticeCardEntity } from './modules/practice/index.js'
import { PrintedPaperEntity } from './modules/printed-papers/index.js'
import {
  ComplaintEntity,
  ResultDrawEntity,
  ResultRowEntity,
  ResultVersionEntity,
  RulingEntity,
} from './modules/results/index.js'
import { RulebookEntity, RulebookVersionEntity } from './modules/rulebook/index.js'
import { UnitEntity } from './modules/units/index.js'
import {
  CertificateFormEntity,
  CollectivePlanEntity,
  RosterRecordEntity,
  UnitRosterEntity,
  WinnerEntity,
  WinnerEventEntity,
  WinnerListEntity,
} from './modules/winners/index.js'
import type { Schema } from './platform/db/database.js'

/** Every table of the platform and the migrations that make them. */
export const schema: Schema = {
  entities: [
    UnitEntity,
    AccountEntity,
    ConsentEntity,
    SessionEntity,
    NoticeEntity,
    ItemBankEntity,
    BankMemberEntity,
    SubtopicEntity,
    SourceDocumentEntity,
    ItemEntity,
    ItemVersionEntity,
    ItemKeyEntity,
    ItemCommentEntity,
    ItemViewEntity,
    BulkEditEntity,
    MediaEntity,
    ImportBatchEntity,
    ImportRowEntity,
    ContestEntity,
    RoundEntity,
    RoundItemEntity,
    RoundRulesEntity,
    ContestEntrantEntity,
    RoundEntrantEntity,
    RoundRemovalEntity,
    ExtraTimeEntity,
    RuleChangeEntity,
    ClockActEntity,
    AttemptEntity,
    ClockCreditEntity,
    ResponseEventEntity,
    PlaceOpeningEntity,
    ResultVersionEntity,
    ResultRowEntity,
    RulingEntity,
    ResultDrawEntity,
    ComplaintEntity,
    WinnerListEntity,
    WinnerEntity,
    WinnerEventEntity,
    CollectivePlanEntity,
    RosterRecordEntity,
    UnitRosterEntity,
    CertificateFormEntity,
    PrintedPaperEntity,
    PracticeCardEntity,
    PracticeAnswerEntity,
    RulebookEntity,
    RulebookVersionEntity,
    AuditEntryEntity,
    IncidentEntity,
    SchoolClassEntity,
    PupilEntity,
    LessonSetEntity,
    LessonEntity,
    LessonActEntity,
    LessonSeatEntity,
    SeatRequestEntity,
    LessonAnswerEntity,
    LessonRemoteEntity,
    CarriedLessonEntity,
    CarriedItemEntity,
  ],
  migrations,
}
