import { plainText } from '@thiso/contracts/vocab'
import { formatNumber } from '@thiso/kit'
import { diffWordsWithSpace } from 'diff'
import { Link } from 'react-router'
import type { ImportRow } from '../queries'
import { useExchangeText } from '../use-exchange-text'

/** The row beside what says nearly the same; in each the words that the other has not are marked. */
export function RowDuplicates({ row }: { row: ImportRow }) {
  const t = useExchangeText()
  if (row.duplicates.length === 0) return null
  const own = plainText(row.draft.body.stem)
  const count = row.duplicates.length
  return (
    <details className="exchange-near" open>
      <summary>{t('near.heading', { count, formatted: formatNumber(count) })}</summary>
      {row.duplicates.map((duplicate) => {
        const at = duplicate.label.indexOf(': ')
        const [name, text] = [duplicate.label.slice(0, at), duplicate.label.slice(at + 2)]
        return (
          <div key={duplicate.label} className="exchange-near-pair">
            <div>
              <h4>{t('near.inFile')}</h4>
              <p lang="vi">
                <Words before={text} after={own} />
              </p>
            </div>
            <div>
              <h4>
                {t(duplicate.itemId ? 'near.inBank' : 'near.earlier')} · {name} ·{' '}
                {t('near.percent', { percent: formatNumber(duplicate.percent) })}
              </h4>
              <p lang="vi">
                <Words before={own} after={text} />
              </p>
              {duplicate.itemId && (
                <Link to={`/cau-hoi/${duplicate.itemId}`} target="_blank">
                  {t('near.open')}
                </Link>
              )}
            </div>
          </div>
        )
      })}
    </details>
  )
}

function Words({ before, after }: { before: string; after: string }) {
  const t = useExchangeText()
  let at = 0
  return diffWordsWithSpace(before, after).map((part) => {
    at += 1
    if (part.removed) return null
    if (!part.added) return <span key={at}>{part.value}</span>
    return (
      <mark key={at}>
        <span className="ts-hidden">{t('near.added')} </span>
        {part.value}
      </mark>
    )
  })
}
