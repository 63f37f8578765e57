import { useQueryClient } from '@tanstack/react-query'
import { Button, LinkButton, Loading } from '@thiso/kit'
import { lazy, Suspense, useEffect } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useProblemText } from '../../../lib/problem'
import '../paper.css'
import { EndingScreen } from '../components/paper/ending-screen'
import { HeldScreen } from '../components/paper/held-screen'
import { NoticeScreen } from '../components/paper/notice-screen'
import { PaperScreen } from '../components/paper/paper-screen'
import { SignedOutScreen } from '../components/paper/signed-out-screen'
import { useAttempt } from '../hooks/use-attempt'
import { useHeartbeat } from '../hooks/use-heartbeat'
import { useLeaveWarning } from '../hooks/use-leave-warning'
import { useLiveWatch } from '../hooks/use-live-watch'
import { unsentCount } from '../session/snapshot'
import { useAttemptTexts } from '../texts/use-attempt-texts'

/** Few rounds go one way: whoever takes another one does not load it. */
/** Comes after the paper: what is noted about it keeps nobody waiting. */
const ProcessWatch = lazy(() => import('../components/paper/process-watch'))
const OneWayScreen = lazy(() => import('../components/paper/one-way-screen'))

export default function PaperPage() {
  const t = useAttemptTexts()
  const sentence = useProblemText()
  const attemptId = useParams()['attemptId']!
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { session, holder, snapshot } = useAttempt(attemptId)
  const { phase, paper, network } = snapshot
  const unsent = unsentCount(snapshot)

  useHeartbeat(session, network === 'lost')
  useLiveWatch(session, attemptId, holder, paper?.attempt.roundId ?? null)
  useLeaveWarning(unsent > 0 && phase.name !== 'done')

  const uncounted = phase.name === 'done' ? phase.uncounted : null
  useEffect(() => {
    if (!uncounted) return
    // What is remembered of the round still speaks of a running attempt.
    queryClient.removeQueries({ queryKey: ['round'] })
    void queryClient.invalidateQueries()
    void navigate(`/ket-qua/${attemptId}`, { replace: true, state: { uncounted } })
  }, [uncounted, attemptId, navigate, queryClient])

  if (phase.name === 'held') return <HeldScreen snapshot={snapshot} onTakeOver={() => void session?.takeOver()} />
  if (phase.name === 'signed-out') return <SignedOutScreen unsent={unsent} />
  if (phase.name === 'submitting') {
    return <EndingScreen {...phase} unsent={unsent} onRetry={() => session?.wake()} />
  }
  if (phase.name === 'broken') {
    return (
      <NoticeScreen
        urgent
        title={t('broken.title')}
        actions={
          <>
            <Button variant="primary" onClick={() => void session?.open()}>
              {t('broken.retry')}
            </Button>
            <LinkButton variant="quiet" to="/">
              {t('broken.home')}
            </LinkButton>
          </>
        }
      >
        <p>{sentence(phase.error)}</p>
      </NoticeScreen>
    )
  }
  if (phase.name === 'working' && session && paper) {
    return (
      <>
        <Suspense>
          <ProcessWatch paper={paper} />
        </Suspense>
        {paper.attempt.open ? (
          <Suspense fallback={<Loading label={t('paper.loading')} />}>
            <OneWayScreen key={attemptId} paper={paper} snapshot={snapshot} session={session} />
          </Suspense>
        ) : (
          <PaperScreen key={attemptId} paper={paper} snapshot={snapshot} session={session} />
        )}
      </>
    )
  }
  return (
    <div className="at-notice">
      <Loading label={t('paper.loading')} />
    </div>
  )
}
