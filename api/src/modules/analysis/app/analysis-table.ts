import { type AnalysedAttempts, type Locale, plainText } from '@thiso/contracts/vocab'
import type { Cell, Column } from '../../../platform/files/table-files.js'
import { TEXTS } from './analysis-texts.js'
import { answerText } from './answer-texts.js'
import type { AnalysedItem, RoundAnalysis } from './round-analysis.js'

/** The table of items as a file has it: one line an item, figures to four decimals. */
export function analysisTable(
  analysis: RoundAnalysis,
  attempts: AnalysedAttempts,
  locale: Locale,
): { title: string; columns: Column[]; rows: Cell[][] } {
  const { title, columns, attempts: names, topics, levels, warnings, rulings } = TEXTS[locale]
  // Whose answers these are stands in the file itself, which is looked at long after.
  const heads = { ...columns, served: `${columns.served} (${names[attempts]})` }
  const cells: [keyof typeof heads, number, (item: AnalysedItem) => Cell][] = [
    ['code', 14, ({ item }) => item.item.code],
    ['stem', 60, ({ item }) => stemOf(item, locale)],
    ['topic', 20, ({ item }) => topics[item.item.topic]],
    ['level', 16, ({ item }) => levels[item.item.level]],
    ['served', 12, ({ statistics }) => statistics.servedCount],
    ['facility', 12, ({ statistics }) => figure(statistics.facility)],
    ['sd', 12, ({ statistics }) => figure(statistics.sdPercent)],
    ['guess', 12, ({ randomGuess }) => figure(randomGuess)],
    ['index', 12, ({ statistics }) => figure(statistics.discriminationIndex)],
    ['efficiency', 12, ({ statistics }) => figure(statistics.discriminativeEfficiency)],
    ['itemRest', 12, ({ statistics }) => figure(statistics.itemRest)],
    ['itemTotal', 12, ({ statistics }) => figure(statistics.itemTotal)],
    ['upperLower', 12, ({ statistics }) => figure(statistics.upperLower)],
    ['weight', 12, ({ statistics }) => figure(statistics.effectiveWeight)],
    ['ruling', 24, ({ ruling }) => (ruling ? rulings[ruling] : '')],
    ['warnings', 40, (item) => item.warnings.map(({ code }) => warnings[code]).join('; ')],
    ['answers', 80, (item) => answersOf(item, locale)],
  ]
  return {
    title,
    columns: cells.map(([name, width]) => ({ header: heads[name], width })),
    rows: analysis.items.map((item) => cells.map(([, , cell]) => cell(item))),
  }
}

function figure(value: number | null): number | null {
  // Without the sign of a zero that was rounded from below.
  return value === null ? null : Math.round(value * 1e4) / 1e4 || 0
}

function stemOf({ version }: AnalysedItem['item'], locale: Locale): string {
  const { stem, translations } = version.question
  return plainText((locale === 'en' && translations.en?.stem) || stem)
}

function answersOf(analysed: AnalysedItem, locale: Locale): string {
  const { answers } = analysed
  const { key, blank } = TEXTS[locale]
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const percent = (share: number) => `${numbers.format(100 * share)}%`
  const lines = answers.rows.map((row) => {
    const text = plainText(answerText(analysed, row, locale) || answerText(analysed, row, 'vi'))
    return `${text}${row.isKey && row.kind !== 'part' ? ` (${key})` : ''}: ${percent(row.share)}`
  })
  return [...lines, `${blank}: ${percent(answers.blank.share)}`].join('\n')
}
