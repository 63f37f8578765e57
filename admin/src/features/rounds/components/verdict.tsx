import { Badge, Banner, Button, Card, Loading, Stack, formatNumber } from '@thiso/kit'
import { useCommon } from '../../../lib/common'
import type { BlueprintCheck } from '../../../lib/contest-queries'
import { useProblemText } from '../../../lib/problem'
import { cellKey } from '../round-draft'
import { useRoundText } from '../use-round-text'
import { cellId } from './blueprint-matrix'
import './verdict.css'

interface VerdictProps {
  check: BlueprintCheck | undefined
  hasBanks: boolean
  /** False while opening or closing time is not set, so that validity was not looked at. */
  hasWindow: boolean
  isChecking?: boolean
  error?: Error | null
  onRetry?: () => void
  /** Puts the cursor into the cell that a sentence speaks of. */
  canFix?: boolean
}

const MOST_TIGHT = 3

/** Whether the banks can feed the round, in sentences. */
export function Verdict({ check, hasBanks, hasWindow, isChecking, error, onRetry, canFix }: VerdictProps) {
  const t = useRoundText()
  const common = useCommon()
  const problemText = useProblemText()
  const isAsked = check !== undefined && check.itemCount > 0
  return (
    <Card
      title={t('verdict.title')}
      actions={isChecking && check ? <Badge>{t('verdict.checking')}</Badge> : undefined}
      className="ad-verdict"
    >
      <div role="status">
        {!hasBanks ? (
          <p className="ts-quiet-text">{t('verdict.noBank')}</p>
        ) : error && !check ? (
          <Stack gap={3}>
            <p>
              {t('verdict.failed')} {problemText(error)}
            </p>
            {onRetry && <Button onClick={onRetry}>{common('retry')}</Button>}
          </Stack>
        ) : !check ? (
          <Loading label={t('verdict.checking')} />
        ) : !isAsked ? (
          <p className="ts-quiet-text">{t('verdict.noItems')}</p>
        ) : (
          <Stack gap={3}>
            {check.isFeasible ? (
              <Banner tone="good">{t('verdict.enough', { count: formatNumber(check.itemCount) })}</Banner>
            ) : (
              <Missing check={check} canFix={canFix} />
            )}
            {check.isFeasible && <Tight check={check} />}
            {!hasWindow && <p className="ts-quiet-text ts-small">{t('verdict.untested')}</p>}
          </Stack>
        )}
      </div>
    </Card>
  )
}

function Missing({ check, canFix }: { check: BlueprintCheck; canFix?: boolean }) {
  const t = useRoundText()
  const common = useCommon()
  return (
    <Banner
      tone="bad"
      title={t('verdict.missingTotal', { count: check.missingCount, shown: formatNumber(check.missingCount) })}
    >
      <ul className="ad-verdict-list">
        {check.cells
          .filter((cell) => cell.missingCount > 0)
          .map((cell) => {
            const names = { topic: common(`topic.${cell.topic}`), level: common(`level.${cell.level}`) }
            return (
              <li key={cellKey(cell.topic, cell.level)}>
                <span>
                  {t('verdict.missingCell', {
                    ...names,
                    count: formatNumber(cell.missingCount),
                    usable: formatNumber(cell.usableCount),
                    asked: formatNumber(cell.count),
                  })}
                </span>
                {canFix && (
                  <Button
                    variant="quiet"
                    size="small"
                    aria-label={t('verdict.fixCell', names)}
                    onClick={() => document.getElementById(cellId(cellKey(cell.topic, cell.level)))?.focus()}
                  >
                    {t('form.fix')}
                  </Button>
                )}
              </li>
            )
          })}
      </ul>
    </Banner>
  )
}

/** Cells that draw every item they have: nothing is missing, but every paper holds the same items. */
function Tight({ check }: { check: BlueprintCheck }) {
  const t = useRoundText()
  const common = useCommon()
  const tight = check.cells.filter((cell) => cell.count > 0 && cell.count === cell.usableCount)
  if (tight.length === 0) return null
  return (
    <Banner tone="warn" title={t('verdict.tightTitle')}>
      <ul className="ad-verdict-list">
        {tight.slice(0, MOST_TIGHT).map((cell) => (
          <li key={cellKey(cell.topic, cell.level)}>
            {t('verdict.tightCell', {
              topic: common(`topic.${cell.topic}`),
              level: common(`level.${cell.level}`),
              count: formatNumber(cell.count),
            })}
          </li>
        ))}
        {tight.length > MOST_TIGHT && (
          <li>{t('verdict.tightMore', { count: formatNumber(tight.length - MOST_TIGHT) })}</li>
        )}
      </ul>
    </Banner>
  )
}
