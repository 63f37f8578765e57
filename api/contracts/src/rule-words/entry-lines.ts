import type { Locale, RoundRules } from '../vocab/index.js'
import type { NameOf } from './setting-values.js'
import { WORDS } from './words.js'

/**
 * Who comes into one round beside what the contest asks of everybody: a list, those who qualified, some of the tables.
 * @param nameOf names of rounds by id, of tables by code
 * @param hasTables whether the contest has tables: then people go on from each of them
 * @returns a sentence each; none where the round is for everybody of the contest
 */
export function entryLines(
  { entry, tables }: Pick<RoundRules, 'entry' | 'tables'>,
  locale: Locale,
  nameOf: NameOf,
  hasTables = tables.length > 0,
): string[] {
  const words = WORDS[locale]
  const say = (vi: string, en: string) => (locale === 'vi' ? vi : en)
  const lines: string[] = []
  if (tables.length > 0) {
    const named = words.join(
      tables.map((code) => {
        const name = nameOf(code)
        return name ? `${code} (${name})` : code
      }),
    )
    lines.push(
      say(`Đợt này dành cho bảng ${named}.`, `This round is for ${tables.length === 1 ? 'table' : 'tables'} ${named}.`),
    )
  }
  if (entry.kind === 'list')
    lines.push(
      say('Chỉ người có trong danh sách của đợt này được thi.', 'Only people on the list of this round may take part.'),
    )
  if (entry.kind === 'qualified') {
    const from = nameOf(entry.fromRoundId) ?? say('đợt trước', 'an earlier round')
    const amount = words.number(entry.amount)
    const each = hasTables ? say(', xét riêng từng bảng', ', in each table by itself') : ''
    const who = {
      top: say(`${amount} người xếp hạng cao nhất`, `the best ${amount} people`),
      share: say(`${amount}% số người xếp hạng cao nhất`, `the best ${amount}% of the people`),
      'per-unit': say(
        `${amount} người xếp hạng cao nhất của mỗi đơn vị cấp dưới trực tiếp`,
        `the best ${amount} people of each unit below the top one`,
      ),
    }[entry.by]
    lines.push(
      say(
        `Được vào đợt này: ${who} trong kết quả chính thức của ${from}${each}; ai đồng hạng ở vị trí cuối cùng cũng được vào.`,
        `Who goes on to this round: ${who} in the final results of ${from}${each}; whoever shares the last place goes on too.`,
      ),
    )
  }
  return lines
}
