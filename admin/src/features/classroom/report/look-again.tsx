import { plainText } from '@thiso/contracts/vocab'
import { Card, formatNumber, formatShare, useLocale } from '@thiso/kit'
import { useCommon } from '../../../lib/common'
import { hardestOf, mostMisledOf, type Report, type ReportItem } from './figures'
import { useReportText } from './use-report-text'

/** What a teacher would take up again: the hardest item, the mistake made most, the weakest topic. */
export function LookAgain({ report }: { report: Report }) {
  const t = useReportText()
  const common = useCommon()
  const [locale] = useLocale()
  const hardest = hardestOf(report.items)
  const misled = mostMisledOf(report.items)
  const topics = [...report.topics].filter(({ rightShare }) => rightShare !== null)
  topics.sort((a, b) => (a.rightShare ?? 0) - (b.rightShare ?? 0))
  // Where all are the same none is the weakest.
  const shown = (topic: Report['topics'][number] | undefined) => formatShare(topic?.rightShare ?? 0, 0)
  const weakest = shown(topics[0]) !== shown(topics.at(-1)) ? topics[0] : undefined
  const stemOf = ({ stem }: ReportItem) => plainText(stem[locale] || stem.vi)
  return (
    <Card title={t('look.title')}>
      {hardest || misled ? (
        <dl className="lesson-look">
          {hardest && (
            <div>
              <dt>{t('look.hardest')}</dt>
              <dd>
                <strong>
                  {t('look.hardestText', { place: hardest.place, share: formatShare(hardest.rightShare ?? 0, 0) })}
                </strong>
                <span>{stemOf(hardest)}</span>
              </dd>
            </div>
          )}
          {misled?.misconception && (
            <div>
              <dt>{t('look.misled')}</dt>
              <dd>
                <strong>
                  {t(misled.misconception.text.vi ? 'look.misledText' : 'look.misledTyped', {
                    place: misled.place,
                    count: formatNumber(misled.misconception.count),
                    label: misled.misconception.label,
                  })}
                </strong>
                <span>{plainText(misled.misconception.text[locale] || misled.misconception.text.vi)}</span>
              </dd>
            </div>
          )}
          {weakest && (
            <div>
              <dt>{t('look.topic')}</dt>
              <dd>
                <strong>
                  {t('look.topicText', {
                    topic: common(`topic.${weakest.topic}`),
                    share: formatShare(weakest.rightShare ?? 0, 0),
                  })}
                </strong>
              </dd>
            </div>
          )}
        </dl>
      ) : (
        <p className="ts-quiet-text">{t('look.good')}</p>
      )}
    </Card>
  )
}
