import { Banner, Button, Dialog, Stack } from '@thiso/kit'
import { type HostView, type SeatRow, seated } from '@thiso/kit/lesson/host-state'
import type { SeatAct } from '@thiso/kit/lesson/use-host-lesson'
import { useState } from 'react'
import { useProblemText } from '../../../../lib/problem'
import { useHostText } from '../use-host-text'

interface PeopleDialogProps {
  view: HostView
  onAct: (act: SeatAct) => Promise<void>
  onSeat: (seat: SeatRow) => void
  onClose: () => void
}

/** Who asks to come back, and everybody who is there. Who was removed is a number, not a list of names on the wall. */
export function PeopleDialog({ view, onAct, onSeat, onClose }: PeopleDialogProps) {
  const t = useHostText()
  const problemText = useProblemText()
  const [admitting, setAdmitting] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const seats = seated(view.seats)
  const removedCount = view.seats.length - seats.length
  const admit = async (requestId: string) => {
    setAdmitting(requestId)
    setError(null)
    try {
      await onAct({ kind: 'admit', requestId })
    } catch (caught) {
      setError(caught)
    } finally {
      setAdmitting(null)
    }
  }
  return (
    <Dialog open title={t('people.title')} onClose={onClose}>
      <Stack gap={4}>
        {view.requests.length > 0 && (
          <section className="hs-requests" aria-label={t('people.requests')}>
            {view.requests.map(({ requestId, name }) => (
              <p key={requestId}>
                <span>{t('people.requestText', { name })}</span>
                <Button
                  size="small"
                  variant="primary"
                  busy={admitting === requestId}
                  onClick={() => void admit(requestId)}
                >
                  {t('people.admit')}
                </Button>
              </p>
            ))}
          </section>
        )}
        {error ? (
          <Banner tone="bad" live="assertive">
            {problemText(error)}
          </Banner>
        ) : null}
        <section>
          <h3>{t('people.seats', { count: seats.length })}</h3>
          <ul className="hs-people">
            {seats.map((seat) => (
              <li key={seat.seat}>
                <span>
                  <b>{seat.seat}</b> {seat.name}
                  {!seat.isHere && <small> {t('people.away')}</small>}
                  {seat.isLate && <small> {t('people.late')}</small>}
                </span>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={t('people.changeOf', { name: seat.name })}
                  onClick={() => onSeat(seat)}
                >
                  {t('people.change')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
        {removedCount > 0 && <p className="hs-removed">{t('people.removed', { count: removedCount })}</p>}
      </Stack>
    </Dialog>
  )
}
