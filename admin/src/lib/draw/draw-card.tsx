import { Banner, Card, formatDate, formatDateTime, Stack } from '@thiso/kit'
import { DrawEntry } from './draw-entry'
import { NameDraw } from './name-draw'
import type { DrawOf, LedDraw } from './use-draw-act'
import { useDrawText } from './use-draw-text'

interface DrawCardProps {
  drawOf: DrawOf
  draw: LedDraw
  /** There is something to draw from: results, or figures of units that stay. */
  isReady: boolean
  tiedCount: number
  /** Where the contest site shows it. */
  publicPage: string
}

/** The draw among equals, at the step where it stands. */
export function DrawCard({ drawOf, draw, isReady, tiedCount, publicPage }: DrawCardProps) {
  const t = useDrawText()
  const { kind, state, drawnAt } = draw
  const isUnits = kind === 'units'
  return (
    <Card
      title={t(`title.${kind}`)}
      actions={
        (isReady || draw.namedAt) && (
          // The contest site is another app on the same address.
          <a href={publicPage} target="_blank" rel="noreferrer">
            {t('public')}
          </a>
        )
      }
    >
      {drawnAt ? (
        <Stack>
          <Banner tone="good">{t('done', { at: formatDateTime(drawnAt) })}</Banner>
          {isUnits && tiedCount > 0 && <Banner tone="warn">{t('notListed', { count: tiedCount })}</Banner>}
        </Stack>
      ) : state === 'named' || state === 'entered' ? (
        <Stack>
          <Waiting draw={draw} />
          <DrawEntry drawOf={drawOf} draw={draw} />
        </Stack>
      ) : !isReady ? (
        <p className="ts-quiet-text">{t(`before.${kind}`)}</p>
      ) : draw.isNeeded ? (
        <Stack>
          <p>{t(isUnits ? 'neededUnits' : 'needed', { count: tiedCount })}</p>
          {draw.commitment === null && <Banner tone="warn">{t('noCommitment')}</Banner>}
          <NameDraw drawOf={drawOf} draw={draw} />
        </Stack>
      ) : (
        <p>{t(`notNeeded.${kind}`)}</p>
      )}
    </Card>
  )
}

function Waiting({ draw }: { draw: LedDraw }) {
  const t = useDrawText()
  const { source } = draw
  if (!source) return null
  const name =
    source.kind === 'beacon'
      ? t('beaconRound', { round: source.round })
      : t('lotteryOf', { name: source.name, day: formatDate(source.day) })
  return (
    <Banner tone="info">
      {t(draw.kind === 'units' ? 'waitsUnits' : 'waits', {
        count: draw.listCount ?? 0,
        source: name,
        at: formatDateTime(source.dueAt, true),
      })}
    </Banner>
  )
}
