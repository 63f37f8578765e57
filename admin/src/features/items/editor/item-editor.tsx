import { Banner, Button, Card, formatNumber, notify, Stack, Tabs } from '@thiso/kit'
import { ApiError } from '@thiso/kit/api/client'
import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { Item } from '../../../lib/item-bank/queries'
import { ProblemBanner } from '../../../lib/problem-banner'
import { RichDesk } from '../../../lib/rich/desk'
import { RichToolbar } from '../../../lib/rich/rich-toolbar'
import { gapsOf } from '../draft/draft-gaps'
import { type Start, startAfter } from '../draft/item-draft'
import { useItemsText } from '../hooks/use-items-text'
import { useLeaveGuard } from '../hooks/use-leave-guard'
import { BodyFields } from './body-fields'
import { ClassFields } from './class-fields'
import { ConflictBanner } from './conflict-banner'
import { EnglishFields } from './english-fields'
import { ItemPreview } from './item-preview'
import { LeaveDialog } from './leave-dialog'
import { LiveFindings } from './live-findings'
import { MoreFields } from './more-fields'
import { SaveBar } from './save-bar'
import { SourceFields } from './source-fields'
import { useFieldErrors } from './use-field-errors'
import { useItemDraft } from './use-item-draft'
import { useSave } from './use-save'

interface ItemEditorProps {
  accountId: string
  item: Item | null
  start: Start
  /** Begins the next item, classified like this one. */
  onNext: (start: Start) => void
}

const isConflict = (error: unknown) => error instanceof ApiError && error.problem.code === 'ITEM.CHANGED_MEANWHILE'

export function ItemEditor({ accountId, item, start, onNext }: ItemEditorProps) {
  const t = useItemsText()
  const navigate = useNavigate()
  const { state: cameWith } = useLocation()
  const text = useItemDraft(accountId, item, start)
  const { draft, isDirty } = text
  const save = useSave(item)
  const { blocker, allowLeave } = useLeaveGuard(isDirty)
  const [tab, setTab] = useState<'vi' | 'en'>('vi')
  const [isChecked, setChecked] = useState(false)
  const [busy, setBusy] = useState<'save' | 'next' | null>(null)
  const sent = save.variables?.draft ?? null
  const { gaps, others, errorOf } = useFieldErrors(draft, isChecked, save.error, sent)
  const fields = { draft, change: text.change, errorOf }

  const store = async (andNext: boolean, basedOn = item?.updatedAt) => {
    if (busy) return
    setChecked(true)
    const [first] = gapsOf(draft)
    if (first) {
      setTab(first.field === 'english' ? 'en' : 'vi')
      // The field may stand in the other tab, which is drawn first.
      requestAnimationFrame(() => focusField(first.field))
      return
    }
    setBusy(andNext ? 'next' : 'save')
    try {
      const stored = await save.mutateAsync({ draft, basedOn })
      text.settle()
      allowLeave()
      notify(saidOf(stored))
      if (andNext) onNext(startAfter(draft))
      else navigate(`/cau-hoi/${stored.id}`, { replace: true, state: cameWith })
    } catch (error) {
      // The mutation keeps the error; the banner and the fields show it, and the text stays.
      if (error instanceof ApiError) requestAnimationFrame(focusInvalid)
    } finally {
      setBusy(null)
    }
  }
  const saidOf = (stored: Item) => {
    if (!item) return t('editor.created', { code: stored.code })
    return stored.version > item.version ? t('editor.savedVersion', { version: stored.version }) : t('editor.saved')
  }

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || document.querySelector('dialog[open]')) return
      event.preventDefault()
      void store(event.shiftKey)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })

  return (
    <RichDesk>
      <div className="items-editor">
        <Stack>
          {text.showsKept && (
            <Banner
              tone="info"
              title={t('editor.keptTitle')}
              action={<Button onClick={text.drop}>{t('editor.dropKept')}</Button>}
            >
              {t('editor.kept')}
            </Banner>
          )}
          {item && <VersionNote item={item} />}
          <Card>
            <Stack>
              <ClassFields {...fields} />
            </Stack>
          </Card>
          <RichToolbar />
          <Card>
            <Tabs
              label={t('editor.languages')}
              tabs={[
                { id: 'vi', label: t('editor.vietnamese') },
                { id: 'en', label: t('editor.english') },
              ]}
              value={tab}
              onChange={setTab}
            >
              <Stack>
                {tab === 'vi' ? <BodyFields {...fields} replace={text.replace} /> : <EnglishFields {...fields} />}
              </Stack>
            </Tabs>
          </Card>
          <Card title={t('sources.heading')}>
            <SourceFields {...fields} />
          </Card>
          <Card title={t('more.heading')}>
            <Stack>
              <MoreFields {...fields} />
            </Stack>
          </Card>
          {isChecked && gaps.length > 0 && (
            <Banner tone="bad" live="assertive">
              {t('editor.fixFields', { count: gaps.length, formatted: formatNumber(gaps.length) })}
            </Banner>
          )}
          {item && isConflict(save.error) ? (
            <ConflictBanner
              base={item}
              isSaving={busy !== null}
              onOverwrite={(storedAt) => void store(false, storedAt)}
            />
          ) : (
            <ProblemBanner error={save.error} />
          )}
          {others.map((sentence) => (
            <Banner key={sentence} tone="bad">
              {sentence}
            </Banner>
          ))}
        </Stack>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a low screen it scrolls by itself, also by keyboard */}
        <aside className="items-beside" aria-label={t('editor.beside')} tabIndex={0}>
          <ItemPreview draft={draft} language={tab} />
          <LiveFindings draft={draft} itemId={item?.id ?? null} />
          <p className="ts-quiet-text ts-small items-hint-keys">{t('editor.keys')}</p>
        </aside>
      </div>
      <SaveBar isNew={!item} isDirty={isDirty} busy={busy} onSave={(andNext) => void store(andNext)} />
      <LeaveDialog blocker={blocker} onLeave={text.drop} />
    </RichDesk>
  )
}

/** What a change of this item will mean. */
function VersionNote({ item }: { item: Item }) {
  const t = useItemsText()
  if (item.isFrozen)
    return (
      <Banner title={t('editor.frozenTitle')}>
        {t('editor.frozen')} {t('editor.reviewAgain')}
      </Banner>
    )
  if (item.state === 'approved' || item.state === 'in_review') return <Banner>{t('editor.reviewAgain')}</Banner>
  return null
}

const focusField = (field: string) => {
  const element = document.getElementById(`item-${field}`)
  if (!element) return focusInvalid()
  const target = element.matches('input, select, textarea, [tabindex]')
    ? element
    : element.querySelector<HTMLElement>('input, select, textarea')
  ;(target ?? element).focus()
}

const focusInvalid = () => document.querySelector<HTMLElement>('.items-editor [aria-invalid="true"]')?.focus()
