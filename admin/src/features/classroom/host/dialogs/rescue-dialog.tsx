import { Banner, Button, Dialog, Row, Stack } from '@thiso/kit'
import { floorOf } from '@thiso/kit/lesson/host-script'
import type { HostView, SeatRow } from '@thiso/kit/lesson/host-state'
import { useState } from 'react'
import { useProblemText } from '../../../../lib/problem'
import { FloorMap } from '../parts/floor-map'
import { useHostText } from '../use-host-text'

interface RescueDialogProps {
  view: HostView
  onRescue: (seats: number[]) => Promise<void>
  onClose: () => void
}

const numbers = (seats: readonly SeatRow[]) => seats.map(({ seat }) => seat)

/** CR-32: who comes back to the floor; by groups, or seat by seat on the map. */
export function RescueDialog({ view, onRescue, onClose }: RescueDialogProps) {
  const t = useHostText()
  const problemText = useProblemText()
  const { out, reserves, fellLast } = floorOf(view)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => new Set(numbers(fellLast)))
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const toggle = (seat: number) =>
    setChosen((before) => {
      const after = new Set(before)
      if (!after.delete(seat)) after.add(seat)
      return after
    })
  const rescue = async () => {
    setBusy(true)
    setError(null)
    try {
      await onRescue([...chosen])
      onClose()
    } catch (caught) {
      setError(caught)
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      size="large"
      className="hs-rescue"
      title={t('rescue.title')}
      onClose={onClose}
      actions={
        <Button variant="primary" busy={isBusy} disabled={chosen.size === 0} onClick={() => void rescue()}>
          {chosen.size === 0 ? t('rescue.doNone') : t('rescue.do', { count: chosen.size })}
        </Button>
      }
    >
      <Stack gap={3}>
        {out.length + reserves.length === 0 ? (
          <p>{t('rescue.nobody')}</p>
        ) : (
          <>
            <p>{t('rescue.text')}</p>
            <Row gap={2}>
              {fellLast.length > 0 && (
                <Button size="small" onClick={() => setChosen(new Set(numbers(fellLast)))}>
                  {t('rescue.last', { count: fellLast.length })}
                </Button>
              )}
              {out.length > fellLast.length && (
                <Button size="small" onClick={() => setChosen(new Set(numbers(out)))}>
                  {t('rescue.all', { count: out.length })}
                </Button>
              )}
              {reserves.length > 0 && (
                <Button size="small" onClick={() => setChosen(new Set([...chosen, ...numbers(reserves)]))}>
                  {t('rescue.reserves', { count: reserves.length })}
                </Button>
              )}
              <Button size="small" variant="quiet" disabled={chosen.size === 0} onClick={() => setChosen(new Set())}>
                {t('rescue.none')}
              </Button>
            </Row>
            <FloorMap seats={view.seats} choose={{ chosen, onToggle: toggle }} />
          </>
        )}
        {error ? (
          <Banner tone="bad" live="assertive">
            {problemText(error)}
          </Banner>
        ) : null}
      </Stack>
    </Dialog>
  )
}
