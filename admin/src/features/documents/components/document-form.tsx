import { DOCUMENT_KINDS, type DocumentKind } from '@thiso/contracts/vocab'
import {
  ActionBar,
  Banner,
  Button,
  Card,
  DateInput,
  formatNumber,
  Select,
  Stack,
  Textarea,
  TextInput,
} from '@thiso/kit'
import Save from 'lucide-react/icons/save'
import { type FormEvent, useEffect, useState } from 'react'
import { DocumentSearch } from '../../../lib/item-bank/document-search'
import type { SourceDocument } from '../../../lib/item-bank/queries'
import { useBankWords } from '../../../lib/item-bank/use-words'
import { LeaveGuard } from '../../../lib/leave-guard'
import { useFieldProblems } from '../../../lib/problem'
import { ProblemBanner } from '../../../lib/problem-banner'
import {
  type DocumentDraft,
  type DocumentGap,
  draftOf,
  endsItems,
  gapsOf,
  isSame,
  newDocument,
} from '../document-draft'
import { useDocumentsText } from '../hooks/use-documents-text'

interface DocumentFormProps {
  /** null: a new one. */
  document: SourceDocument | null
  isSaving: boolean
  isSaved: boolean
  error: Error | null
  onSave: (draft: DocumentDraft) => void
}

export function DocumentForm({ document, isSaving, isSaved, error, onSave }: DocumentFormProps) {
  const t = useDocumentsText()
  const words = useBankWords()
  const [saved] = useState(() => (document ? draftOf(document) : newDocument()))
  const [draft, setDraft] = useState(saved)
  const [isChecked, setChecked] = useState(false)
  const fieldProblem = useFieldProblems(error)
  const gaps = gapsOf(draft)
  const change = (changes: Partial<DocumentDraft>) => setDraft((now) => ({ ...now, ...changes }))
  const errorOf = (field: DocumentGap) => (isChecked && gaps.includes(field) ? t(`gap.${field}`) : fieldProblem(field))

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (gaps.length === 0 && !isSaving) onSave(draft)
  }
  useEffect(() => {
    if (isChecked) window.document.querySelector<HTMLElement>('.documents-form [aria-invalid="true"]')?.focus()
  }, [isChecked])

  const basisCount = document?.basisCount ?? 0
  return (
    <form className="documents-form" noValidate onSubmit={submit}>
      <Stack>
        <Card>
          <Stack>
            <div className="documents-two">
              <Select<DocumentKind>
                label={t('form.kind')}
                required
                placeholder={t('form.chooseKind')}
                options={DOCUMENT_KINDS.map((kind) => ({ value: kind, label: words(`documentKind.${kind}`) }))}
                value={draft.kind}
                onChange={(kind) => change({ kind })}
                error={errorOf('kind')}
              />
              <TextInput
                label={t('form.number')}
                placeholder={t('form.numberPlace')}
                lang="vi"
                maxLength={60}
                autoComplete="off"
                value={draft.number}
                onChange={(number) => change({ number })}
              />
            </div>
            <Textarea
              label={t('form.title')}
              required
              lang="vi"
              rows={2}
              maxLength={400}
              value={draft.title}
              onChange={(title) => change({ title })}
              error={errorOf('title')}
            />
            <TextInput
              label={t('form.issuer')}
              placeholder={t('form.issuerPlace')}
              lang="vi"
              maxLength={200}
              value={draft.issuer}
              onChange={(issuer) => change({ issuer })}
            />
            <TextInput
              label={t('form.url')}
              type="url"
              inputMode="url"
              placeholder="https://"
              autoComplete="off"
              maxLength={1000}
              value={draft.url}
              onChange={(url) => change({ url })}
              error={errorOf('url')}
            />
          </Stack>
        </Card>
        <Card title={t('form.force')}>
          <Stack>
            <div className="documents-days">
              <DateInput
                label={t('form.issuedOn')}
                value={draft.issuedOn ?? ''}
                onChange={(day) => change({ issuedOn: day || null })}
              />
              <DateInput
                label={t('form.inForceFrom')}
                value={draft.inForceFrom ?? ''}
                onChange={(day) => change({ inForceFrom: day || null })}
              />
              <DateInput
                label={t('form.inForceTo')}
                hint={t('form.inForceToHint')}
                value={draft.inForceTo ?? ''}
                onChange={(day) => change({ inForceTo: day || null })}
                error={errorOf('inForceTo')}
              />
            </div>
            <DocumentSearch
              label={t('form.replacedBy')}
              hint={t('form.replacedByHint')}
              value={draft.replacedById}
              onChange={(found) => change({ replacedById: found?.id ?? null })}
              error={fieldProblem('replacedById')}
              {...(document ? { without: document.id } : {})}
            />
            {endsItems(document ? saved : null, draft) && (
              <Banner tone={basisCount > 0 ? 'warn' : 'info'} live="polite">
                {basisCount > 0
                  ? t('form.willEnd', { count: basisCount, formatted: formatNumber(basisCount) })
                  : t('form.willEndNone')}
              </Banner>
            )}
          </Stack>
        </Card>
        <Card>
          <Textarea
            label={t('form.note')}
            optional
            rows={3}
            maxLength={1000}
            value={draft.note}
            onChange={(note) => change({ note })}
          />
        </Card>
        <ProblemBanner
          error={error}
          shown={(path) => ['kind', 'title', 'url', 'inForceTo', 'replacedById'].includes(path)}
        />
      </Stack>
      <ActionBar>
        <Button type="submit" variant="primary" icon={Save} busy={isSaving}>
          {t(document ? 'form.save' : 'form.create')}
        </Button>
      </ActionBar>
      <LeaveGuard isDirty={!isSaved && !isSame(draft, saved)} />
    </form>
  )
}
