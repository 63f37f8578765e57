import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '@thiso/kit/api/client'
import { useSettled } from '../../../lib/use-settled'
import { cellsOf } from '../../../lib/blueprint/design'
import { isCheckable, type RoundDraft } from '../round-draft'

const QUIET_MS = 350

/** What the chosen banks hold for the blueprint as it stands, asked again when the typing pauses; never about what is half typed. */
export function useBlueprintCheck(draft: RoundDraft, contestId: string, roundId: string | null) {
  const isWhole = isCheckable(draft)
  const asked = JSON.stringify({
    bankIds: draft.bankIds,
    blueprint: cellsOf(draft),
    paperTolerance: draft.rules.paperTolerance,
    drawLimits: draft.drawLimits,
    contestId,
    roundId,
    ...(draft.opensAt ? { opensAt: draft.opensAt } : {}),
    ...(draft.closesAt ? { closesAt: draft.closesAt } : {}),
  })
  const settled = useSettled(asked, QUIET_MS)

  const query = useQuery({
    queryKey: ['blueprint-check', settled],
    queryFn: ({ signal }) => call('checkBlueprint', { body: JSON.parse(settled), signal }),
    // While the typing goes on, what settled last may be something that nobody meant.
    enabled: isWhole && settled === asked,
    placeholderData: keepPreviousData,
  })
  return {
    check: draft.bankIds.length > 0 ? query.data : undefined,
    isChecking: query.isFetching || (isWhole && asked !== settled),
    error: query.error,
    retry: () => void query.refetch(),
  }
}
