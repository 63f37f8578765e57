import { LinkButton, Loading } from '@thiso/kit'
import { useEffect, useState } from 'react'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

/** The server closes an overdue attempt within seconds; beyond this the attempt must be one that still runs. */
const PATIENCE_MS = 12_000

export function NotYet({ attemptId }: { attemptId: string }) {
  const t = useAttemptTexts()
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="at-notice">
      <h1>{t('result.pendingTitle')}</h1>
      <p>{t('result.pendingText')}</p>
      <Loading />
      {isLong && (
        <>
          <p>{t('result.stillRunning')}</p>
          <LinkButton to={`/bai/${attemptId}`}>{t('round.continue')}</LinkButton>
        </>
      )}
    </div>
  )
}
