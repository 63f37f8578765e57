import type { ItemState } from '@thiso/contracts/vocab'
import { Banner, Button, notify, Stack } from '@thiso/kit'
import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useCommon } from '../../../lib/common'
import { useProblemText } from '../../../lib/problem'
import { useFieldErrors } from '../hooks/use-field-errors'
import { useItemActs } from '../hooks/use-item-acts'
import { useItemDraft } from '../hooks/use-item-draft'
import { useItemsText } from '../hooks/use-items-text'
import { useLeaveGuard } from '../hooks/use-leave-guard'
import { gapsOf, type Item, type ItemDraft } from '../item-draft'
import { HintList } from './hint-list'
import { ItemFields } from './item-fields'
import { ItemPreview } from './item-preview'
import { LeaveDialog } from './leave-dialog'
import { SaveBar } from './save-bar'
import { StateCard } from './state-card'
import { VersionNote } from './version-note'

interface ItemEditorProps {
  accountId: string
  item: Item | null
  start: Partial<ItemDraft>
}

export function ItemEditor({ accountId, item, start }: ItemEditorProps) {
  const t = useItemsText()
  const common = useCommon()
  const problemText = useProblemText()
  const navigate = useNavigate()
  const { state: cameWith } = useLocation()
  const text = useItemDraft(accountId, item, start)
  const { save, setState } = useItemActs(item)
  const { blocker, allowLeave } = useLeaveGuard(text.isDirty)
  const [isChecked, setIsChecked] = useState(false)
  const [busy, setBusy] = useState<'save' | 'approve' | null>(null)
  const { errorOf, gaps } = useFieldErrors(text.draft, isChecked, save.error, save.variables ?? null)
  const hasApiFields = save.error !== null

  // The page may be long: whoever pressed "save" is taken to the first thing that stood in the way.
  useEffect(() => {
    if (!hasApiFields) return
    document.querySelector<HTMLElement>('.items-editor [aria-invalid="true"]')?.focus()
  }, [hasApiFields])

  const approve = async (stored: Item) => {
    try {
      const changed = await setState.mutateAsync({ itemId: stored.id, state: 'approved' })
      notify(t('state.changed', { code: changed.code, state: common(`itemState.${changed.state}`) }))
      return changed
    } catch (error) {
      notify(problemText(error), { tone: 'bad' })
      return stored
    }
  }

  const submit = async (andApprove: boolean) => {
    setIsChecked(true)
    const missing = gapsOf(text.draft)
    if (missing[0]) {
      document.getElementById(`item-${missing[0]}`)?.focus()
      return
    }
    setBusy(andApprove ? 'approve' : 'save')
    try {
      const stored = item && !text.isDirty ? item : await save.mutateAsync(text.draft)
      text.settle(stored)
      setIsChecked(false)
      if (andApprove) await approve(stored)
      else
        notify(
          saidOf(stored),
          item ? {} : { action: { label: t('editor.writeNext'), onPress: () => writeNext(stored) } },
        )
      if (!item) {
        allowLeave()
        navigate(`/cau-hoi/${stored.id}`, { replace: true, state: cameWith })
      }
    } catch {
      // The mutation keeps the error; the banner and the fields show it, and the text stays.
    } finally {
      setBusy(null)
    }
  }

  const saidOf = (stored: Item) => {
    if (!item) return t('editor.created', { code: stored.code })
    return stored.version > item.version ? t('editor.savedVersion', { version: stored.version }) : t('editor.saved')
  }
  const writeNext = (stored: Item) =>
    navigate(`/cau-hoi/moi?ngan-hang=${stored.bankId}&chu-de=${stored.topic}&muc-do=${stored.level}`, {
      state: cameWith,
    })
  const changeState = (state: ItemState, done: () => void) => {
    if (!item) return
    setState.mutate(
      { itemId: item.id, state },
      {
        onSuccess: (changed) => {
          done()
          notify(t('state.changed', { code: changed.code, state: common(`itemState.${changed.state}`) }))
        },
      },
    )
  }

  return (
    <>
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
          <ItemFields draft={text.draft} change={text.change} errorOf={errorOf} />
          {isChecked && gaps.length > 0 && (
            <Banner tone="bad" live="assertive">
              {t('editor.fixFields')}
            </Banner>
          )}
          {save.error && (
            <Banner tone="bad" live="assertive">
              {problemText(save.error)}
            </Banner>
          )}
        </Stack>
        <div className="items-side">
          <StateCard
            item={item}
            isDirty={text.isDirty}
            isBusy={setState.isPending}
            error={setState.error ? problemText(setState.error) : undefined}
            onState={changeState}
          />
          <div className="items-beside">
            <ItemPreview draft={text.draft} />
            <HintList draft={text.draft} />
          </div>
        </div>
      </div>
      <SaveBar item={item} isDirty={text.isDirty} busy={busy} onSave={(andApprove) => void submit(andApprove)} />
      <LeaveDialog blocker={blocker} onLeave={text.drop} />
    </>
  )
}
