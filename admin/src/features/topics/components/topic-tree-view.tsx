import { type Topic, TOPICS } from '@thiso/contracts/vocab'
import { Button, Row } from '@thiso/kit'
import ChevronsDownUp from 'lucide-react/icons/chevrons-down-up'
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down'
import { useState } from 'react'
import { mayCall } from '../../../lib/access'
import type { TopicTree } from '../../../lib/item-bank/queries'
import { useLocalized } from '../../../lib/localized'
import { useSession } from '../../../lib/session'
import { useSubtopicRemoval } from '../hooks/use-subtopic-removal'
import { useTopicsText } from '../hooks/use-topics-text'
import { growTopics } from '../topic-tree'
import { RefusalDialog } from './refusal-dialog'
import type { TreeActs } from './subtopic-row'
import { SubtopicDialog, type SubtopicEdit } from './subtopic-dialog'
import { TopicBranch } from './topic-branch'

/** The tree: everybody follows it to the items, organizers change it. */
export function TopicTreeView({ tree }: { tree: TopicTree }) {
  const t = useTopicsText()
  const localized = useLocalized()
  const { account } = useSession()
  const [closed, setClosed] = useState<ReadonlySet<Topic>>(new Set())
  const [edit, setEdit] = useState<SubtopicEdit | null>(null)
  const { remove, refusal, forget } = useSubtopicRemoval()
  const mayChange = account ? mayCall(account.role, 'createSubtopic') : false
  const toggle = (topic: Topic) =>
    setClosed((now) => {
      const next = new Set(now)
      if (!next.delete(topic)) next.add(topic)
      return next
    })
  const acts: TreeActs | null = mayChange
    ? {
        onAdd: (parent) => setEdit({ topic: parent.topic, parent }),
        onRename: (renamed) => setEdit({ renamed }),
        onRemove: remove,
      }
    : null
  return (
    <section aria-label={t('title')}>
      <Row justify="end" gap={1}>
        <Button variant="quiet" size="small" icon={ChevronsUpDown} onClick={() => setClosed(new Set())}>
          {t('expandAll')}
        </Button>
        <Button variant="quiet" size="small" icon={ChevronsDownUp} onClick={() => setClosed(new Set(TOPICS))}>
          {t('collapseAll')}
        </Button>
      </Row>
      <ul className="topics-tree">
        {growTopics(tree, localized).map((node) => (
          <TopicBranch
            key={node.topic}
            node={node}
            isOpen={!closed.has(node.topic)}
            onToggle={() => toggle(node.topic)}
            onAdd={mayChange ? () => setEdit({ topic: node.topic, parent: null }) : null}
            acts={acts}
          />
        ))}
      </ul>
      {edit && <SubtopicDialog edit={edit} onClose={() => setEdit(null)} />}
      {refusal && <RefusalDialog refusal={refusal} onClose={forget} />}
    </section>
  )
}
