import { Card, DotPath, formatShare, Icon } from '@thiso/kit'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { Link } from 'react-router'
import { useLibTexts } from '../../../lib/texts/use-lib-texts'
import { partPath } from '../session/parts'
import { topicDots, type TopicProgress } from '../session/topic-dots'
import { usePracticeTexts } from '../texts/use-practice-texts'

/** The eight topics: how far one has come in each, and the way in. */
export function TopicList({ topics }: { topics: readonly TopicProgress[] }) {
  const t = usePracticeTexts()
  return (
    <Card title={t('topics.title')}>
      <p className="ts-quiet-text ts-small pr-topics-hint">{t('topics.hint')}</p>
      <ul className="pr-topics">
        {topics.map((topic) => (
          <TopicRow key={topic.topic} progress={topic} />
        ))}
      </ul>
    </Card>
  )
}

function TopicRow({ progress }: { progress: TopicProgress }) {
  const t = usePracticeTexts()
  const words = useLibTexts()
  const { topic, itemCount, seenCount, knownCount, dueCount, answeredCount, rightCount } = progress
  const name = words(`topic.${topic}`)
  const road = t('topics.road', { topic: name, known: knownCount, seen: seenCount, total: itemCount })
  return (
    <li className="pr-topic">
      {itemCount > 0 ? (
        <Link className="pr-topic-name" to={partPath(topic)}>
          {name}
          <Icon of={ChevronRight} size={18} />
        </Link>
      ) : (
        <span className="pr-topic-name">{name}</span>
      )}
      {itemCount > 0 ? (
        <>
          <DotPath dots={topicDots(progress)} label={road} />
          <ul className="pr-topic-facts ts-number">
            <li>{t('topics.known', { known: knownCount, total: itemCount })}</li>
            {answeredCount > 0 && <li>{t('topics.right', { share: formatShare(rightCount / answeredCount, 0) })}</li>}
            {dueCount > 0 && <li className="pr-topic-due">{t('topics.due', { count: dueCount })}</li>}
          </ul>
        </>
      ) : (
        <p className="ts-quiet-text ts-small">{t('topics.none')}</p>
      )}
    </li>
  )
}
