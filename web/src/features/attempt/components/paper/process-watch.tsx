import { lazy, Suspense, useEffect } from 'react'
import { attemptRecorder } from '../../process/attempt-recorder'
import { watchPage } from '../../process/watch-page'
import type { PaperData } from '../../session/calls'

/** Few rounds ask for it: the others do not load it. */
const FullScreenAsk = lazy(() => import('./full-screen-ask'))

/** Well within the time for which a session carries its pass. */
const PROVE_EVERY_MS = 4 * 60_000

/** Beside a paper: what is noted about it (PE), and the asking for full screen. It stands in the way of nothing. */
export default function ProcessWatch({ paper }: { paper: PaperData }) {
  const { attemptId, roundId } = paper.attempt
  const { fullScreen, safeBrowser } = paper.rules.protection
  useEffect(() => watchPage(attemptRecorder(attemptId), fullScreen), [attemptId, fullScreen])
  useEffect(() => {
    if (!safeBrowser) return
    const prove = () =>
      void import('../../process/safe-browser').then((own) => own.proveSafeBrowser(roundId)).catch(() => undefined)
    prove()
    const timer = setInterval(prove, PROVE_EVERY_MS)
    return () => clearInterval(timer)
  }, [roundId, safeBrowser])
  return fullScreen ? (
    <Suspense>
      <FullScreenAsk />
    </Suspense>
  ) : null
}
