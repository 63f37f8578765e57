import { Banner, Button, LinkButton } from '@thiso/kit'
import { useProblemText } from '../../../../lib/problem'
import { type Snapshot, unsentCount } from '../../session/snapshot'
import { useAttemptTexts } from '../../texts/use-attempt-texts'
import { NoticeScreen } from './notice-screen'
import { PaperClock } from './paper-clock'

/** Another tab or device has the attempt: nothing can be chosen here until the person decides. */
export function HeldScreen({ snapshot, onTakeOver }: { snapshot: Snapshot; onTakeOver: () => void }) {
  const t = useAttemptTexts()
  const sentence = useProblemText()
  const unsent = unsentCount(snapshot)
  const roundId = snapshot.paper?.attempt.roundId
  return (
    <NoticeScreen
      urgent
      title={t('held.title')}
      actions={
        <>
          <Button variant="primary" size="large" busy={snapshot.isTakingOver} onClick={onTakeOver}>
            {t('held.here')}
          </Button>
          <LinkButton variant="quiet" to={roundId ? `/dot/${roundId}` : '/'}>
            {t('held.leave')}
          </LinkButton>
        </>
      }
    >
      <p>{t(snapshot.wasWorking ? 'held.lost' : 'held.ask')}</p>
      {unsent > 0 && <p>{t('held.unsent', { count: unsent })}</p>}
      {snapshot.paper && (
        <p>
          <PaperClock
            deadline={Date.parse(snapshot.paper.attempt.deadlineAt)}
            pausedAt={snapshot.paper.attempt.pausedAt}
          />
        </p>
      )}
      {snapshot.takeOverError !== null && <Banner tone="bad">{sentence(snapshot.takeOverError)}</Banner>}
    </NoticeScreen>
  )
}
