import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Dialog, IconButton, notify, TextInput } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import BookmarkPlus from 'lucide-react/icons/bookmark-plus'
import X from 'lucide-react/icons/x'
import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import { useCommon } from '../../../lib/common'
import { useProblemText } from '../../../lib/problem'
import { ProblemBanner } from '../../../lib/problem-banner'
import type { ItemsAddress } from '../hooks/use-items-address'
import { useItemsText } from '../hooks/use-items-text'

const useViews = () => useQuery({ queryKey: ['item-views'], queryFn: ({ signal }) => call('itemViews', { signal }) })

/** Filters kept under a name: one press brings the list back. */
export function SavedViews({ address }: { address: ItemsAddress }) {
  const t = useItemsText()
  const problemText = useProblemText()
  const client = useQueryClient()
  const views = useViews()
  const again = () => client.invalidateQueries({ queryKey: ['item-views'] })
  const restore = useMutation({
    mutationFn: (view: { name: string; query: string }) =>
      call('saveItemView', { body: { name: view.name, query: view.query } }),
    onSuccess: again,
  })
  const remove = useMutation({
    mutationFn: (view: { id: string; name: string; query: string }) =>
      call('deleteItemView', { params: { viewId: view.id } }),
    onSuccess: (_, view) => {
      void again()
      notify(t('views.removed', { name: view.name }), {
        action: { label: t('undo'), onPress: () => restore.mutate(view) },
      })
    },
    onError: (error) => notify(problemText(error), { tone: 'bad' }),
  })
  const known = views.data?.views ?? []
  if (known.length === 0) return null

  return (
    <nav className="items-views" aria-label={t('views.label')}>
      <span className="ts-quiet-text ts-small" aria-hidden="true">
        {t('views.label')}
      </span>
      <ul>
        {known.map((view) => (
          <li key={view.id} className="ts-chip">
            <Link to={`/cau-hoi?${view.query}`} aria-current={view.query === address.view ? 'true' : undefined}>
              {view.name}
            </Link>
            <IconButton
              icon={X}
              iconSize={16}
              label={t('views.remove', { name: view.name })}
              onClick={() => remove.mutate(view)}
            />
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Keeps the filters in force, unless they are kept already. */
export function SaveView({ address }: { address: ItemsAddress }) {
  const t = useItemsText()
  const client = useQueryClient()
  const [isNaming, setNaming] = useState(false)
  const views = useViews().data?.views
  if (!views || views.some((view) => view.query === address.view)) return null
  return (
    <>
      <Button variant="quiet" size="small" icon={BookmarkPlus} onClick={() => setNaming(true)}>
        {t('views.save')}
      </Button>
      {isNaming && (
        <NameView
          query={address.view}
          onClose={() => setNaming(false)}
          onSaved={() => {
            setNaming(false)
            void client.invalidateQueries({ queryKey: ['item-views'] })
          }}
        />
      )}
    </>
  )
}

function NameView({ query, onClose, onSaved }: { query: string; onClose: () => void; onSaved: () => void }) {
  const t = useItemsText()
  const common = useCommon()
  const [name, setName] = useState('')
  const [isChecked, setChecked] = useState(false)
  const save = useMutation({
    mutationFn: () => call('saveItemView', { body: { name: name.trim(), query } }),
    onSuccess: (view) => {
      notify(t('views.saved', { name: view.name }))
      onSaved()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (name.trim() && !save.isPending) save.mutate()
  }
  return (
    <Dialog
      open
      size="small"
      title={t('views.save')}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button variant="primary" type="submit" form="name-view" busy={save.isPending}>
            {common('save')}
          </Button>
        </>
      }
    >
      <form id="name-view" noValidate onSubmit={submit}>
        <TextInput
          label={t('views.name')}
          hint={t('views.nameHint')}
          required
          data-autofocus
          maxLength={60}
          value={name}
          onChange={setName}
          error={isChecked && !name.trim() ? t('views.missingName') : undefined}
        />
        <ProblemBanner error={save.error} />
      </form>
    </Dialog>
  )
}
