import { formatNumber, IconButton } from '@thiso/kit'
import Pencil from 'lucide-react/icons/pencil'
import Plus from 'lucide-react/icons/plus'
import Trash from 'lucide-react/icons/trash-2'
import { Link } from 'react-router'
import { itemsPath } from '../../../lib/item-bank/item-filter'
import type { Subtopic } from '../../../lib/item-bank/queries'
import { useLocalized } from '../../../lib/localized'
import { nodeId } from '../hooks/use-subtopic-removal'
import { useTopicsText } from '../hooks/use-topics-text'
import type { SubtopicNode } from '../topic-tree'

/** What an organizer may do with the tree; none for who only reads it. */
export interface TreeActs {
  onAdd: (parent: Subtopic) => void
  onRename: (subtopic: Subtopic) => void
  onRemove: (subtopic: Subtopic) => void
}

interface SubtopicRowProps {
  node: SubtopicNode
  /** 1 right below the topic. */
  depth: number
  acts: TreeActs | null
}

/** A third level would be a folder for a handful of items. */
const DEEPEST = 2

/** One subtopic with those below it. */
export function SubtopicRow({ node, depth, acts }: SubtopicRowProps) {
  const t = useTopicsText()
  const localized = useLocalized()
  const { subtopic, children, itemCount } = node
  const name = localized(subtopic.name)
  return (
    <li>
      <div className="topics-row">
        <span className="topics-leaf" />
        <Link
          id={nodeId(subtopic.id)}
          className="topics-name"
          to={itemsPath({ topic: subtopic.topic, subtopicId: subtopic.id })}
        >
          {name}
        </Link>
        <span className="topics-count ts-number">
          {t('items', { count: itemCount, formatted: formatNumber(itemCount) })}
        </span>
        {acts && (
          <span className="topics-acts">
            {depth < DEEPEST && (
              <IconButton icon={Plus} iconSize={18} label={t('addTo', { name })} onClick={() => acts.onAdd(subtopic)} />
            )}
            <IconButton
              icon={Pencil}
              iconSize={18}
              label={t('rename', { name })}
              onClick={() => acts.onRename(subtopic)}
            />
            <IconButton
              icon={Trash}
              iconSize={18}
              label={t('remove', { name })}
              onClick={() => acts.onRemove(subtopic)}
            />
          </span>
        )}
      </div>
      {children.length > 0 && (
        <ul>
          {children.map((child) => (
            <SubtopicRow key={child.subtopic.id} node={child} depth={depth + 1} acts={acts} />
          ))}
        </ul>
      )}
    </li>
  )
}
