import { useMutation, useQueryClient } from '@tanstack/react-query'
import { notify } from '@thiso/kit'
import { ApiError, call } from '@thiso/kit/api/client'
import { useState } from 'react'
import type { Subtopic } from '../../../lib/item-bank/queries'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import { useTopicsText } from './use-topics-text'

/** What is refused, and the API's own sentence on why. */
export interface Refusal {
  subtopic: Subtopic
  reason: string
}

/** Deleting a subtopic: at once and with a way back, or refused while items or other subtopics hang on it. */
export function useSubtopicRemoval() {
  const t = useTopicsText()
  const localized = useLocalized()
  const problemText = useProblemText()
  const client = useQueryClient()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const again = () => void client.invalidateQueries({ queryKey: ['subtopics'] })
  const restore = useMutation({
    mutationFn: ({ topic, name, parentId }: Subtopic) => call('createSubtopic', { body: { topic, parentId, name } }),
    onSuccess: again,
    onError: (error) => notify(problemText(error), { tone: 'bad' }),
  })
  const remove = useMutation({
    mutationFn: (subtopic: Subtopic) => call('deleteSubtopic', { params: { subtopicId: subtopic.id } }),
    onSuccess: (_, subtopic) => {
      // Its row goes, and the keyboard would be nowhere.
      document.getElementById(nodeId(subtopic.parentId ?? subtopic.topic))?.focus()
      notify(t('removed', { name: localized(subtopic.name) }), {
        action: { label: t('undo'), onPress: () => restore.mutate(subtopic) },
      })
    },
    onError: (error, subtopic) => {
      if (error instanceof ApiError && error.problem.code === 'SUBTOPIC.IN_USE')
        setRefusal({ subtopic, reason: problemText(error) })
      else notify(problemText(error), { tone: 'bad' })
    },
    // Refused or not: somebody else may have changed the tree meanwhile.
    onSettled: again,
  })
  return {
    remove: (subtopic: Subtopic) => {
      if (!remove.isPending) remove.mutate(subtopic)
    },
    refusal,
    forget: () => setRefusal(null),
  }
}

/** The id of the link that names a topic or subtopic. */
export const nodeId = (key: string) => `topics-${key}`
