import { useQuery } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { eitherText, type NameOf, settingLines, settingName } from '@thiso/contracts/rule-words'
import { Banner, Card, formatDateTime, useLocale } from '@thiso/kit'
import { useLocalized } from '../../../lib/localized'
import { amendmentsQuery } from '../hooks/queries'
import { useRulebookTexts } from '../texts/use-rulebook-texts'

type Amendment = ApiOutput<'publicAmendments'>['amendments'][number]

/** AM-4: what was changed after people had taken part: before and after, why, when and by whose approval. */
export function AmendmentList({ slug }: { slug: string }) {
  const t = useRulebookTexts()
  const { data, error } = useQuery(amendmentsQuery(slug))
  const [locale] = useLocale()
  const nameOf: NameOf = (id) => {
    const name = data?.names[id]
    return name && eitherText(name, locale)
  }
  if (error && !data) return <Banner tone="warn">{t('amendmentsProblem')}</Banner>
  if (!data || data.amendments.length === 0) return null
  return (
    <Card title={t('amendments')}>
      <p className="ts-quiet-text">{t('amendmentsLead')}</p>
      <ol className="rb-amendments">
        {data.amendments.map((amendment) => (
          <AmendmentEntry key={amendment.id} amendment={amendment} nameOf={nameOf} />
        ))}
      </ol>
    </Card>
  )
}

function AmendmentEntry({ amendment, nameOf }: { amendment: Amendment; nameOf: NameOf }) {
  const t = useRulebookTexts()
  const localized = useLocalized()
  const [locale] = useLocale()
  return (
    <li>
      <h3>{amendment.roundName ? localized(amendment.roundName) : t('wholeContest')}</h3>
      <p className="ts-quiet-text ts-number">{t('approvedAt', { at: formatDateTime(amendment.decidedAt) })}</p>
      <dl className="rb-changes">
        {amendment.changes.map(({ path, before, after }) => (
          <div key={path}>
            <dt>{settingName(path, locale)}</dt>
            <dd>
              <span className="rb-change-name">{t('before')}</span>
              <Lines of={settingLines(path, before, locale, nameOf)} />
            </dd>
            <dd>
              <span className="rb-change-name">{t('after')}</span>
              <Lines of={settingLines(path, after, locale, nameOf)} />
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <strong>{t('reason')}:</strong> {amendment.reason}
      </p>
      <p className="ts-quiet-text ts-small">
        {t('approvers', {
          proposer: t(`role.${amendment.proposedByRole}`),
          approver: t(`role.${amendment.decidedByRole}`),
        })}
      </p>
    </li>
  )
}

function Lines({ of }: { of: readonly string[] }) {
  return of.map((line) => <span key={line}>{line}</span>)
}
