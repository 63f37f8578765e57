import { Banner, Button, Dialog, Stack } from '@thiso/kit'
import { type HostView, type SeatRow, seated } from '@thiso/kit/lesson/host-state'
import type { SeatAct } from '@thiso/kit/lesson/use-host-lesson'
import { useState } from 'react'
import { useProblemText } from '../../../../lib/problem'
import { useHostText, whoOf } from '../use-host-text'

interface PeopleDialogProps {
  view: HostView
  onAct: (act: SeatAct) => Promise<void>
  onSeat: (seat: SeatRow) => void
  onClose: () => void
}

/** Who asks to come back, and everybody who is there. Who was removed is a number on the wall, and names only for whoever opens it. */
export function PeopleDialog({ view, onAct, onSeat, onClose }: PeopleDialogProps) {
  const t = useHostText()
  const problemText = useProblemText()
  /** The request or the seat that is being dealt with. */
  const [busy, setBusy] = useState<string | number | null>(null)
  const [error, setError] = useState<unknown>(null)
  const seats = seated(view.seats)
  const removed = view.seats.filter(({ isRemoved }) => isRemoved)
  const run = async (about: string | number, act: SeatAct) => {
    setBusy(about)
    setError(null)
    try {
      await onAct(act)
    } catch (caught) {
      setError(caught)
    } finally {
      setBusy(null)
    }
  }
  return (
    <Dialog open title={t('people.title', whoOf(view))} onClose={onClose}>
      <Stack gap={4}>
        {view.requests.length > 0 && (
          <section className="hs-requests" aria-label={t('people.requests')}>
            {view.requests.map(({ requestId, name, code }) => (
              <div key={requestId}>
                <p>
                  {t('people.requestText', { name })} <b className="ts-number">{t('people.code', { code })}</b>
                </p>
                <Button
                  size="small"
                  variant="quiet"
                  disabled={busy === requestId}
                  aria-label={t('people.refuseName', { name })}
                  onClick={() => void run(requestId, { kind: 'refuse', requestId })}
                >
                  {t('people.refuse')}
                </Button>
                <Button
                  size="small"
                  variant="primary"
                  busy={busy === requestId}
                  aria-label={t('people.admitName', { name })}
                  onClick={() => void run(requestId, { kind: 'admit', requestId })}
                >
                  {t('people.admit')}
                </Button>
              </div>
            ))}
            <p className="hs-removed">{t('people.codeHint')}</p>
          </section>
        )}
        {error ? (
          <Banner tone="bad" live="assertive">
            {problemText(error)}
          </Banner>
        ) : null}
        <section>
          <h3>{t('people.seats', { count: seats.length, ...whoOf(view) })}</h3>
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
        {removed.length > 0 && (
          <details className="hs-removed">
            <summary>{t('people.removed', { count: removed.length, ...whoOf(view) })}</summary>
            <ul className="hs-people">
              {removed.map(({ seat, name }) => (
                <li key={seat}>
                  <span>
                    <b>{seat}</b> {name}
                  </span>
                  <Button
                    size="small"
                    variant="quiet"
                    busy={busy === seat}
                    aria-label={t('people.readmitName', { name })}
                    onClick={() => void run(seat, { kind: 'readmit', seat })}
                  >
                    {t('people.readmit')}
                  </Button>
                </li>
              ))}
            </ul>
          </details>
        )}
      </Stack>
    </Dialog>
  )
}
