import { Button, Checkbox, Dialog, SearchInput } from '@thiso/kit'
import { fold, matchesAllWords } from '@thiso/kit/text/fold'
import { floorOf } from '@thiso/kit/lesson/host-script'
import { calledIn, type HostView, seated } from '@thiso/kit/lesson/host-state'
import { useState } from 'react'
import type { Steer } from '../hooks/use-steer'
import { useRemoteTexts } from '../texts/use-remote-texts'
import { SaidInDialog } from './said-line'
import './bell-card.css'

/** CR-32: whom the rescue brings back to the floor: all who are out, all reserves, or one by one. */
export function RescueDialog({ view, steer, onClose }: { view: HostView; steer: Steer; onClose: () => void }) {
  const t = useRemoteTexts()
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [words, setWords] = useState('')
  // By seat, as the host walks along the rows.
  const off = seated(view.seats).filter(({ floor }) => floor === 'out' || floor === 'reserve')
  const { out, reserves, fellLast } = floorOf(view)
  const groups = [
    // Most rescues are for those whom the last item took.
    ...(fellLast.length < out.length
      ? [{ label: 'bell.lastOut' as const, seats: fellLast.map(({ seat }) => seat), place: fellLast[0]?.outAt ?? 0 }]
      : []),
    { label: 'bell.allOut' as const, seats: out.map(({ seat }) => seat), place: 0 },
    { label: 'bell.allReserves' as const, seats: reserves.map(({ seat }) => seat), place: 0 },
  ]
  // Whom somebody else has brought back meanwhile is not brought back again.
  const picked = off.filter(({ seat }) => chosen.has(seat)).map(({ seat }) => seat)
  const set = (seats: readonly number[], isIn: boolean) => {
    const next = new Set(chosen)
    for (const seat of seats) isIn ? next.add(seat) : next.delete(seat)
    setChosen(next)
  }
  const rescue = async () => {
    if (!(await steer.act({ kind: 'rescue', seats: picked }))) return
    steer.say(t('bell.rescued', { count: picked.length }))
    onClose()
  }
  return (
    <Dialog
      open
      size="small"
      title={t('bell.rescueTitle')}
      onClose={onClose}
      actions={
        <Button
          variant="primary"
          disabled={picked.length === 0}
          busy={steer.acting === 'rescue'}
          onClick={() => void rescue()}
        >
          {t('bell.rescueConfirm', { count: picked.length })}
        </Button>
      }
    >
      <SaidInDialog said={steer.said} />
      <p>{off.length === 0 ? t('bell.nobodyToRescue') : t('bell.rescueText')}</p>
      {groups.map(
        ({ label, seats, place }) =>
          seats.length > 0 && (
            <Checkbox
              key={label}
              label={t(label, { count: seats.length, place })}
              checked={seats.every((seat) => chosen.has(seat))}
              mixed={seats.some((seat) => chosen.has(seat)) && !seats.every((seat) => chosen.has(seat))}
              onChange={(isIn) => set(seats, isIn)}
            />
          ),
      )}
      <SearchInput
        label={t('seats.searchSeat')}
        placeholder={t('seats.searchSeat')}
        value={words}
        onChange={setWords}
      />
      <div className="rm-picks">
        {off
          .filter((seat) => matchesAllWords(fold(calledIn(view, seat)), words))
          .map(({ seat, name, floor }) => (
            <Checkbox
              key={seat}
              label={`${calledIn(view, { seat, name })} (${t(`bell.floor.${floor ?? 'out'}`)})`}
              checked={chosen.has(seat)}
              onChange={(isIn) => set([seat], isIn)}
            />
          ))}
      </div>
    </Dialog>
  )
}
