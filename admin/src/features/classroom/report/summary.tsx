import { BarList, Card, formatDuration, formatNumber, formatShare, Stack, StatTile } from '@thiso/kit'
import { useCommon } from '../../../lib/common'
import type { Headline, Report } from './figures'
import { LookAgain } from './look-again'
import { useReportText } from './use-report-text'

interface SummaryProps {
  report: Report
  head: Headline
}

/** The lesson in five numbers, what to go through again, and how each topic went. */
export function Summary({ report, head }: SummaryProps) {
  const t = useReportText()
  const common = useCommon()
  const of = (part: number, whole: number) => (whole > 0 ? formatShare(part / whole, 0) : t('summary.unknown'))
  const notes = [
    head.lateCount > 0 && t('summary.late', { count: head.lateCount }),
    head.removedCount > 0 && t('summary.removed', { count: head.removedCount }),
  ].filter(Boolean)
  const topics = report.topics.filter(({ rightShare }) => rightShare !== null)
  return (
    <Stack gap={5}>
      <div className="lesson-tiles">
        <StatTile
          label={t(report.lesson.mode === 'team-device' ? 'summary.peopleTeams' : 'summary.people')}
          value={head.seatCount}
          hint={notes.length > 0 ? notes.join(', ') : undefined}
        />
        <StatTile
          label={t('summary.right')}
          value={of(head.rightCount, head.couldCount)}
          hint={t('summary.rightHint', { right: formatNumber(head.rightCount), could: formatNumber(head.couldCount) })}
        />
        <StatTile
          label={t('summary.answered')}
          value={of(head.answeredCount, head.couldCount)}
          hint={t('summary.answeredHint')}
        />
        <StatTile
          label={t('summary.time')}
          value={
            head.meanTimeS === null
              ? t('summary.unknown')
              : t('summary.seconds', { count: formatNumber(head.meanTimeS, { maximumFractionDigits: 1 }) })
          }
          hint={t('summary.timeHint')}
        />
        <StatTile
          label={t('summary.told')}
          value={t('summary.places', { told: formatNumber(head.toldCount), total: formatNumber(head.placeCount) })}
          hint={head.lengthMs === null ? undefined : t('summary.length', { length: formatDuration(head.lengthMs) })}
        />
      </div>
      {head.toldCount > 0 && (
        <div className="ad-two">
          <LookAgain report={report} />
          {topics.length > 0 && (
            <Card title={t('topics.title')}>
              <BarList
                label={t('topics.label')}
                max={1}
                items={topics.map(({ topic, rightShare }) => ({
                  id: topic,
                  label: common(`topic.${topic}`),
                  value: rightShare ?? 0,
                  text: formatShare(rightShare ?? 0, 0),
                }))}
              />
            </Card>
          )}
        </div>
      )}
    </Stack>
  )
}
