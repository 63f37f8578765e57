import { useLocale } from '@thiso/kit'
import { type HostView, isBoardNext } from '@thiso/kit/lesson/host-state'
import { LessonBoard } from '@thiso/kit/lesson/LessonBoard'
import { withPoints } from '@thiso/kit/lesson/points'
import { FitBox } from '../parts/fit-box'
import { useHostText } from '../use-host-text'

/** As many as are read from the last row; everybody finds the own place on the phone. */
const MOST_ROWS = 6

/** The standings after a place; or why they are not shown now. */
export function BoardScene({ view }: { view: HostView }) {
  const t = useHostText()
  const [locale] = useLocale()
  const { standings, step, settings } = view
  const next = view.sections.find(({ place }) => place === step.place + 1)
  const isOfTeams = standings.length > 0 && standings.every(({ seat }) => seat === null)
  const isLast = step.place >= step.placeCount
  const hidden = isLast ? 'board.hiddenLast' : settings.board === 'section' ? 'board.hiddenSection' : 'board.hidden'
  return (
    <FitBox className="hs-board" about={`${step.version} ${standings.length}`} largest={1.2} of="names">
      {step.isSkipped && (
        <p className="hs-skipped">
          <b>{t('reveal.skipped')}</b> {t('reveal.skippedText')}
        </p>
      )}
      {isBoardNext(view) && standings.length > 0 ? (
        <>
          <h2>{isOfTeams ? t('board.headingTeams') : t('board.heading')}</h2>
          <LessonBoard
            standings={standings}
            most={MOST_ROWS}
            withPoints={withPoints(settings, standings)}
            language={locale}
          />
        </>
      ) : (
        !isBoardNext(view) && <p className="hs-quiet">{t(hidden)}</p>
      )}
      {next && <p className="hs-next">{t('board.next', { section: next.title })}</p>}
    </FitBox>
  )
}
