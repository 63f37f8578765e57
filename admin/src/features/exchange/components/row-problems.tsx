import { itemProblemText } from '@thiso/contracts/item-problems'
import { ITEM_PROBLEMS } from '@thiso/contracts/vocab'
import { Icon, useLocale } from '@thiso/kit'
import CircleAlert from 'lucide-react/icons/circle-alert'
import Info from 'lucide-react/icons/info'
import type { ImportRow } from '../queries'
import { useExchangeText } from '../use-exchange-text'

/** Asked for all rows at once when they are imported; said of each row by its badges. */
const ASKED_LATER = ['topic_assumed', 'level_assumed']

/** What is wrong with a row, in sentences; errors first. */
export function RowProblems({ row }: { row: ImportRow }) {
  const t = useExchangeText()
  const [locale] = useLocale()
  const isError = (code: ImportRow['problems'][number]['code']) => ITEM_PROBLEMS[code] === 'error'
  const problems = row.problems
    .filter(({ code }) => !ASKED_LATER.includes(code))
    .sort((a, b) => Number(isError(b.code)) - Number(isError(a.code)))
  if (problems.length === 0) return null
  return (
    <ul className="exchange-problems" aria-label={t('rows.problems', { place: row.place })}>
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.detail}`} data-weight={isError(problem.code) ? 'error' : 'warning'}>
          <Icon of={isError(problem.code) ? CircleAlert : Info} size={18} />
          <span>{itemProblemText(problem)[locale]}</span>
        </li>
      ))}
    </ul>
  )
}
