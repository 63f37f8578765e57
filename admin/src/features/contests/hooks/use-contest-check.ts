import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useLocale } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useSettled } from '../../../lib/use-settled'
import { type ContestDraft, checkBodyOf } from '../contest-draft'

const QUIET_MS = 500

/** What of the contest's rules cannot be kept, by path in the body; asked again when the typing pauses. */
export function useContestCheck(contestId: string | null, draft: ContestDraft): (path: string) => string | undefined {
  const [locale] = useLocale()
  const body = checkBodyOf(draft)
  const asked = body && JSON.stringify({ ...body, contestId })
  const settled = useSettled(asked, QUIET_MS)
  const query = useQuery({
    queryKey: ['contest-check', settled],
    queryFn: ({ signal }) => call('checkContestRules', { body: JSON.parse(settled ?? ''), signal }),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
  })
  const problems = body ? (query.data?.problems ?? []) : []
  return (path) => problems.find((problem) => problem.path === path)?.messages[locale]
}
