import { useEffect, useRef, useState } from 'react'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

interface AnnouncerProps {
  warning: 'soon' | 'last' | null
  isOffline: boolean
}

/** Says to screen readers, once, what others see: little time, and the network back again. */
export function Announcer({ warning, isOffline }: AnnouncerProps) {
  const t = useAttemptTexts()
  const wasOffline = useRef(false)
  const [isBack, setIsBack] = useState(false)

  useEffect(() => {
    setIsBack(wasOffline.current && !isOffline)
    wasOffline.current = isOffline
  }, [isOffline])

  return (
    <>
      <span className="ts-hidden" role="alert">
        {warning ? t(`paper.${warning}`) : ''}
      </span>
      <span className="ts-hidden" role="status">
        {isBack ? t('save.online') : ''}
      </span>
    </>
  )
}
