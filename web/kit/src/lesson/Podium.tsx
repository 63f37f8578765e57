import { classes } from '../layout/classes'
import { formatNumber, type Locale } from '../text/format'
import type { LessonStanding } from './host-state'
import { lessonTexts } from './texts/lesson-texts'
import './lesson.css'

/** As finely as places are decided: what is shown as equal shares a place. */
const POINTS: Intl.NumberFormatOptions = { maximumFractionDigits: 3 }

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

/** How many steps the podium has: places 1 to 3 that somebody holds. */
export const podiumSteps = (standings: readonly LessonStanding[]) =>
  new Set(standings.map(({ rank }) => rank).filter((rank) => rank <= 3)).size

/** The first three places; who shares one stands on it together, and the next place is left empty then. */
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
        return (
          <li key={rank} className={classes('ts-podium-step', `ts-podium-${rank}`, isTold && 'ts-podium-told')}>
            <div className="ts-podium-names">
              {isTold && on.slice(0, 4).map((row) => <b key={row.seat ?? `team ${row.team}`}>{row.name}</b>)}
              {isTold && on.length > 4 && <span>{texts.more(on.length - 4)}</span>}
            </div>
            <div className="ts-podium-block">
              <span className="ts-podium-rank">
                <span className="ts-hidden">{texts.place(rank)}</span>
                <span aria-hidden="true">{rank}</span>
              </span>
              {isTold && first && (
                <span className="ts-podium-gain">
                  {texts.rightOf(formatNumber(first.rightCount, undefined, language))}
                  {withPoints && <br />}
                  {withPoints && texts.pointsOf(formatNumber(first.points, POINTS, language))}
                </span>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
