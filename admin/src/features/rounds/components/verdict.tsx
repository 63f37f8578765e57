import { Badge, Banner, Button, Card, Loading, Stack, formatNumber } from '@thiso/kit'
import { useCommon } from '../../../lib/common'
import type { BlueprintCheck } from '../../../lib/contest-queries'
import { useProblemText } from '../../../lib/problem'
import { useRoundText } from '../use-round-text'
import { ExcludedItems } from './excluded-items'
import { LackingCells } from './lacking-cells'
import { MissingCells } from './missing-cells'
import { TightCells } from './tight-cells'

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
            ) : check.missingCount === 0 ? (
              <LackingCells days={check.days} />
            ) : (
              <MissingCells check={check} canFix={canFix} />
            )}
            {check.isFeasible && <TightCells check={check} />}
            <ExcludedItems check={check} />
            {error && (
              <p className="ts-small">
                {t('verdict.stale')} {problemText(error)}
              </p>
            )}
            {!hasWindow && <p className="ts-quiet-text ts-small">{t('verdict.untested')}</p>}
          </Stack>
        )}
      </div>
    </Card>
  )
}
