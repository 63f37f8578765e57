import { z } from 'zod'
import {
  COUNTED_ATTEMPTS,
  DEFAULT_CONTEST_RULES,
  DEFAULT_ROUND_RULES,
  ENTRY_ROLES,
  MOVEMENTS,
  PREDICTION_PER,
  PREDICTION_TARGETS,
  PREDICTION_UNITS,
  QUOTA_PERIODS,
  RANKING_CRITERIA,
} from '../vocab/index.js'
import { Day, Id, UnitKind, localizedText } from './shapes.js'

/** The rules of a contest and of a round; what each means stands in `vocab/rules.ts`. */

export const RankingCriterion = z.object({
  by: z.enum(RANKING_CRITERIA),
  bucketS: z.int().min(1).max(86_400).optional(),
})
const Ranking = z.array(RankingCriterion).min(1).max(RANKING_CRITERIA.length)
const Age = z.int().min(0).max(120).nullable()
const share = z.number().min(0).max(1).multipleOf(0.01)
const TableCode = z.string().regex(/^[\p{L}\p{N}]{1,8}$/u)

export const RoundRules = z
  .object({
    attempts: z.object({
      period: z.enum(QUOTA_PERIODS),
      waitS: z
        .int()
        .min(0)
        .max(7 * 86_400),
      counted: z.enum(COUNTED_ATTEMPTS),
      unseenFirst: z.boolean(),
    }),
    movement: z.enum(MOVEMENTS),
    itemClockS: z.int().min(5).max(3_600).nullable(),
    allRequired: z.boolean(),
    scoring: z.object({
      wrongPenalty: share,
      blankPenalty: share,
      speedBonus: z.number().min(0).max(100).multipleOf(0.01),
    }),
    prediction: z
      .object({
        target: z.enum(PREDICTION_TARGETS),
        unit: z.enum(PREDICTION_UNITS),
        per: z.enum(PREDICTION_PER),
        countsDisqualified: z.boolean(),
      })
      .nullable(),
    ranking: Ranking,
    freezeMinutes: z
      .int()
      .min(0)
      .max(7 * 1_440),
    paperTolerance: z.number().min(0.01).max(100).nullable(),
    protection: z
      .object({
        watermark: z.boolean(),
        copyGuard: z.boolean(),
        fullScreen: z.boolean(),
        safeBrowser: z.boolean(),
      })
      .default(DEFAULT_ROUND_RULES.protection),
    entry: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('open') }),
      z.object({ kind: z.literal('list') }),
      z.object({
        kind: z.literal('qualified'),
        fromRoundId: Id,
        by: z.enum(['top', 'share', 'per-unit']),
        /** People, percent, or people of each unit below the root. */
        amount: z.int().min(1).max(100_000),
      }),
    ]),
    tables: z.array(TableCode).max(20),
  })
  .meta({ id: 'RoundRules' })

/** As it comes in: what nobody says is as usual. */
export const RoundRulesIn = RoundRules.default(DEFAULT_ROUND_RULES)

export const ContestRules = z
  .object({
    eligibility: z.object({
      minAge: Age,
      maxAge: Age,
      ageOn: Day.nullable(),
      unitIds: z.array(Id).max(300),
      roles: z.array(z.enum(ENTRY_ROLES)).max(ENTRY_ROLES.length).default([]),
      invitedOnly: z.boolean(),
    }),
    tables: z
      .array(
        z.object({
          code: TableCode,
          name: localizedText(120),
          minAge: Age,
          maxAge: Age,
          unitKinds: z.array(UnitKind).max(5),
          unitIds: z.array(Id).max(300),
        }),
      )
      .max(20),
    total: z.object({ bestRounds: z.int().min(1).max(100).nullable(), ranking: Ranking }).nullable(),
    onePrizeEach: z.boolean(),
    complaintHours: z
      .int()
      .min(0)
      .max(30 * 24),
  })
  .meta({ id: 'ContestRules' })

export const ContestRulesIn = ContestRules.default(DEFAULT_CONTEST_RULES)
