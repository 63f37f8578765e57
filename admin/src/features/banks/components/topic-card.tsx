import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Topic } from '@thiso/contracts/vocab'
import { Button, Card, formatNumber, IconButton, notify, Stack } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import Pencil from 'lucide-react/icons/pencil'
import Plus from 'lucide-react/icons/plus'
import Trash from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import { Link } from 'react-router'
import { useCommon } from '../../../lib/common'
import { itemsPath } from '../../../lib/item-bank/item-filter'
import type { Subtopic } from '../../../lib/item-bank/queries'
import { subtopicOptions } from '../../../lib/item-bank/subtopic-options'
import { useLocalized } from '../../../lib/localized'
import { useProblemText } from '../../../lib/problem'
import { useBanksText } from '../hooks/use-banks-text'
import { SubtopicDialog } from './subtopic-dialog'

/** A topic with its subtopics, which may have some of their own. */
export function TopicCard({ topic, subtopics }: { topic: Topic; subtopics: readonly Subtopic[] }) {
  const t = useBanksText()
  const common = useCommon()
  const localized = useLocalized()
  const problemText = useProblemText()
  const client = useQueryClient()
  const [edited, setEdited] = useState<Subtopic | 'new' | null>(null)
  const again = () => client.invalidateQueries({ queryKey: ['subtopics'] })
  const restore = useMutation({
    mutationFn: ({ name, parentId }: Subtopic) => call('createSubtopic', { body: { topic, parentId, name } }),
    onSuccess: again,
    onError: (error) => notify(problemText(error), { tone: 'bad' }),
  })
  const remove = useMutation({
    mutationFn: (subtopic: Subtopic) => call('deleteSubtopic', { params: { subtopicId: subtopic.id } }),
    onSuccess: (_, subtopic) => {
      void again()
      notify(t('subtopics.removed', { name: localized(subtopic.name) }), {
        action: { label: t('undo'), onPress: () => restore.mutate(subtopic) },
      })
    },
    onError: (error) => notify(problemText(error), { tone: 'bad' }),
  })
  const lines = subtopicOptions(subtopics, topic, localized)
  return (
    <Card title={common(`topic.${topic}`)}>
      <Stack gap={3}>
        {lines.length === 0 ? (
          <p className="ts-quiet-text">{t('subtopics.none')}</p>
        ) : (
          <ul className="banks-subtopics">
            {lines.map(({ value, label }) => {
              const subtopic = subtopics.find(({ id }) => id === value)
              if (!subtopic) return null
              const name = localized(subtopic.name)
              const hasOwn = subtopics.some(({ parentId }) => parentId === subtopic.id)
              return (
                <li key={value}>
                  <span>
                    <Link to={itemsPath({ topic, subtopicId: value })}>{label}</Link>{' '}
                    <span className="ts-quiet-text ts-small">
                      {t('items', { count: subtopic.itemCount, formatted: formatNumber(subtopic.itemCount) })}
                    </span>
                  </span>
                  <span className="banks-acts">
                    <IconButton
                      icon={Pencil}
                      iconSize={18}
                      label={t('subtopics.rename', { name })}
                      onClick={() => setEdited(subtopic)}
                    />
                    <IconButton
                      icon={Trash}
                      iconSize={18}
                      label={t('subtopics.remove', { name })}
                      disabled={subtopic.itemCount > 0 || hasOwn}
                      onClick={() => remove.mutate(subtopic)}
                    />
                  </span>
                </li>
              )
            })}
          </ul>
        )}
        <div>
          <Button variant="quiet" size="small" icon={Plus} onClick={() => setEdited('new')}>
            {t('subtopics.add')}
          </Button>
        </div>
      </Stack>
      {edited && (
        <SubtopicDialog
          topic={topic}
          subtopic={edited === 'new' ? null : edited}
          parents={lines}
          onClose={() => setEdited(null)}
        />
      )}
    </Card>
  )
}
