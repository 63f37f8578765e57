import type { AnalysedAttempts } from '@thiso/contracts/vocab'
import { presentRich } from '../../../platform/text/rich-text.js'
import type { RoundEntity } from '../../contests/index.js'
import { answerText } from '../app/answer-texts.js'
import type { AnalysedItem, RoundAnalysis } from '../app/round-analysis.js'

export function presentAnalysis(round: RoundEntity, attempts: AnalysedAttempts, analysis: RoundAnalysis) {
  const { components, alpha: _, ...test } = analysis.test
  return {
    roundName: round.name,
    attempts,
    test: {
      ...test,
      components: components && {
        person: components.person,
        paper: components.paper,
        residual: components.residual,
      },
    },
    warnings: analysis.warnings,
    bins: analysis.bins,
    items: analysis.items.map(presentItem),
  }
}

function presentItem(analysed: AnalysedItem) {
  const { item, statistics, ruling, randomGuess, answers, warnings, keyDoubt } = analysed
  const { id: itemId, code, type, topic, level } = item.item
  const { stem, translations } = item.version.question
  const { sd: _, ...figures } = statistics
  return {
    itemId,
    itemVersionId: item.version.id,
    code,
    version: item.version.version,
    type,
    topic,
    level,
    stem: { vi: presentRich(stem), en: presentRich(translations.en?.stem ?? '') },
    ruling,
    ...figures,
    randomGuess,
    warnings,
    keyDoubt,
    answers: answers.rows.map((row) => ({
      kind: row.kind,
      text: { vi: answerText(analysed, row, 'vi'), en: answerText(analysed, row, 'en') },
      isKey: row.isKey,
      count: row.count,
      share: row.share,
      upperShare: row.upperShare,
      lowerShare: row.lowerShare,
      thirds: row.thirds,
      fifths: row.fifths,
    })),
    blank: {
      count: answers.blank.count,
      share: answers.blank.share,
      thirds: answers.blank.thirds,
      fifths: answers.blank.fifths,
    },
    thirdSizes: answers.thirdSizes,
    fifthSizes: answers.fifthSizes,
  }
}
