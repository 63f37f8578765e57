import { ActionBar, Banner, Button, formatNumber, LinkButton, Stack } from '@thiso/kit'
import { type FormEvent, useRef, useState } from 'react'
import { useCommon } from '../../../lib/common'
import { LeaveGuard } from '../../../lib/leave-guard'
import { useFieldProblems } from '../../../lib/problem'
import { ProblemBanner } from '../../../lib/problem-banner'
import { usePapersText } from '../hooks/use-papers-text'
import { itemCountOf, lacksOf, type PaperDraft } from '../paper-draft'
import { CodesCard } from './codes-card'
import { ContentPart } from './content-part'
import { HeadingCard } from './heading-card'

interface PaperFormProps {
  initial: PaperDraft
  isSaving: boolean
  isSaved: boolean
  error: Error | null
  onCreate: (draft: PaperDraft) => void
}

const SHOWN = /^(title|organizer|subject|durationMinutes|bankIds|blueprint|itemIds|codeCount)$/

export function PaperForm({ initial, isSaving, isSaved, error, onCreate }: PaperFormProps) {
  const t = usePapersText()
  const common = useCommon()
  const [draft, setDraft] = useState(initial)
  const [isDirty, setDirty] = useState(false)
  const [isTried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const said = useFieldProblems(error)
  const lacks = lacksOf(draft)
  const lackCount = Object.keys(lacks).length
  const itemCount = itemCountOf(draft)
  const problemOf = (path: string): string | undefined => {
    const lack = lacks[path]
    return isTried && lack ? t(`missing.${lack}`) : said(path)
  }
  const change = (part: Partial<PaperDraft>) => {
    setDirty(true)
    setDraft((now) => ({ ...now, ...part }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isSaving) return
    if (lackCount === 0) return onCreate(draft)
    // After the render that marks the fields: the first of them gets the focus.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const part = { draft, onChange: change, problemOf }

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <LeaveGuard isDirty={isDirty && !isSaved} />
      <Stack gap={6}>
        <ProblemBanner error={error} shown={(path) => SHOWN.test(path)} />
        <HeadingCard {...part} />
        <ContentPart {...part} />
        <CodesCard {...part} />
        {isTried && lackCount > 0 && <Banner tone="warn">{t('form.check', { count: lackCount })}</Banner>}
        <ActionBar>
          {itemCount > 0 && (
            <p className="papers-summary" role="status">
              {t('form.summary', { count: itemCount, shown: formatNumber(itemCount) })}
            </p>
          )}
          <LinkButton to="/de-in" variant="quiet">
            {common('cancel')}
          </LinkButton>
          <Button type="submit" variant="primary" busy={isSaving}>
            {t('form.create')}
          </Button>
        </ActionBar>
      </Stack>
    </form>
  )
}
