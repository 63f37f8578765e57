import { settingChanges } from '@thiso/contracts/vocab'
import { Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { AmendForm } from '../../../lib/amendments/amend-form'
import { type Amendment, useAmendmentAct } from '../../../lib/amendments/amendment-queries'
import { useAmendingText } from '../../../lib/amendments/use-amending-text'
import { itemsOf } from '../../../lib/blueprint/design'
import type { AdminContest, AdminRound } from '../../../lib/contest-queries'
import { useFieldProblems } from '../../../lib/problem'
import { useNamesOf } from '../hooks/use-names-of'
import { useRuleCheck } from '../hooks/use-rule-check'
import { draftOf, lacksOf, pointsOf, type RoundDraft, termsOf } from '../round-draft'
import { useRoundText } from '../use-round-text'
import { RoundSettings } from './round-settings'
import { RulesCard } from './rules-card'
import { RulesSettings } from './rules/rules-settings'
import './round-form.css'

interface AmendRoundFormProps {
  round: AdminRound
  contest: AdminContest
  /** The contest's other rounds. */
  others: readonly AdminRound[]
  pending: Amendment | undefined
}

const shown = (path: string) => /^(closesAt|timeLimitS|attemptLimit|resultPolicy|rules(\..+)?)$/.test(path)

/** AM-1: the round's form with what may still be amended; blueprint, banks and opening are not in it. */
export function AmendRoundForm({ round, contest, others, pending }: AmendRoundFormProps) {
  const t = useRoundText()
  const amending = useAmendingText()
  const navigate = useNavigate()
  const [before] = useState(() => draftOf(round))
  const [draft, setDraft] = useState(before)
  const [isTried, setTried] = useState(false)
  const listPath = `/cuoc-thi/${contest.id}/sua-the-le`
  const act = useAmendmentAct(
    (reason: string) =>
      call('proposeRoundAmendment', { params: { roundId: round.id }, body: { change: termsOf(draft), reason } }),
    amending('done'),
    () => navigate(listPath, { replace: true }),
  )
  const said = useFieldProblems(act.error)
  const broken = useRuleCheck(contest.id, round.id, draft)
  const lacks = lacksOf(draft)
  const isLater = draft.closesAt !== '' && Date.parse(draft.closesAt) > Date.parse(before.closesAt)
  const problemOf = (path: string): string | undefined => {
    const lack = lacks[path]
    if (path === 'closesAt' && isLater) return t('form.laterRefused')
    return isTried && lack ? t(`missing.${lack}`) : (said(path) ?? broken(path))
  }
  const change = (part: Partial<RoundDraft>) => {
    act.reset()
    setDraft((now) => ({ ...now, ...part }))
  }
  const changes = settingChanges(termsOf(before), termsOf(draft))
  const nameOf = useNamesOf(contest.rules.tables, others)
  return (
    <AmendForm
      changes={changes}
      nameOf={nameOf}
      hasGaps={Object.keys(lacks).length > 0 || isLater}
      pending={pending}
      listPath={listPath}
      backTo={`/dot/${round.id}`}
      isSending={act.isPending || act.isSuccess}
      error={act.error}
      shown={shown}
      onTry={() => setTried(true)}
      onSend={act.mutate}
    >
      <div className="ad-builder">
        <Stack gap={6}>
          <RoundSettings draft={draft} onChange={change} problemOf={problemOf} freedom="terms" />
          <RulesSettings
            rules={draft.rules}
            onChange={(part) => change({ rules: { ...draft.rules, ...part } })}
            problemOf={(path) => problemOf(`rules.${path}`)}
            disabled={false}
            tables={contest.rules.tables}
            earlier={others}
          />
        </Stack>
        <div className="ad-builder-side">
          <RulesCard
            itemCount={itemsOf(draft)}
            timeLimitS={(draft.minutes ?? 0) * 60}
            attemptLimit={draft.attemptLimit ?? 0}
            opensAt={draft.opensAt}
            closesAt={draft.closesAt}
            resultPolicy={draft.resultPolicy}
            maxPoints={pointsOf(draft)}
            rules={draft.rules}
            nameOf={nameOf}
            hasTables={contest.rules.tables.length > 0}
          />
        </div>
      </div>
    </AmendForm>
  )
}
