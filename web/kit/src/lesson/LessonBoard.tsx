import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Minus from 'lucide-react/icons/minus'
import { Icon } from '../layout/Icon'
import { classes } from '../layout/classes'
import { formatNumber, type Locale } from '../text/format'
import { type LessonStanding, standingName } from './host-state'
import { formatPoints } from './points'
import { lessonTexts } from './texts/lesson-texts'
import './lesson.css'

export interface LessonBoardProps {
  standings: readonly LessonStanding[]
  /** How many rows fit; the others are counted below. */
  most?: number
  /** The own row, on a phone: it is shown even where it stands below `most`. */
  seat?: number
  team?: number | null
  /** By `withPoints`. */
  withPoints?: boolean
  language: Locale
  className?: string
}

/** The standings as a list: place, movement, name, right answers and points apart. Equal ones share a place. */
export function LessonBoard(props: LessonBoardProps) {
  const { standings, most = standings.length, seat, team, withPoints = true, language, className } = props
  const texts = lessonTexts(language)
  if (standings.length === 0) return <p className="ts-lesson-none">{texts.noStandings}</p>
  const isOwn = (row: LessonStanding) =>
    row.seat === null ? team !== undefined && team !== null && row.team === team : row.seat === seat
  const shown = standings.filter((row, index) => index < most || isOwn(row))
  const isOfTeams = standings.every((row) => row.seat === null)
  const isMoving = shown.some(({ moved }) => moved !== null)
  const left = standings.length - shown.length
  return (
    <div className={classes('ts-lesson-board', isMoving && 'ts-lesson-board-moving', className)}>
      <ol>
        {shown.map((row) => (
          <li
            key={row.seat ?? `team ${row.team}`}
            className={classes(
              'ts-lesson-row',
              row.rank <= 3 && 'ts-lesson-row-top',
              isOwn(row) && 'ts-lesson-row-own',
            )}
          >
            <span className="ts-lesson-rank">
              <span className="ts-hidden">{texts.rank} </span>
              {row.rank}
            </span>
            {isMoving && <Movement moved={row.moved} language={language} />}
            <span className="ts-lesson-name">
              {standingName(row, language)} {row.isTied && <small>{texts.tied}</small>}
            </span>
            <span className="ts-lesson-right">{texts.rightOf(formatNumber(row.rightCount, undefined, language))}</span>
            {withPoints && (
              <span className="ts-lesson-points">{texts.pointsOf(formatPoints(row.points, language))}</span>
            )}
          </li>
        ))}
      </ol>
      {left > 0 && <p className="ts-lesson-more">{isOfTeams ? texts.moreTeams(left) : texts.more(left)}</p>}
    </div>
  )
}

function Movement({ moved, language }: { moved: number | null; language: Locale }) {
  const texts = lessonTexts(language)
  if (moved === null) return <span className="ts-lesson-moved" />
  const icon = moved > 0 ? ArrowUp : moved < 0 ? ArrowDown : Minus
  const said = moved > 0 ? texts.up(moved) : moved < 0 ? texts.down(-moved) : texts.same
  return (
    <span className={classes('ts-lesson-moved', moved > 0 && 'ts-lesson-moved-up')}>
      <Icon of={icon} size={20} />
      {moved !== 0 && <b aria-hidden="true">{Math.abs(moved)}</b>}
      <span className="ts-hidden">{said}</span>
    </span>
  )
}
