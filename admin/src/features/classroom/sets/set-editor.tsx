import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ActionBar, Banner, Button, Card, formatNumber, LinkButton, notify, Page, Stack, TextInput } from '@thiso/kit'
import { ApiError, call } from '@thiso/kit/api/client'
import Play from 'lucide-react/icons/play'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { LeaveGuard } from '../../../lib/leave-guard'
import { PageHead } from '../../../lib/page-head'
import { useFieldProblems } from '../../../lib/problem'
import { ProblemBanner } from '../../../lib/problem-banner'
import { setsChanged } from '../classroom-queries'
import { AddPlaces } from './add-places'
import { PlaceList } from './place-list'
import { SetActs } from './set-acts'
import { bodyOf, lacksOf, lengthOf, minutesOf, type PlaceDraft, type SetDraft } from './set-draft'
import { SharedTime } from './shared-time'
import { useSetsText } from './use-sets-text'

interface SetEditorProps {
  initial: SetDraft
  /** null: it is not saved yet. */
  setId: string | null
}

/** Composing a set: its title, its items in order, their times. */
export function SetEditor({ initial, setId }: SetEditorProps) {
  const t = useSetsText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [draft, setDraft] = useState(initial)
  // What a suggestion brought is not stored anywhere yet.
  const [isDirty, setDirty] = useState(setId === null && initial.places.length > 0)
  const [isTried, setTried] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const form = useRef<HTMLDivElement>(null)
  const save = useMutation({
    mutationFn: ({ draft }: { draft: SetDraft; then: 'stay' | 'start' }) =>
      setId
        ? call('updateLessonSet', { params: { setId }, body: bodyOf(draft) })
        : call('createLessonSet', { body: bodyOf(draft) }),
    onSuccess: ({ title }) => {
      setDirty(false)
      setTried(false)
      notify(t('editor.saved', { title }))
    },
  })
  const said = useFieldProblems(save.error)
  const { data: saved, variables } = save
  // Left only once the form knows that it is saved, or it would ask whether to drop what was typed.
  useEffect(() => {
    if (!saved) return
    void setsChanged(client)
    if (variables?.then === 'start') void navigate(`/buoi-choi/moi?bo=${saved.id}`)
    else if (setId === null) void navigate(`/bo-cau-hoi/${saved.id}`, { replace: true })
  }, [saved, variables, client, navigate, setId])

  const lacks = lacksOf(draft)
  const change = (part: Partial<SetDraft>) => {
    setDirty(true)
    setDraft((now) => ({ ...now, ...part }))
  }
  const setPlaces = (places: PlaceDraft[]) => change({ places })
  const add = (places: PlaceDraft[]) => {
    setDirty(true)
    setDraft((now) => ({ ...now, places: [...now.places, ...places] }))
    // What was added to be written is opened for writing.
    const [first] = places
    if (first && first.kind !== 'item') setOpen(first.key)
  }
  const submit = (then: 'stay' | 'start') => {
    if (save.isPending) return
    if (then === 'start' && setId && !isDirty) return void navigate(`/buoi-choi/moi?bo=${setId}`)
    setTried(true)
    if (lacks.count === 0) return save.mutate({ draft, then })
    const [faulty] = lacks.places.keys()
    if (faulty && !lacks.title) setOpen(faulty)
    // After the render that marks the fields: the first of them gets the focus.
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-trouble]')?.focus(),
    )
  }
  // The API names the place that has become unusable since it was chosen; it stays refused until it has another item.
  const place =
    save.error instanceof ApiError && save.error.problem.code === 'SET.ITEM_UNUSABLE'
      ? Number(save.error.problem.params?.['place'] ?? 0)
      : 0
  const refused = variables?.draft.places[place - 1]
  const count = draft.places.length
  const say = { count, shown: formatNumber(count), minutes: formatNumber(minutesOf(lengthOf(draft.places))) }
  const heading = draft.title.trim() || t('editor.newTitle')

  return (
    <Page tabTitle={heading} width="wide">
      <LeaveGuard isDirty={isDirty} />
      <PageHead
        title={setId ? heading : t('editor.newTitle')}
        up={{ to: '/bo-cau-hoi', name: t('title') }}
        actions={setId && <SetActs setId={setId} title={heading} count={count} isDirty={isDirty} />}
      />
      <div className="sets-editor" ref={form}>
        <Stack gap={6}>
          <ProblemBanner error={save.error} shown={(path) => path === 'title'} />
          <Card>
            <div className="sets-head">
              <TextInput
                label={t('editor.name')}
                hint={t('editor.nameHint')}
                placeholder={t('editor.namePlace')}
                required
                maxLength={120}
                autoComplete="off"
                value={draft.title}
                onChange={(title) => change({ title })}
                error={isTried && lacks.title ? t('editor.titleMissing') : said('title')}
              />
              <SharedTime places={draft.places} onChange={setPlaces} />
            </div>
          </Card>
          <PlaceList
            places={draft.places}
            lacks={lacks}
            showsLacks={isTried}
            refused={refused}
            open={open}
            onOpen={setOpen}
            onChange={setPlaces}
          />
          <AddPlaces places={draft.places} onAdd={add} />
          {isTried && lacks.count > 0 && (
            <Banner tone="warn" live="polite">
              {lacks.list === 'none'
                ? t('editor.placesMissing')
                : lacks.list === 'many'
                  ? t('editor.placesMany')
                  : t('editor.check', { count: lacks.count })}
            </Banner>
          )}
        </Stack>
        <ActionBar>
          <p className="sets-summary" role="status">
            {count > 0 && t('editor.summary', say)}
            {isDirty && <span className="ts-quiet-text"> · {t('editor.unsaved')}</span>}
          </p>
          {setId && !isDirty ? (
            <LinkButton variant="primary" icon={Play} to={`/buoi-choi/moi?bo=${setId}`}>
              {t('editor.start')}
            </LinkButton>
          ) : (
            <>
              <Button busy={save.isPending && variables?.then === 'stay'} onClick={() => submit('stay')}>
                {t('editor.save')}
              </Button>
              <Button
                variant="primary"
                icon={Play}
                busy={save.isPending && variables?.then === 'start'}
                onClick={() => submit('start')}
              >
                {t('editor.saveAndStart')}
              </Button>
            </>
          )}
        </ActionBar>
      </div>
    </Page>
  )
}
