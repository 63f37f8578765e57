import { Card, formatDateTime, formatNumber } from '@thiso/kit'
import { usePapersText } from '../hooks/use-papers-text'
import type { PrintedPaper } from '../paper-draft'

export function PaperFacts({ paper }: { paper: PrintedPaper }) {
  const t = usePapersText()
  return (
    <Card title={t('paper.facts')}>
      <dl className="ad-facts">
        {paper.organizer && (
          <>
            <dt>{t('paper.organizer')}</dt>
            <dd lang="vi">{paper.organizer}</dd>
          </>
        )}
        {paper.subject && (
          <>
            <dt>{t('paper.subject')}</dt>
            <dd lang="vi">{paper.subject}</dd>
          </>
        )}
        <dt>{t('paper.minutes')}</dt>
        <dd>{t('paper.minutesText', { minutes: formatNumber(paper.durationMinutes) })}</dd>
        <dt>{t('paper.items')}</dt>
        <dd>{formatNumber(paper.itemCount)}</dd>
        <dt>{t('paper.points')}</dt>
        <dd>{formatNumber(paper.maxPoints)}</dd>
        <dt>{t('paper.codes')}</dt>
        <dd className="ts-number">{paper.codes.join(', ')}</dd>
        <dt>{t('paper.author')}</dt>
        <dd>{paper.authorName}</dd>
        <dt>{t('paper.createdAt')}</dt>
        <dd>{formatDateTime(paper.createdAt)}</dd>
      </dl>
    </Card>
  )
}
