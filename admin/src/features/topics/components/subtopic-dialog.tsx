import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Topic } from '@thiso/contracts/vocab'
import { Button, Dialog, notify, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { type FormEvent, useState } from 'react'
import { useCommon } from '../../../lib/common'
import type { Subtopic } from '../../../lib/item-bank/queries'
import { useLocalized } from '../../../lib/localized'
import { LocalizedField } from '../../../lib/localized-field'
import { useFieldProblems } from '../../../lib/problem'
import { ProblemBanner } from '../../../lib/problem-banner'
import { useTopicsText } from '../hooks/use-topics-text'

/** A subtopic to be renamed, or where a new one is to hang: on another, or right on its topic. */
export type SubtopicEdit = { renamed: Subtopic } | { topic: Topic; parent: Subtopic | null }

const NAMELESS = { vi: '', en: '' }

export function SubtopicDialog({ edit, onClose }: { edit: SubtopicEdit; onClose: () => void }) {
  const t = useTopicsText()
  const common = useCommon()
  const localized = useLocalized()
  const client = useQueryClient()
  const [name, setName] = useState('renamed' in edit ? edit.renamed.name : NAMELESS)
  const [isChecked, setChecked] = useState(false)
  const save = useMutation({
    mutationFn: () =>
      'renamed' in edit
        ? call('updateSubtopic', { params: { subtopicId: edit.renamed.id }, body: { name } })
        : call('createSubtopic', { body: { topic: edit.topic, parentId: edit.parent?.id ?? null, name } }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['subtopics'] })
      notify(common('saved'))
      onClose()
    },
  })
  const fieldProblem = useFieldProblems(save.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (name.vi.trim() && !save.isPending) save.mutate()
  }
  const title =
    'renamed' in edit
      ? t('renameTitle')
      : t('addTo', { name: edit.parent ? localized(edit.parent.name) : common(`topic.${edit.topic}`) })
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button variant="primary" type="submit" form="subtopic" busy={save.isPending}>
            {common('save')}
          </Button>
        </>
      }
    >
      <form id="subtopic" noValidate onSubmit={submit}>
        <Stack>
          <LocalizedField
            label={t('name')}
            value={name}
            onChange={setName}
            path="name"
            problemOf={(path) =>
              path === 'name.vi' && isChecked && !name.vi.trim() ? common('required') : fieldProblem(path)
            }
            maxLength={120}
          />
          <ProblemBanner error={save.error} shown={(path) => path.startsWith('name')} />
        </Stack>
      </form>
    </Dialog>
  )
}
