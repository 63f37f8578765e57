import { formatNumber, IconButton } from '@thiso/kit'
import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronRight from 'lucide-react/icons/chevron-right'
import Plus from 'lucide-react/icons/plus'
import { Link } from 'react-router'
import { useCommon } from '../../../lib/common'
import { itemsPath } from '../../../lib/item-bank/item-filter'
import { nodeId } from '../hooks/use-subtopic-removal'
import { useTopicsText } from '../hooks/use-topics-text'
import type { TopicNode } from '../topic-tree'
import { SubtopicRow, type TreeActs } from './subtopic-row'

interface TopicBranchProps {
  node: TopicNode
  isOpen: boolean
  onToggle: () => void
  /** Adds a subtopic right below the topic; null for who only reads. */
  onAdd: (() => void) | null
  acts: TreeActs | null
}

/** One of the eight topics, which nobody changes, and when open its subtopics. */
export function TopicBranch({ node, isOpen, onToggle, onAdd, acts }: TopicBranchProps) {
  const t = useTopicsText()
  const common = useCommon()
  const { topic, children, itemCount, looseCount } = node
  const name = common(`topic.${topic}`)
  return (
    <li>
      <div className="topics-row topics-root">
        <IconButton
          icon={isOpen ? ChevronDown : ChevronRight}
          label={t(isOpen ? 'collapse' : 'expand', { name })}
          aria-expanded={isOpen}
          onClick={onToggle}
        />
        <h2>
          <Link id={nodeId(topic)} className="topics-name" to={itemsPath({ topic })}>
            {name}
          </Link>
        </h2>
        <span className="topics-count ts-number">
          {t('items', { count: itemCount, formatted: formatNumber(itemCount) })}
        </span>
        {onAdd && (
          <span className="topics-acts">
            <IconButton icon={Plus} iconSize={18} label={t('addTo', { name })} onClick={onAdd} />
          </span>
        )}
      </div>
      {isOpen && (
        <ul>
          {children.map((child) => (
            <SubtopicRow key={child.subtopic.id} node={child} depth={1} acts={acts} />
          ))}
          {(looseCount > 0 || children.length === 0) && (
            <li className="topics-note">
              {children.length === 0
                ? t('none')
                : t('loose', { count: looseCount, formatted: formatNumber(looseCount) })}
            </li>
          )}
        </ul>
      )}
    </li>
  )
}
