import { settingChanges } from '@thiso/contracts/vocab'
import { Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { AmendForm } from '../../../lib/amendments/amend-form'
import { type Amendment, useAmendmentAct } from '../../../lib/amendments/amendment-queries'
import { useAmendingText } from '../../../lib/amendments/use-amending-text'
import { useCommon } from '../../../lib/common'
import type { AdminContest } from '../../../lib/contest-queries'
import { useFieldProblems } from '../../../lib/problem'
import { useUnitsOn } from '../../../lib/units/use-units-on'
import { type ContestDraft, draftOf, missingIn, termsOf } from '../contest-draft'
import { useContestCheck } from '../hooks/use-contest-check'
import { useContestText } from '../use-contest-text'
import { ContestTerms } from './contest-terms'

interface AmendContestFormProps {
  contest: AdminContest
  canPredict: boolean
  pending: Amendment | undefined
}

const shown = (path: string) => /^(prizes\.\d+\..+|rules\..+)$/.test(path)

/** AM-1: rules and prizes of a contest that people have taken part in, changed with a reason and by two. */
export function AmendContestForm({ contest, canPredict, pending }: AmendContestFormProps) {
  const t = useContestText()
  const common = useCommon()
  const amending = useAmendingText()
  const navigate = useNavigate()
  const [before] = useState(() => draftOf(contest))
  const [draft, setDraft] = useState(before)
  const [isTried, setTried] = useState(false)
  const params = { contestId: contest.id }
  const listPath = `/cuoc-thi/${contest.id}/sua-the-le`
  const act = useAmendmentAct(
    (reason: string) => call('proposeContestAmendment', { params, body: { change: termsOf(draft), reason } }),
    amending('done'),
    () => navigate(listPath, { replace: true }),
  )
  const said = useFieldProblems(act.error)
  const broken = useContestCheck(contest.id, draft)
  const units = useUnitsOn(contest.unitsAsOf)
  // What is not amended may have gaps that are nobody's fault now.
  const gaps = Object.entries(missingIn(draft)).filter(([path]) => shown(path))
  const problemOf = (path: string): string | undefined => {
    const lack = gaps.find(([at]) => at === path)?.[1]
    if (isTried && lack) return lack === 'count' ? t('form.countMissing') : common('required')
    return said(path) ?? broken(path)
  }
  const change = (part: Partial<ContestDraft>) => {
    act.reset()
    setDraft((now) => ({ ...now, ...part }))
  }
  return (
    <AmendForm
      changes={settingChanges(termsOf(before), termsOf(draft))}
      nameOf={units.nameOf}
      hasGaps={gaps.length > 0}
      pending={pending}
      listPath={listPath}
      backTo={`/cuoc-thi/${contest.id}`}
      isSending={act.isPending || act.isSuccess}
      error={act.error}
      shown={shown}
      onTry={() => setTried(true)}
      onSend={act.mutate}
    >
      <Stack gap={6}>
        <ContestTerms draft={draft} onChange={change} problemOf={problemOf} units={units} canPredict={canPredict} />
      </Stack>
    </AmendForm>
  )
}
