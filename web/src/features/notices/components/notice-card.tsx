import { Badge, formatDateTime, LinkButton } from '@thiso/kit'
import { useNoticeTexts } from '../texts/use-notice-texts'
import type { Notice } from '../use-notice-sentence'
import { useNoticeSentence } from '../use-notice-sentence'

export function NoticeCard({ notice, isNew }: { notice: Notice; isNew: boolean }) {
  const t = useNoticeTexts()
  const sentence = useNoticeSentence()(notice)
  return (
    <li className="ts-card notice">
      <p className="notice-head ts-quiet-text ts-small ts-number">
        <time dateTime={notice.createdAt}>{formatDateTime(notice.createdAt)}</time>
        {isNew && (
          <Badge tone="blue" dot>
            {t('unread')}
          </Badge>
        )}
      </p>
      <p className="notice-text">{sentence}</p>
      {notice.link && (
        // The panel is an app of its own.
        <LinkButton
          size="small"
          to={notice.link}
          reloadDocument={notice.link.startsWith('/admin/')}
          aria-label={t('openNamed', { sentence })}
        >
          {t('open')}
        </LinkButton>
      )}
    </li>
  )
}
