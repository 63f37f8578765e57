import { NAME_DISPLAYS } from '@thiso/contracts/vocab'
import { ActionBar, Banner, Button, DateInput, LinkButton, RadioGroup, Stack, TextInput } from '@thiso/kit'
import { ApiError } from '@thiso/kit/api/client'
import { type FormEvent, useRef, useState } from 'react'
import { useCommon } from '../../../lib/common'
import { LeaveGuard } from '../../../lib/leave-guard'
import { LocalizedField } from '../../../lib/localized-field'
import { useFieldProblems, useProblemText } from '../../../lib/problem'
import { ProblemBanner } from '../../../lib/problem-banner'
import { type ContestDraft, missingIn, slugOf } from '../contest-draft'
import { useUnitsOn } from '../../../lib/units/use-units-on'
import { useContestCheck } from '../hooks/use-contest-check'
import { useContestText } from '../use-contest-text'
import { ContestTerms } from './contest-terms'
import { FormSection } from './form-section'
import { UnitsOnDay } from './units-on-day'

interface ContestFormProps {
  initial: ContestDraft
  /** null: not made yet. */
  contestId: string | null
  isPublished?: boolean
  /** Somebody has started: rules and prizes change by an amendment. */
  isLocked: boolean
  canPredict: boolean
  isSaving: boolean
  error: Error | null
  backTo: string
  onSave: (draft: ContestDraft) => void
  /** After a refusal: what was refused may be right now. */
  onEdit: () => void
}

const known = /^(slug|nameDisplay|unitsAsOf|(title|summary|about|organizerName)(\.(vi|en))?|prizes\.\d+\..+|rules\..+)$/

export function ContestForm(props: ContestFormProps) {
  const { initial, contestId, isPublished, isLocked, canPredict, isSaving, error, backTo, onSave, onEdit } = props
  const isNew = contestId === null
  const t = useContestText()
  const common = useCommon()
  const problemText = useProblemText()
  const [draft, setDraft] = useState(initial)
  const [isSlugOwn, setSlugOwn] = useState(!isNew)
  const [isDirty, setDirty] = useState(false)
  const [isTried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const said = useFieldProblems(error)
  const isSlugTaken = error instanceof ApiError && error.problem.code === 'CONTEST.SLUG_TAKEN'
  const missing = missingIn(draft)
  const broken = useContestCheck(contestId, draft)
  const units = useUnitsOn(draft.unitsAsOf)
  const words = {
    required: common('required'),
    slug: t('form.slugBad'),
    count: t('form.countMissing'),
    day: t('form.dayMissing'),
  }

  const problemOf = (path: string): string | undefined => {
    const lack = missing[path]
    if (isTried && lack) return words[lack]
    return said(path) ?? broken(path) ?? (path === 'slug' && isSlugTaken ? problemText(error) : undefined)
  }
  const change = (part: Partial<ContestDraft>) => {
    setDirty(true)
    onEdit()
    setDraft((now) => ({ ...now, ...part }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(missing).length === 0) return onSave(draft)
    // After the render that marks the fields: the first of them gets the focus.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const lacking = Object.keys(missing).length

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <LeaveGuard isDirty={isDirty && !isSaving} />
      <Stack gap={6}>
        {isPublished && <Banner tone="info">{t('form.publishedNote')}</Banner>}
        <ProblemBanner error={error} shown={(path) => known.test(path)} />
        <FormSection title={t('form.basics')}>
          <LocalizedField
            label={t('form.title')}
            value={draft.title}
            onChange={(title) => change(isSlugOwn ? { title } : { title, slug: slugOf(title.vi) })}
            path="title"
            problemOf={problemOf}
            maxLength={200}
          />
          <TextInput
            label={t('form.slug')}
            hint={t('form.slugHint')}
            value={draft.slug}
            onChange={(slug) => {
              setSlugOwn(true)
              change({ slug: slug.toLowerCase() })
            }}
            maxLength={60}
            required
            autoCapitalize="none"
            spellCheck={false}
            error={problemOf('slug')}
          />
          {isSlugOwn && draft.title.vi && draft.slug !== slugOf(draft.title.vi) && (
            <div>
              <Button
                variant="quiet"
                size="small"
                onClick={() => {
                  setSlugOwn(false)
                  change({ slug: slugOf(draft.title.vi) })
                }}
              >
                {t('form.slugReset')}
              </Button>
            </div>
          )}
          {(['organizerName', 'summary', 'about'] as const).map((key) => (
            <LocalizedField
              key={key}
              label={t(`form.${key}`)}
              value={draft[key]}
              onChange={(value) => change({ [key]: value })}
              path={key}
              problemOf={problemOf}
              maxLength={key === 'about' ? 5000 : key === 'summary' ? 500 : 200}
              rows={key === 'about' ? 10 : key === 'summary' ? 3 : undefined}
            />
          ))}
        </FormSection>
        <FormSection title={t('form.people')}>
          <RadioGroup
            look="cards"
            label={t('form.nameDisplay')}
            options={NAME_DISPLAYS.map((value) => ({
              value,
              label: common(`nameDisplay.${value}`),
              hint: t(`form.nameHint.${value}`),
            }))}
            value={draft.nameDisplay}
            onChange={(nameDisplay) => change({ nameDisplay })}
            error={problemOf('nameDisplay')}
          />
          <DateInput
            label={t('form.unitsAsOf')}
            hint={t('form.unitsAsOfHint')}
            value={draft.unitsAsOf}
            onChange={(unitsAsOf) => change({ unitsAsOf })}
            required
            error={problemOf('unitsAsOf')}
          />
          <UnitsOnDay units={units} />
        </FormSection>
        {isLocked ? (
          <FormSection title={t('form.lockedTitle')}>
            <Banner
              tone="warn"
              action={<LinkButton to={`/cuoc-thi/${contestId}/sua-the-le/moi`}>{t('form.amend')}</LinkButton>}
            >
              {t('form.lockedText')}
            </Banner>
          </FormSection>
        ) : (
          <ContestTerms draft={draft} onChange={change} problemOf={problemOf} units={units} canPredict={canPredict} />
        )}
        {isTried && lacking > 0 && <Banner tone="warn">{t('form.check', { count: lacking })}</Banner>}
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
