import { useMutation } from '@tanstack/react-query'
import { planProblemFields, planProblems, settingChanges } from '@thiso/contracts/vocab'
import { Banner, Button, LinkButton, notify, Textarea, useLocale } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { pendingFor, useAmendmentAct, useAmendments } from '../../../lib/amendments/amendment-queries'
import { ChangesCard } from '../../../lib/amendments/changes-card'
import { useFieldProblems } from '../../../lib/problem'
import { ProblemBanner } from '../../../lib/problem-banner'
import { useWinnersText } from '../hooks/use-winners-text'
import type { Collective, Plan } from './collective'
import { PlanForm } from './plan-form'

const LEAST_REASON = 10
/** Settings that show beside themselves what is wrong with them. */
const shown = (path: string) => /^(sizeClasses\.\d+\.(name|upTo)|prizes\.\d+\.(by|place|sizeClass))$/.test(path)
/** A plan speaks of no unit or round by its id. */
const noName = () => undefined

interface PlanCardProps {
  contestId: string
  found: Collective
  onSaved: () => void
}

/** WN-7: the plan: saved by one person before anybody has started, then changed by two, and not at all once the list is signed. */
export function PlanCard({ contestId, found, onSaved }: PlanCardProps) {
  const t = useWinnersText()
  const [locale] = useLocale()
  const [plan, setPlan] = useState<Plan>(found.plan)
  const [reason, setReason] = useState('')
  const params = { contestId }
  const saving = useMutation({
    mutationFn: () => call('saveCollectivePlan', { params, body: plan }),
    onSuccess: () => {
      notify(t('plan.saved'), { tone: 'good' })
      onSaved()
    },
  })
  const proposing = useAmendmentAct(
    () => call('amendCollectivePlan', { params, body: { plan, reason: reason.trim() } }),
    t('plan.proposed'),
    () => setReason(''),
  )
  const pending = pendingFor(useAmendments(contestId).data?.amendments, null)
  const act = found.isStarted ? proposing : saving
  const said = useFieldProblems(act.error)
  // How many units compare only the platform knows.
  const seen = planProblemFields(planProblems(plan, Number.POSITIVE_INFINITY))
  const problemOf = (path: string) => seen.find((field) => field.path === path)?.messages[locale] ?? said(path)
  const changes = settingChanges({ collectivePlan: found.isSaved ? found.plan : null }, { collectivePlan: plan })
  const isReady = plan.unitKinds.length > 0 && seen.length === 0 && changes.length > 0
  return (
    <PlanForm
      plan={plan}
      onChange={(next) => {
        act.reset()
        setPlan(next)
      }}
      isLocked={found.isSigned}
      problemOf={problemOf}
    >
      {found.isSigned ? (
        <Banner>{t('plan.isSigned')}</Banner>
      ) : found.isStarted ? (
        <>
          <Banner>{t('plan.isStarted')}</Banner>
          {pending && (
            <Banner
              tone="warn"
              action={<LinkButton to={`/cuoc-thi/${contestId}/sua-the-le`}>{t('plan.toPending')}</LinkButton>}
            >
              {t('plan.isPending')}
            </Banner>
          )}
          <ProblemBanner error={proposing.error} shown={shown} />
          {!pending && (
            <ChangesCard changes={changes} nameOf={noName}>
              <Textarea
                label={t('plan.reason')}
                hint={t('plan.reasonHint')}
                rows={3}
                value={reason}
                maxLength={500}
                required
                onChange={setReason}
              />
              <div>
                <Button
                  variant="primary"
                  busy={proposing.isPending}
                  disabled={!isReady || reason.trim().length < LEAST_REASON}
                  onClick={() => proposing.mutate()}
                >
                  {t('plan.propose')}
                </Button>
              </div>
            </ChangesCard>
          )}
        </>
      ) : (
        <>
          <ProblemBanner error={saving.error} shown={shown} />
          <div>
            <Button variant="primary" busy={saving.isPending} disabled={!isReady} onClick={() => saving.mutate()}>
              {t('plan.save')}
            </Button>
          </div>
        </>
      )}
    </PlanForm>
  )
}
