import { Badge, Icon, classes } from '@thiso/kit'
import Check from 'lucide-react/icons/check'
import ExternalLink from 'lucide-react/icons/external-link'
import X from 'lucide-react/icons/x'
import type { ResultData } from '../../hooks/use-result'
import { useAttemptTexts } from '../../texts/use-attempt-texts'
import { letterOf } from '../paper/letters'

type Item = NonNullable<ResultData['review']>[number]

/** One item after the round: the key, the own choice, why, and where it is written. */
export function ReviewItem({ item }: { item: Item }) {
  const t = useAttemptTexts()
  const isBlank = !item.options.some((option) => option.isChosen)
  const state = item.isRight ? 'right' : isBlank ? 'blank' : 'wrongWord'
  return (
    <article className="at-reviewed" aria-label={t('result.item', { position: item.position })}>
      <div className="at-reviewed-head">
        <h3>{t('result.item', { position: item.position })}</h3>
        <Badge
          tone={item.isRight ? 'good' : isBlank ? 'neutral' : 'bad'}
          icon={item.isRight ? Check : isBlank ? undefined : X}
        >
          {t(`result.${state}`)}
        </Badge>
        <span className="at-reviewed-topic">{t(`topic.${item.topic}`)}</span>
      </div>
      <p className="at-reviewed-stem" lang="vi">
        {item.stem}
      </p>
      <ul className="at-reviewed-options">
        {item.options.map((option, index) => (
          <li
            key={option.text}
            className={classes(option.isKey && 'at-is-key', option.isChosen && !option.isKey && 'at-is-wrong')}
          >
            <span className="at-option-letter">{letterOf(index)}</span>
            <span className="at-option-text">
              <span lang="vi">{option.text}</span>
              {option.isKey && (
                <span className="at-tag at-tag-key">
                  <Icon of={Check} size={16} />
                  {t('result.key')}
                </span>
              )}
              {option.isChosen && (
                <span className="at-tag">
                  {!option.isKey && <Icon of={X} size={16} />}
                  {t('result.yours')}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {item.explanation && (
        <div className="at-reviewed-why">
          <h4>{t('result.explanation')}</h4>
          <p lang="vi">{item.explanation}</p>
        </div>
      )}
      {item.sources.length > 0 && (
        <div className="at-reviewed-sources">
          <h4>{t('result.sources')}</h4>
          <ul>
            {item.sources.map((source) => (
              <li key={`${source.title} ${source.url}`}>
                <Source {...source} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </article>
  )
}

function Source({ title, url }: Item['sources'][number]) {
  const t = useAttemptTexts()
  // Anything else than a web address is shown as words only.
  if (!url || !/^https?:\/\//i.test(url)) return <>{title}</>
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {title} <Icon of={ExternalLink} size={14} />
      <span className="ts-hidden">({t('result.newTab')})</span>
    </a>
  )
}
