import { Button } from '@thiso/kit'
import { useAttemptTexts } from '../../texts/use-attempt-texts'
import { NoticeScreen } from './notice-screen'

interface EndingScreenProps {
  isTimeUp: boolean
  /** The last try did not reach the server. */
  isWaiting: boolean
  unsent: number
  onRetry: () => void
}

export function EndingScreen({ isTimeUp, isWaiting, unsent, onRetry }: EndingScreenProps) {
  const t = useAttemptTexts()
  return (
    <NoticeScreen
      isBusy
      title={t(isTimeUp ? 'ending.timeUp' : 'ending.submitting')}
      actions={isWaiting && <Button onClick={onRetry}>{t('ending.retry')}</Button>}
    >
      <p>{t(isWaiting ? 'ending.waiting' : isTimeUp ? 'ending.timeUpText' : 'ending.submittingText')}</p>
      {isWaiting && unsent > 0 && <p>{t('ending.unsent', { count: unsent })}</p>}
    </NoticeScreen>
  )
}
