import { Banner, Card, formatDate, formatDateTime, Stack } from '@thiso/kit'
import type { Overview, ResultDraw, ResultsOf } from '../results-queries'
import { useResultsText } from '../use-results-text'
import { DrawEntry } from './draw-entry'
import { NameDraw } from './name-draw'

interface DrawCardProps {
  resultsOf: ResultsOf
  overview: Overview
  /** Where the contest site shows it. */
  publicPage?: string
}

/** The draw among equals, at the step where it stands. */
export function DrawCard({ resultsOf, overview, publicPage }: DrawCardProps) {
  const t = useResultsText()
  const { draw, versions } = overview
  const [latest] = versions
  return (
    <Card
      title={t('draw.title')}
      actions={
        latest &&
        publicPage && (
          // The contest site is another app on the same address.
          <a href={publicPage} target="_blank" rel="noreferrer">
            {t('draw.public')}
          </a>
        )
      }
    >
      {!latest ? (
        <p className="ts-quiet-text">{t('draw.before')}</p>
      ) : draw.state === 'drawn' ? (
        <Banner tone="good">{t('draw.done', { at: draw.drawnAt ? formatDateTime(draw.drawnAt) : '' })}</Banner>
      ) : draw.state === 'named' || draw.state === 'entered' ? (
        <Stack>
          <Waiting draw={draw} />
          <DrawEntry resultsOf={resultsOf} draw={draw} />
        </Stack>
      ) : draw.isNeeded ? (
        <Stack>
          <p>{t('draw.needed', { count: latest.tiedCount })}</p>
          {draw.commitment === null && <Banner tone="warn">{t('draw.noCommitment')}</Banner>}
          <NameDraw resultsOf={resultsOf} scopeId={draw.scopeId} />
        </Stack>
      ) : (
        <p>{t('draw.notNeeded')}</p>
      )}
    </Card>
  )
}

function Waiting({ draw }: { draw: ResultDraw }) {
  const t = useResultsText()
  const { source } = draw
  if (!source) return null
  const name =
    source.kind === 'beacon'
      ? t('draw.beaconRound', { round: source.round })
      : t('draw.lotteryOf', { name: source.name, day: formatDate(source.day) })
  return (
    <Banner tone="info">
      {t('draw.waits', { count: draw.listCount ?? 0, source: name, at: formatDateTime(source.dueAt, true) })}
    </Banner>
  )
}
