import { EmptyState, LinkButton } from '@thiso/kit'
import { usePracticeTexts } from '../texts/use-practice-texts'

interface NothingOpenProps {
  /** Items, of whatever topic, that wait for a round to close. */
  embargoedCount: number
  /** Is it about one topic, or about everything? */
  isTopic?: boolean
}

/** Why there is nothing to practise: a round has the items, or nobody has opened any. */
export function NothingOpen({ embargoedCount, isTopic = false }: NothingOpenProps) {
  const t = usePracticeTexts()
  const why = isTopic ? 'topicClosed' : embargoedCount > 0 ? 'embargoed' : 'closed'
  return (
    <EmptyState
      title={<h2>{t(`nothing.${why}`)}</h2>}
      action={
        isTopic ? (
          <LinkButton to="/luyen-tap">{t('finished.toTopics')}</LinkButton>
        ) : (
          <LinkButton to="/">{t('nothing.toHome')}</LinkButton>
        )
      }
    >
      {t(`nothing.${why}Text`)}
    </EmptyState>
  )
}
