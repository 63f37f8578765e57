import { z } from 'zod'
import * as vocab from '../vocab/index.js'
import { CognitiveLevel, Id, ItemType, LocalizedText, Topic } from './shapes.js'

/**
 * Item and test statistics of a closed round. Percentages are 0 to 100, correlations and shares −1 to 1, the rest points; null where
 * a figure is not defined. The definitions stand in docs/SPEC.md, IA.
 */

const Figure = z.number().nullable()
const Share = z.number()

const AnswerRow = z
  .object({
    kind: z.enum(vocab.ANSWER_ROW_KINDS),
    /** Rich text as HTML, the words "true" and "false" of a true-false item, or what was typed, escaped. */
    text: LocalizedText,
    isKey: z.boolean(),
    count: z.int(),
    /** Of all who were served the item. */
    share: Share,
    /** Of the upper and lower 27 %. */
    upperShare: Share,
    lowerShare: Share,
    /** By ability, the weakest first. */
    thirds: z.array(Share),
    fifths: z.array(Share),
  })
  .meta({ id: 'AnalysisAnswerRow' })

const AnalysedItem = z
  .object({
    itemId: Id,
    itemVersionId: Id,
    code: z.string(),
    version: z.int(),
    type: ItemType,
    topic: Topic,
    level: CognitiveLevel,
    stem: LocalizedText,
    /** What an approved ruling made of it: analysed by the ruled key; a struck one stands apart and is in no figure of the whole. */
    ruling: z.enum(['key', 'also-right', 'strike', 'all-right']).nullable(),
    servedCount: z.int(),
    meanMark: Figure,
    facility: Figure,
    sdPercent: Figure,
    /** What blind guessing gains, in percent. */
    randomGuess: z.number(),
    discriminationIndex: Figure,
    discriminativeEfficiency: Figure,
    wholeDiscriminationIndex: Figure,
    wholeDiscriminativeEfficiency: Figure,
    itemRest: Figure,
    itemTotal: Figure,
    upperLower: Figure,
    intendedWeight: Figure,
    effectiveWeight: Figure,
    warnings: z.array(z.object({ code: z.enum(vocab.ITEM_WARNINGS), rows: z.array(z.int()) })),
    /** Do the answers speak against the key? Then look at it before publishing. */
    keyDoubt: z.enum(vocab.KEY_DOUBTS),
    answers: z.array(AnswerRow),
    blank: AnswerRow.pick({ count: true, share: true, thirds: true, fifths: true }),
    thirdSizes: z.array(z.int()),
    fifthSizes: z.array(z.int()),
  })
  .meta({ id: 'AnalysedItem' })

const TestFigures = z
  .object({
    personCount: z.int(),
    itemCount: z.int(),
    isComplete: z.boolean(),
    maxTotal: z.number(),
    mean: Figure,
    meanPercent: Figure,
    median: Figure,
    sd: Figure,
    sdPercent: Figure,
    skewness: Figure,
    kurtosis: Figure,
    perfectCount: z.int(),
    cic: Figure,
    reliability: z.object({ kind: z.enum(vocab.RELIABILITY_KINDS), coefficient: Figure }),
    errorRatio: Figure,
    standardError: Figure,
    components: z.object({ person: z.number(), paper: z.number(), residual: z.number() }).nullable(),
  })
  .meta({ id: 'TestFigures' })

const params = z.object({ roundId: Id })
const attempts = z.enum(vocab.ANALYSED_ATTEMPTS).default('counted')

export const analysisSchemas = {
  itemAnalysis: {
    params,
    query: z.object({ attempts }),
    response: z.object({
      roundName: LocalizedText,
      attempts: z.enum(vocab.ANALYSED_ATTEMPTS),
      test: TestFigures,
      warnings: z.array(z.enum(vocab.TEST_WARNINGS)),
      bins: z.array(z.object({ from: z.number(), to: z.number(), count: z.int() })),
      items: z.array(AnalysedItem),
    }),
  },
  itemAnalysisFile: {
    params: params.extend({ format: z.enum(['xlsx', 'csv', 'pdf']) }),
    query: z.object({ attempts, locale: z.enum(['vi', 'en']).default('vi') }),
  },
}
