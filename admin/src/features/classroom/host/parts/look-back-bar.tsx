import { Button } from '@thiso/kit'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import type { ReactNode } from 'react'
import { useHostText } from '../use-host-text'

interface LookBackBarProps {
  place: number
  placeCount: number
  onPlace: (place: number) => void
  onClose: () => void
  /** The tools of the screen. */
  children: ReactNode
}

/** The host's buttons while the class goes through the items again. */
export function LookBackBar({ place, placeCount, onPlace, onClose, children }: LookBackBarProps) {
  const t = useHostText()
  return (
    <footer className="hs-bar">
      {children}
      <section className="hs-acts" aria-label={t('look.open')}>
        <Button size="small" variant="quiet" onClick={onClose}>
          {t('look.close')}
        </Button>
        <Button size="small" icon={ChevronLeft} disabled={place <= 1} onClick={() => onPlace(place - 1)}>
          {t('look.before')}
        </Button>
        <Button
          variant="primary"
          className="hs-main"
          icon={ChevronRight}
          disabled={place >= placeCount}
          onClick={() => onPlace(place + 1)}
        >
          {t('look.next')}
        </Button>
      </section>
    </footer>
  )
}
