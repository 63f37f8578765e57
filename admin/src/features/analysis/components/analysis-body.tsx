import { Banner, Card, EmptyState, RadioGroup, Row, Stack } from '@thiso/kit'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { ITEM_PARAM } from '../../../lib/round-links'
import { type Analysis, isStruck } from '../figures'
import { useAnalysisText } from '../use-analysis-text'
import { FacilityPlot } from './facility-plot'
import { ItemDialog } from './item-dialog'
import { ItemTable } from './item-table'
import { StruckItems } from './struck-items'
import { ScoreHistogram } from './score-histogram'
import { TestSummary } from './test-summary'

interface AnalysisBodyProps {
  roundId: string
  found: Analysis
  attempts: Analysis['attempts']
  onAttempts: (attempts: Analysis['attempts']) => void
  isBusy: boolean
}

/** First what must be decided (keys in doubt), then the whole, then item by item. */
export function AnalysisBody({ roundId, found, attempts, onAttempts, isBusy }: AnalysisBodyProps) {
  const t = useAnalysisText()
  // From a complaint one comes with an item.
  const [search] = useSearchParams()
  const [openId, setOpenId] = useState(search.get(ITEM_PARAM) ?? undefined)
  const { items } = found
  if (items.length === 0) return <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
  const counting = items.filter((item) => !isStruck(item))
  const struck = items.filter(isStruck)
  const slightCount = items.filter((item) => item.keyDoubt === 'slight').length
  const doubtful = items.filter((item) => item.keyDoubt === 'clear')
  return (
    <Stack gap={6} className="analysis">
      {doubtful.length > 0 ? (
        <Banner tone="warn" title={t('doubt.title', { count: doubtful.length })}>
          <p>{t('doubt.text')}</p>
          {slightCount > 0 && <p>{t('doubt.slight', { count: slightCount })}</p>}
          <Row gap={2}>
            {doubtful.map((item) => (
              <button
                key={item.itemVersionId}
                type="button"
                className="ts-chip"
                onClick={() => setOpenId(item.itemVersionId)}
              >
                {item.code}
              </button>
            ))}
          </Row>
        </Banner>
      ) : (
        <Banner tone="good" title={t('doubt.none')}>
          {slightCount > 0 && <p>{t('doubt.slight', { count: slightCount })}</p>}
        </Banner>
      )}
      <RadioGroup
        label={t('attempts.label')}
        hint={t(`attempts.hint.${attempts}`)}
        look="segments"
        options={[
          { value: 'counted', label: t('attempts.counted') },
          { value: 'first', label: t('attempts.first') },
          { value: 'all', label: t('attempts.all') },
        ]}
        value={attempts}
        onChange={onAttempts}
        disabled={isBusy}
      />
      <TestSummary found={found} />
      <div className="ad-two">
        <Card title={t('histogram.title')}>
          <ScoreHistogram bins={found.bins} isWhole={found.bins.every(({ from }) => Number.isInteger(from))} />
        </Card>
        <Card title={t('plot.title')}>
          <FacilityPlot items={counting} onOpen={setOpenId} />
        </Card>
      </div>
      <ItemTable items={counting} onOpen={setOpenId} />
      {struck.length > 0 && <StruckItems items={struck} onOpen={setOpenId} />}
      <ItemDialog roundId={roundId} items={items} openId={openId} onOpen={setOpenId} />
    </Stack>
  )
}
