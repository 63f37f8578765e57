import { Badge, formatShare, Icon, SearchInput, useLocale } from '@thiso/kit'
import { fold, matchesAllWords } from '@thiso/kit/text/fold'
import type { HostView, SeatRow } from '@thiso/kit/lesson/host-state'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useState } from 'react'
import type { Steer } from '../hooks/use-steer'
import { useRemoteTexts } from '../texts/use-remote-texts'
import { SeatDialog } from './seat-dialog'

const SHOWN = 100

/** Everybody by name; a tap on a name opens what can be done for this pupil. */
export function SeatList({ view, steer }: { view: HostView; steer: Steer }) {
  const t = useRemoteTexts()
  const [locale] = useLocale()
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<number | null>(null)
  const byName = new Intl.Collator(locale === 'vi' ? 'vi' : 'en', { numeric: true })
  const found = view.seats
    .filter(({ name }) => matchesAllWords(fold(name), words))
    .sort((a, b) => Number(a.isRemoved) - Number(b.isRemoved) || byName.compare(a.name, b.name))
  const seat = view.seats.find((each) => each.seat === chosen)
  return (
    <div className="rm-tab">
      {view.seats.length === 0 ? (
        <p className="rm-quiet">{t('seats.none', { pin: view.pin ?? '' })}</p>
      ) : (
        <>
          <SearchInput label={t('seats.search')} placeholder={t('seats.search')} value={words} onChange={setWords} />
          {found.length === 0 && <p className="rm-quiet">{t('seats.noneFound')}</p>}
          <ul className="rm-seats">
            {found.slice(0, SHOWN).map((each) => (
              <li key={each.seat}>
                <button type="button" disabled={each.isRemoved} onClick={() => setChosen(each.seat)}>
                  <span className="rm-seat">
                    <span className="rm-seat-name">{each.name}</span> <Marks seat={each} teams={view.teams} />
                  </span>
                  {!each.isRemoved && <Icon of={ChevronRight} />}
                </button>
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

function Marks({ seat, teams }: { seat: SeatRow; teams: HostView['teams'] }) {
  const t = useRemoteTexts()
  if (seat.isRemoved) return <Badge>{t('seats.removed')}</Badge>
  const team = teams.find(({ number }) => number === seat.team)
  return (
    <span className="rm-marks">
      {!seat.isHere && <Badge tone="sun">{t('seats.away')}</Badge>}
      {team && <Badge>{team.name}</Badge>}
      {seat.floor && <Badge tone={seat.floor === 'on' ? 'good' : 'neutral'}>{t(`bell.floor.${seat.floor}`)}</Badge>}
      {seat.isLate && <Badge>{t('seats.late')}</Badge>}
      {seat.extraPercent > 0 && (
        <Badge tone="blue">{t('seats.extra', { percent: formatShare(seat.extraPercent / 100) })}</Badge>
      )}
    </span>
  )
}
