import { formatNumber } from '@thiso/kit'
import { useCommon } from '../../../lib/common'
import type { BlueprintCheck } from '../../../lib/contest-queries'
import { useRoundText } from '../use-round-text'
import './verdict.css'

const SHOWN = 8

/** Approved items that this window shuts out, by what shuts them out: a document that has ended, a unit that is no more, own dates. */
export function ExcludedItems({ check }: { check: BlueprintCheck }) {
  const t = useRoundText()
  const common = useCommon()
  if (check.excluded.length === 0) return null
  const byCause = new Map<string, { reason: string; name: string; count: number; topics: Set<string> }>()
  for (const { reason, name, count, topic } of check.excluded) {
    const known = byCause.get(`${reason} ${name}`) ?? { reason, name, count: 0, topics: new Set<string>() }
    known.count += count
    known.topics.add(common(`topic.${topic}`))
    byCause.set(`${reason} ${name}`, known)
  }
  const causes = [...byCause.values()].sort((a, b) => b.count - a.count)
  const total = causes.reduce((sum, cause) => sum + cause.count, 0)
  return (
    <details className="ad-verdict-excluded">
      <summary>{t('verdict.excluded', { count: total, shown: formatNumber(total) })}</summary>
      <ul className="ad-verdict-list">
        {causes.slice(0, SHOWN).map(({ reason, name, count, topics }) => (
          <li key={`${reason} ${name}`}>
            <span>
              {t(`verdict.excludedBy.${reason}` as 'verdict.excludedBy.document_ended', {
                count: formatNumber(count),
                name,
                topics: [...topics].join(', '),
              })}
            </span>
          </li>
        ))}
      </ul>
      {causes.length > SHOWN && (
        <p className="ts-small">
          {t('verdict.excludedMore', { count: causes.length - SHOWN, shown: formatNumber(causes.length - SHOWN) })}
        </p>
      )}
    </details>
  )
}
