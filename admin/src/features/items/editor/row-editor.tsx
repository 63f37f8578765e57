import type { ItemDraft } from '@thiso/contracts/vocab'
import { COGNITIVE_LEVELS, type CognitiveLevel, TOPICS, type Topic } from '@thiso/contracts/vocab'
import { Button, Row, Select, Skeleton, Stack, Tabs } from '@thiso/kit'
import Check from 'lucide-react/icons/check'
import { useState } from 'react'
import { useCommon } from '../../../lib/common'
import { type SourceDocument, useRegister } from '../../../lib/item-bank/queries'
import { ProblemBanner } from '../../../lib/problem-banner'
import { RichDesk } from '../../../lib/rich/desk'
import { RichToolbar } from '../../../lib/rich/rich-toolbar'
import type { FieldKey } from '../draft/draft-gaps'
import type { Draft } from '../draft/item-draft'
import { draftOfRow, rowOfDraft } from '../draft/row-draft'
import { useItemsText } from '../hooks/use-items-text'
import { BodyFields } from './body-fields'
import { EnglishFields } from './english-fields'
import { MoreFields } from './more-fields'
import { SourceFields } from './source-fields'
import { useFieldErrors } from './use-field-errors'
import '../items.css'

export interface RowEditorProps {
  row: ItemDraft
  isSaving: boolean
  /** Why the last try was refused. */
  error: unknown
  onSave: (row: ItemDraft) => void
  onCancel: () => void
}

/** The editor of an item that is still in a file: the same fields, without a bank and without a life of its own. */
export function RowEditor(props: RowEditorProps) {
  const register = useRegister()
  // Sources are shown by the register; without it they are shown as the file names them.
  if (register.isPending) return <Skeleton height={320} />
  return <Form {...props} register={register.data ?? []} />
}

/** A row may stay open in its bank, topic and level: the import asks for them. */
const OPEN: readonly FieldKey[] = ['bankId', 'topic', 'level']

function Form({ row, isSaving, error, onSave, onCancel, register }: RowEditorProps & { register: SourceDocument[] }) {
  const t = useItemsText()
  const common = useCommon()
  const [draft, setDraft] = useState<Draft>(() => draftOfRow(row, register))
  const [sent, setSent] = useState<Draft | null>(null)
  const [tab, setTab] = useState<'vi' | 'en'>('vi')
  // What is missing is the reason why somebody is here: it is said from the start.
  const found = useFieldErrors(draft, true, error, sent)
  const change = (changes: Partial<Draft>) => setDraft((now) => ({ ...now, ...changes }))
  const fields = {
    draft,
    change,
    errorOf: (field: FieldKey) => (OPEN.includes(field) ? undefined : found.errorOf(field)),
  }
  const save = () => {
    setSent(draft)
    onSave(rowOfDraft(draft, row.code, register))
  }
  return (
    <RichDesk>
      <Stack>
        <RichToolbar />
        <div className="items-two">
          <Select<Topic>
            label={t('editor.topic')}
            optional
            placeholder={t('editor.chooseTopic')}
            options={TOPICS.map((topic) => ({ value: topic, label: common(`topic.${topic}`) }))}
            value={draft.topic}
            onChange={(topic) => change({ topic })}
          />
          <Select<CognitiveLevel>
            label={t('editor.level')}
            optional
            placeholder={t('editor.chooseLevel')}
            options={COGNITIVE_LEVELS.map((level) => ({ value: level, label: common(`level.${level}`) }))}
            value={draft.level}
            onChange={(level) => change({ level })}
          />
        </div>
        <Tabs
          label={t('editor.languages')}
          tabs={[
            { id: 'vi', label: t('editor.vietnamese') },
            { id: 'en', label: t('editor.english') },
          ]}
          value={tab}
          onChange={setTab}
        >
          <Stack>{tab === 'vi' ? <BodyFields {...fields} replace={setDraft} /> : <EnglishFields {...fields} />}</Stack>
        </Tabs>
        <details>
          <summary>{t('sources.heading')}</summary>
          <SourceFields {...fields} />
        </details>
        <details>
          <summary>{t('more.heading')}</summary>
          <Stack>
            <MoreFields {...fields} hideUnits />
          </Stack>
        </details>
        <ProblemBanner error={error} />
        <Row gap={2} justify="flex-end">
          <Button variant="quiet" disabled={isSaving} onClick={onCancel}>
            {common('cancel')}
          </Button>
          <Button variant="primary" icon={Check} busy={isSaving} onClick={save}>
            {common('save')}
          </Button>
        </Row>
      </Stack>
    </RichDesk>
  )
}
