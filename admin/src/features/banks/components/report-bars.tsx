import type { ApiOutput } from '@thiso/contracts'
import { COGNITIVE_LEVELS, ITEM_STATES, ITEM_TYPES, TOPICS } from '@thiso/contracts/vocab'
import { type BarItem, BarList, Card, formatNumber, formatShare, Stack } from '@thiso/kit'
import { useCommon } from '../../../lib/common'
import { itemsPath } from '../../../lib/item-bank/item-filter'
import { useBankWords } from '../../../lib/item-bank/use-words'
import { useBanksText } from '../hooks/use-banks-text'

export type BankReport = ApiOutput<'bankReport'>

const FIRST_DOCUMENTS = 15

/** How the bank is made up; every number leads to its items. */
export function ReportBars({ bankId, report }: { bankId: string; report: BankReport }) {
  const t = useBanksText()
  const common = useCommon()
  const words = useBankWords()
  const used = Object.values(report.byTopic).reduce((sum, count) => sum + count, 0)
  const share = (count: number) => (used > 0 ? `${formatNumber(count)} (${formatShare(count / used, 0)})` : '0')
  const bar = (id: string, label: string, count: number, to: string): BarItem => ({
    id,
    label,
    value: count,
    text: share(count),
    ...(count > 0 ? { to } : {}),
  })
  return (
    <div className="banks-report">
      <Card title={t('report.byTopic')}>
        <BarList
          label={t('report.byTopic')}
          items={TOPICS.map((topic) =>
            bar(topic, common(`topic.${topic}`), report.byTopic[topic] ?? 0, itemsPath({ bankId, topic })),
          )}
        />
      </Card>
      <Card title={t('report.byType')}>
        <BarList
          label={t('report.byType')}
          items={ITEM_TYPES.map((type) =>
            bar(type, words(`type.${type}`), report.byType[type] ?? 0, itemsPath({ bankId, type })),
          )}
        />
      </Card>
      <Card title={t('report.byLevel')}>
        <Stack>
          <BarList
            label={t('report.byLevel')}
            items={COGNITIVE_LEVELS.map((level) =>
              bar(level, common(`level.${level}`), report.byLevel[level] ?? 0, itemsPath({ bankId, level })),
            )}
          />
          <BarList
            label={t('report.english')}
            max={Math.max(1, used)}
            items={[bar('en', t('report.english'), report.englishCount, itemsPath({ bankId, language: 'en' }))]}
          />
        </Stack>
      </Card>
      <Card title={t('report.byState')}>
        <BarList
          label={t('report.byState')}
          items={ITEM_STATES.map((state) => ({
            id: state,
            label: common(`itemState.${state}`),
            value: report.byState[state] ?? 0,
            ...((report.byState[state] ?? 0) > 0 ? { to: itemsPath({ bankId, state }) } : {}),
          }))}
        />
      </Card>
      <KeyCard
        title={t('report.keyPlaces')}
        lead={t('report.keyPlacesLead')}
        counts={report.keyPlaces}
        nameOf={placeName}
      />
      <KeyCard
        title={t('report.keyRanks')}
        lead={t('report.keyRanksLead')}
        counts={report.keyLengthRanks}
        nameOf={(index, size) =>
          index === 0
            ? t('report.shortest')
            : index === size - 1
              ? t('report.longest')
              : t('report.rank', { number: index + 1 })
        }
      />
      <Card title={t('report.byDocument')} className="banks-report-wide">
        {report.byDocument.length === 0 ? (
          <p className="ts-quiet-text">{t('report.noDocuments')}</p>
        ) : (
          <Stack gap={3}>
            <BarList
              label={t('report.byDocument')}
              items={report.byDocument.slice(0, FIRST_DOCUMENTS).map(({ documentId, title, count }) => ({
                id: documentId,
                label: <span lang="vi">{title}</span>,
                value: count,
                to: itemsPath({ bankId, documentId }),
              }))}
            />
            {report.byDocument.length > FIRST_DOCUMENTS && (
              <p className="ts-quiet-text ts-small">
                {t('report.moreDocuments', {
                  count: report.byDocument.length - FIRST_DOCUMENTS,
                  formatted: formatNumber(report.byDocument.length - FIRST_DOCUMENTS),
                })}
              </p>
            )}
          </Stack>
        )}
      </Card>
    </div>
  )
}

const placeName = (index: number) => String.fromCharCode(65 + index)

interface KeyCardProps {
  title: string
  lead: string
  counts: readonly number[]
  nameOf: (index: number, size: number) => string
}

/** Where keys stand, or how long they are, beside the even share. */
function KeyCard({ title, lead, counts, nameOf }: KeyCardProps) {
  const t = useBanksText()
  const total = counts.reduce((sum, count) => sum + count, 0)
  return (
    <Card title={title}>
      {total === 0 ? (
        <p className="ts-quiet-text">{t('report.noChoices')}</p>
      ) : (
        <Stack gap={3}>
          <p className="ts-quiet-text ts-small">
            {lead} {t('report.even', { share: formatShare(1 / counts.length, 0) })}
          </p>
          <BarList
            label={title}
            max={total}
            items={counts.map((count, index) => ({
              id: nameOf(index, counts.length),
              label: nameOf(index, counts.length),
              value: count,
              text: `${formatNumber(count)} (${formatShare(count / total, 0)})`,
            }))}
          />
        </Stack>
      )}
    </Card>
  )
}
