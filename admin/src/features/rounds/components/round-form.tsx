import { ActionBar, Banner, Button, LinkButton, Row, Stack } from '@thiso/kit'
import { ApiError } from '@thiso/kit/api/client'
import type { ContestTable } from '@thiso/contracts/vocab'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { BlueprintCard } from '../../../lib/blueprint/blueprint-card'
import { itemsOf } from '../../../lib/blueprint/design'
import { DesignDetails } from '../../../lib/blueprint/design-details'
import { useCommon } from '../../../lib/common'
import type { LocalizedValue } from '../../../lib/localized-field'
import { LeaveGuard } from '../../../lib/leave-guard'
import { useFieldProblems, useProblemText } from '../../../lib/problem'
import { ProblemBanner } from '../../../lib/problem-banner'
import { useBlueprintCheck } from '../hooks/use-blueprint-check'
import { useUnfed } from '../hooks/use-unfed'
import { useNamesOf } from '../hooks/use-names-of'
import { useRuleCheck } from '../hooks/use-rule-check'
import { lacksOf, pointsOf, type RoundDraft } from '../round-draft'
import { useRoundText } from '../use-round-text'
import { DrawLimitsCard } from './draw-limits-card'
import { OverlapCard } from './overlap-card'
import { RoundSettings } from './round-settings'
import { PapersCard } from './papers-card'
import { RulesCard } from './rules-card'
import { RulesSettings } from './rules/rules-settings'
import { Verdict } from './verdict'
import './round-form.css'

interface RoundFormProps {
  initial: RoundDraft
  contestId: string
  /** null: not made yet. */
  roundId: string | null
  tables: readonly ContestTable[]
  /** The contest's other rounds, from which people may qualify. */
  earlier: readonly { id: string; name: LocalizedValue }[]
  isNew: boolean
  isLocked: boolean
  /** Over for good: no amendment either. */
  isClosed: boolean
  /** What to know before changing anything: a copied form, a published round. */
  note?: ReactNode
  isSaving: boolean
  error: Error | null
  backTo: string
  onSave: (draft: RoundDraft) => void
  /** After a refusal: what was refused may be right now. */
  onEdit: () => void
}

const known =
  /^(name(\.(vi|en))?|opensAt|closesAt|timeLimitS|attemptLimit|resultPolicy|bankIds|blueprint(\.\d+)?|drawLimits(\..+)?|rules(\..+)?)$/

export function RoundForm({
  initial,
  contestId,
  roundId,
  tables,
  earlier,
  isNew,
  isLocked,
  isClosed,
  note,
  isSaving,
  error,
  backTo,
  onSave,
  onEdit,
}: RoundFormProps) {
  const t = useRoundText()
  const common = useCommon()
  const problemText = useProblemText()
  const [draft, setDraft] = useState(initial)
  const [isDirty, setDirty] = useState(false)
  const [isTried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const said = useFieldProblems(error)
  const { check, isChecking, error: checkError, retry } = useBlueprintCheck(draft, contestId, roundId)

  const nameOf = useNamesOf(tables, earlier)
  const broken = useRuleCheck(contestId, roundId, draft)
  const lacks = lacksOf(draft)
  const lackCount = Object.keys(lacks).length
  const isWindowRefused = error instanceof ApiError && error.problem.code === 'ROUND.WINDOW_INVALID'
  const unfed = useUnfed(check, draft.rules.paperTolerance)
  const problemOf = (path: string): string | undefined => {
    const lack = lacks[path]
    if (isTried && lack) return t(`missing.${lack}`)
    const isWindow = path === 'closesAt' && isWindowRefused
    return said(path) ?? broken(path) ?? unfed(path) ?? (isWindow ? problemText(error) : undefined)
  }
  const change = (part: Partial<RoundDraft>) => {
    setDirty(true)
    onEdit()
    setDraft((now) => ({ ...now, ...part }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (lackCount === 0) return onSave(draft)
    // After the render that marks the fields: the first of them gets the focus.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <LeaveGuard isDirty={isDirty && !isSaving} />
      <Stack gap={6}>
        {isLocked && (
          <Banner
            tone="warn"
            title={t(isClosed ? 'form.closedTitle' : 'form.lockedTitle')}
            action={
              !isClosed && (
                <Row gap={2}>
                  <LinkButton to={`/dot/${roundId}/sua-the-le`}>{t('form.amend')}</LinkButton>
                  <LinkButton to={`/dot/${roundId}/dong-ho`} variant="quiet">
                    {t('form.extend')}
                  </LinkButton>
                </Row>
              )
            }
          >
            {t(isClosed ? 'form.closedText' : 'form.lockedText')}
          </Banner>
        )}
        {note}
        <ProblemBanner error={error} shown={(path) => known.test(path)} />
        <div className="ad-builder">
          <Stack gap={6}>
            <RoundSettings draft={draft} onChange={change} problemOf={problemOf} freedom={isLocked ? 'name' : 'all'} />
            <RulesSettings
              rules={draft.rules}
              onChange={(part) => change({ rules: { ...draft.rules, ...part } })}
              problemOf={(path) => problemOf(`rules.${path}`)}
              disabled={isLocked}
              tables={tables}
              earlier={earlier}
            />
            <BlueprintCard
              counts={draft.counts}
              usable={check?.usable}
              disabled={isLocked}
              error={problemOf('blueprint')}
              onChange={(counts) => change({ counts })}
            >
              <DesignDetails design={draft} usable={check?.usable} disabled={isLocked} onChange={change} />
            </BlueprintCard>
            <DrawLimitsCard
              limits={draft.drawLimits}
              check={check}
              onChange={(part) => change({ drawLimits: { ...draft.drawLimits, ...part } })}
              problemOf={(path) => problemOf(`drawLimits.${path}`)}
              disabled={isLocked}
            />
          </Stack>
          <div className="ad-builder-side">
            <Verdict
              check={check}
              hasBanks={draft.bankIds.length > 0}
              hasWindow={Boolean(draft.opensAt && draft.closesAt)}
              isChecking={isChecking}
              error={checkError}
              onRetry={retry}
              canFix={!isLocked}
            />
            {check && <OverlapCard overlap={check.overlap} />}
            {check?.papers && <PapersCard papers={check.papers} tolerance={draft.rules.paperTolerance} />}
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
              hasTables={tables.length > 0}
            />
          </div>
        </div>
        {isTried && lackCount > 0 && <Banner tone="warn">{t('form.check', { count: lackCount })}</Banner>}
        <ActionBar>
          <LinkButton to={backTo} variant="quiet">
            {common('cancel')}
          </LinkButton>
          <Button type="submit" variant="primary" busy={isSaving}>
            {isNew ? t('form.create') : t('form.save')}
          </Button>
        </ActionBar>
      </Stack>
    </form>
  )
}
