import { BarList, Card } from '@thiso/kit'
import type { ResultData } from '../../hooks/use-result'
import { useAttemptTexts } from '../../texts/use-attempt-texts'
import { useLibTexts } from '../../../../lib/texts/use-lib-texts'
import { byNeed } from './verdict'

/** What to study: shares right by topic, the weakest first. */
export function TopicsCard({ topics }: { topics: NonNullable<ResultData['topics']> }) {
  const t = useAttemptTexts()
  const words = useLibTexts()
  const isPerfect = topics.every((topic) => topic.rightCount === topic.itemCount)
  return (
    <Card title={t('result.topics')}>
      <p className="ts-quiet-text at-card-lead">{t(isPerfect ? 'result.topicsPerfect' : 'result.topicsHint')}</p>
      <BarList
        label={t('result.topics')}
        max={1}
        items={byNeed(topics).map(({ topic, rightCount, itemCount }) => ({
          id: topic,
          label: words(`topic.${topic}`),
          value: itemCount > 0 ? rightCount / itemCount : 0,
          text: t('result.topicShare', { right: rightCount, total: itemCount }),
          tone: rightCount === itemCount ? 'good' : 'blue',
        }))}
      />
    </Card>
  )
}
