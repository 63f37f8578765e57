import { Banner, Button } from '@thiso/kit'
import { useEffect, useState } from 'react'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

/** Asked once a visit; phones and browsers without it are not asked. */
export default function FullScreenAsk() {
  const t = useAttemptTexts()
  const [isAnswered, setAnswered] = useState(false)
  const [isFull, setFull] = useState(document.fullscreenElement !== null)
  useEffect(() => {
    const look = () => setFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', look)
    return () => document.removeEventListener('fullscreenchange', look)
  }, [])
  if (isAnswered || isFull || !document.fullscreenEnabled) return null
  return (
    <div className="at-notes">
      <Banner
        action={
          <span className="at-full-screen">
            <Button
              size="small"
              onClick={() => void document.documentElement.requestFullscreen().catch(() => setAnswered(true))}
            >
              {t('fullScreen.go')}
            </Button>
            <Button size="small" variant="quiet" onClick={() => setAnswered(true)}>
              {t('fullScreen.later')}
            </Button>
          </span>
        }
      >
        {t('fullScreen.text')}
      </Banner>
    </div>
  )
}
