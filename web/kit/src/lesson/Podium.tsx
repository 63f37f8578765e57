import { classes } from '../layout/classes'
import { formatNumber, type Locale } from '../text/format'
import { type LessonStanding, standingName } from './host-state'
import { formatPoints } from './points'
import { lessonTexts } from './texts/lesson-texts'
import './lesson.css'

export interface PodiumProps {
  standings: readonly LessonStanding[]
  /** How many of the steps are told, from the lowest: 0 none, 3 all. */
  told?: number
  withPoints?: boolean
  language: Locale
  className?: string
}

/** Left to right as on any podium. */
const SEEN = [2, 1, 3]

/** Of those who share a step so many are named. */
const MOST_NAMES = 4

/** How many steps the podium has: places 1 to 3 that somebody holds. */
export const podiumSteps = (standings: readonly LessonStanding[]) =>
  new Set(standings.map(({ rank }) => rank).filter((rank) => rank <= 3)).size

/** Until the first step is told, and from each to the one above it; and when whoever tells the same elsewhere tells nothing sooner. */
export const PODIUM = { firstMs: 900, stepMs: 1_800, lastsMs: 900 + 3 * 1_800 } as const

/**
 * The first three places; what is not told yet has its room already, so that nothing moves when it is, and is seen and heard by nobody. Who shares one stands on it together, and the next place is left empty then.
 */
export function Podium({ standings, told = 3, withPoints = true, language, className }: PodiumProps) {
  const texts = lessonTexts(language)
  const ranks = [...new Set(standings.map(({ rank }) => rank).filter((rank) => rank <= 3))].sort((a, b) => b - a)
  const shown = new Set(ranks.slice(0, told))
  const rows = (rank: number) => standings.filter((row) => row.rank === rank)
  return (
    <ol className={classes('ts-podium', className)} aria-label={texts.podium}>
      {SEEN.filter((rank) => ranks.includes(rank)).map((rank) => {
        const on = rows(rank)
        const first = on[0]
        const isTold = shown.has(rank)
        // In a bell people share a place with different sums.
        const isSame = on.every(({ rightCount }) => rightCount === first?.rightCount)
        return (
          <li key={rank} className={classes('ts-podium-step', `ts-podium-${rank}`, isTold && 'ts-podium-told')}>
            <div className="ts-podium-names">
              {on.slice(0, MOST_NAMES).map((row) => (
                <b key={row.seat ?? `team ${row.team}`}>{standingName(row, language)}</b>
              ))}
              {on.length > MOST_NAMES && <span>{texts.more(on.length - MOST_NAMES)}</span>}
            </div>
            <div className="ts-podium-block">
              <span className="ts-podium-rank">
                <span className="ts-hidden">{texts.place(rank)}</span>
                <span aria-hidden="true">{rank}</span>
              </span>
              {first && (
                <span className="ts-podium-gain">
                  {isSame && texts.rightOf(formatNumber(first.rightCount, undefined, language))}
                  {isSame && withPoints && <br />}
                  {withPoints && texts.pointsOf(formatPoints(first.points, language))}
                </span>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
