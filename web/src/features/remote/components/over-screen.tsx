import { Button, Card, Page, useLocale } from '@thiso/kit'
import type { HostView } from '@thiso/kit/lesson/host-state'
import { LessonBoard } from '@thiso/kit/lesson/LessonBoard'
import { withPoints } from '@thiso/kit/lesson/points'
import { useRemoteTexts } from '../texts/use-remote-texts'

const BOARD_ROWS = 10

/** @param view null: this phone came after the end and knows no more than that */
export function OverScreen({ view, onDone }: { view: HostView | null; onDone: () => void }) {
  const t = useRemoteTexts()
  const [locale] = useLocale()
  return (
    <Page width="narrow" title={t('over.title')} lead={view?.title} className="rm-page">
      <div className="rm-tab">
        {view && view.standings.length > 0 && (
          <Card title={t('board.title')}>
            <LessonBoard
              standings={view.standings}
              most={BOARD_ROWS}
              withPoints={withPoints(view.settings, view.standings)}
              language={locale}
            />
          </Card>
        )}
        <p>{t('over.text')}</p>
        <Button block onClick={onDone}>
          {t('over.done')}
        </Button>
      </div>
    </Page>
  )
}
