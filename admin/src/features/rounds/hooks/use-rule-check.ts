import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useLocale } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useSettled } from '../../../lib/use-settled'
import { bodyOf, lacksOf, type RoundDraft } from '../round-draft'

const QUIET_MS = 500

/** What cannot be kept of the rules as they stand, by path in the body; asked again when the typing pauses. */
export function useRuleCheck(
  contestId: string,
  roundId: string | null,
  draft: RoundDraft,
): (path: string) => string | undefined {
  const [locale] = useLocale()
  // What the form itself finds missing comes first: a half-typed round breaks rules that nobody set.
  const isWhole = Object.keys(lacksOf(draft)).length === 0
  const asked = JSON.stringify({ ...bodyOf(draft), roundId })
  const settled = useSettled(asked, QUIET_MS)

  const query = useQuery({
    queryKey: ['rule-check', contestId, settled],
    queryFn: ({ signal }) => call('checkRoundRules', { params: { contestId }, body: JSON.parse(settled), signal }),
    // While the typing goes on, what settled last may be a round that lacks something.
    enabled: isWhole && settled === asked && contestId !== '',
    placeholderData: keepPreviousData,
  })
  const problems = isWhole ? (query.data?.problems ?? []) : []
  return (path) => problems.find((problem) => problem.path === path)?.messages[locale]
}
