import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Topic } from '@thiso/contracts/vocab'
import { Button, Dialog, notify, Select, type SelectOption, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { type FormEvent, useState } from 'react'
import { useCommon } from '../../../lib/common'
import type { Subtopic } from '../../../lib/item-bank/queries'
import { LocalizedField } from '../../../lib/localized-field'
import { useFieldProblems } from '../../../lib/problem'
import { ProblemBanner } from '../../../lib/problem-banner'
import { useBanksText } from '../hooks/use-banks-text'

interface SubtopicDialogProps {
  topic: Topic
  /** null: a new one. */
  subtopic: Subtopic | null
  parents: readonly SelectOption[]
  onClose: () => void
}

export function SubtopicDialog({ topic, subtopic, parents, onClose }: SubtopicDialogProps) {
  const t = useBanksText()
  const common = useCommon()
  const client = useQueryClient()
  const [name, setName] = useState(subtopic?.name ?? { vi: '', en: '' })
  const [parentId, setParentId] = useState('')
  const [isChecked, setChecked] = useState(false)
  const save = useMutation({
    mutationFn: () =>
      subtopic
        ? call('updateSubtopic', { params: { subtopicId: subtopic.id }, body: { name } })
        : call('createSubtopic', { body: { topic, parentId: parentId || null, name } }),
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
  const title = subtopic ? t('subtopics.renameTitle') : t('subtopics.addTo', { topic: common(`topic.${topic}`) })
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
            label={t('subtopics.name')}
            value={name}
            onChange={setName}
            path="name"
            problemOf={(path) =>
              path === 'name.vi' && isChecked && !name.vi.trim() ? common('required') : fieldProblem(path)
            }
            maxLength={120}
          />
          {!subtopic && parents.length > 0 && (
            <Select
              label={t('subtopics.parent')}
              placeholder={t('subtopics.noParent')}
              options={parents}
              value={parentId}
              onChange={setParentId}
              error={fieldProblem('parentId')}
            />
          )}
          <ProblemBanner error={save.error} shown={(path) => path.startsWith('name') || path === 'parentId'} />
        </Stack>
      </form>
    </Dialog>
  )
}
