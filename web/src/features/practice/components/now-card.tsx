import type { ApiOutput } from '@thiso/contracts'
import { Card, LinkButton } from '@thiso/kit'
import { partPath } from '../session/parts'
import { usePracticeTexts } from '../texts/use-practice-texts'

/** The next tap: what is due, otherwise something new, otherwise nothing at all. */
export function NowCard({ progress }: { progress: ApiOutput<'practice'> }) {
  const t = usePracticeTexts()
  const { dueCount, topics } = progress
  const hasNew = topics.some((topic) => topic.seenCount < topic.itemCount)
  if (dueCount > 0)
    return (
      <Card tone="raised" title={t('now.due', { count: dueCount })}>
        <p className="ts-quiet-text pr-now-text">{t('now.dueText')}</p>
        <LinkButton variant="primary" size="large" block to={partPath('due')}>
          {t('now.dueAction')}
        </LinkButton>
        {hasNew && (
          <LinkButton variant="quiet" block to={partPath('all')}>
            {t('now.mixed')}
          </LinkButton>
        )}
      </Card>
    )
  return (
    <Card tone="raised" title={t('now.none')}>
      <p className="ts-quiet-text pr-now-text">{t(hasNew ? 'now.noneText' : 'now.doneText')}</p>
      {hasNew && (
        <LinkButton variant="primary" size="large" block to={partPath('all')}>
          {t('now.action')}
        </LinkButton>
      )}
    </Card>
  )
}
