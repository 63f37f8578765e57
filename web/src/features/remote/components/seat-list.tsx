import { teamName } from '@thiso/contracts/vocab'
import { Badge, Button, formatShare, Icon, SearchInput, useLocale } from '@thiso/kit'
import { fold, matchesAllWords } from '@thiso/kit/text/fold'
import { calledIn, type HostView, type SeatRow } from '@thiso/kit/lesson/host-state'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useState } from 'react'
import type { Steer } from '../hooks/use-steer'
import { useRemoteTexts } from '../texts/use-remote-texts'
import { SeatDialog } from './seat-dialog'
import './seat-list.css'

const SHOWN = 100

/** Everybody by name, in a hall by seat; a tap on a name opens what can be done for this pupil. */
export function SeatList({ view, steer }: { view: HostView; steer: Steer }) {
  const t = useRemoteTexts()
  const [locale] = useLocale()
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<number | null>(null)
  const open = (number: number) => {
    steer.hush()
    setChosen(number)
  }
  const isHall = view.settings.mode === 'bell'
  const search = t(isHall ? 'seats.searchSeat' : 'seats.search')
  const byName = new Intl.Collator(locale === 'vi' ? 'vi' : 'en', { numeric: true })
  const found = view.seats
    .filter((each) => matchesAllWords(fold(calledIn(view, each)), words))
    .sort(
      (a, b) =>
        Number(a.isRemoved) - Number(b.isRemoved) || (isHall ? a.seat - b.seat : byName.compare(a.name, b.name)),
    )
  const seat = view.seats.find((each) => each.seat === chosen)
  return (
    <div className="rm-tab">
      {view.seats.length === 0 ? (
        <p className="rm-quiet">{t('seats.none', { pin: view.pin ?? '' })}</p>
      ) : (
        <>
          <SearchInput label={search} placeholder={search} value={words} onChange={setWords} />
          {found.length === 0 && <p className="rm-quiet">{t('seats.noneFound')}</p>}
          <ul className="rm-seats">
            {found.slice(0, SHOWN).map((each) => (
              <li key={each.seat}>
                {each.isRemoved ? (
                  <Removed view={view} seat={each} steer={steer} />
                ) : (
                  <button type="button" onClick={() => open(each.seat)}>
                    <span className="rm-seat">
                      <span className="rm-seat-name">{calledIn(view, each)}</span> <Marks seat={each} />
                    </span>
                    <Icon of={ChevronRight} />
                  </button>
                )}
              </li>
            ))}
          </ul>
          {found.length > SHOWN && <p className="rm-quiet">{t('seats.more', { count: found.length - SHOWN })}</p>}
        </>
      )}
      {seat && <SeatDialog key={seat.seat} seat={seat} view={view} steer={steer} onClose={() => setChosen(null)} />}
    </div>
  )
}

/** Who was removed may be let in again, to the same seat. */
function Removed({ view, seat, steer }: { view: HostView; seat: SeatRow; steer: Steer }) {
  const t = useRemoteTexts()
  const [isBusy, setBusy] = useState(false)
  const { name } = seat
  const readmit = async () => {
    setBusy(true)
    if (await steer.onSeats({ kind: 'readmit', seat: seat.seat })) steer.say(t('seats.readmitted', { name }))
    setBusy(false)
  }
  return (
    <div className="rm-removed">
      <span className="rm-seat">
        <span className="rm-seat-name">{calledIn(view, seat)}</span> <Badge>{t('seats.removed')}</Badge>
      </span>
      <Button size="small" busy={isBusy} aria-label={t('seats.readmitName', { name })} onClick={() => void readmit()}>
        {t('seats.readmit')}
      </Button>
    </div>
  )
}

function Marks({ seat }: { seat: SeatRow }) {
  const t = useRemoteTexts()
  const [language] = useLocale()
  return (
    <span className="rm-marks">
      {!seat.isHere && <Badge tone="sun">{t('seats.away')}</Badge>}
      {seat.team !== null && <Badge>{teamName(seat.team, language)}</Badge>}
      {seat.floor && <Badge tone={seat.floor === 'on' ? 'good' : 'neutral'}>{t(`bell.floor.${seat.floor}`)}</Badge>}
      {seat.isLate && <Badge>{t('seats.late')}</Badge>}
      {seat.extraPercent > 0 && (
        <Badge tone="blue">{t('seats.extra', { percent: formatShare(seat.extraPercent / 100) })}</Badge>
      )}
    </span>
  )
}
