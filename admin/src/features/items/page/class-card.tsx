import { Card, formatNumber } from '@thiso/kit'
import { Link } from 'react-router'
import { useCommon } from '../../../lib/common'
import { useBanks } from '../../../lib/contest-queries'
import { itemsPath } from '../../../lib/item-bank/item-filter'
import { type Item, useSubtopics } from '../../../lib/item-bank/queries'
import { useBankWords } from '../../../lib/item-bank/use-words'
import { useLocalized } from '../../../lib/localized'
import { useItemsText } from '../hooks/use-items-text'

/** Where the item belongs and what is known of it. */
export function ClassCard({ item }: { item: Item }) {
  const t = useItemsText()
  const common = useCommon()
  const words = useBankWords()
  const localized = useLocalized()
  const bank = useBanks().data?.banks.find(({ id }) => id === item.bankId)
  const subtopic = useSubtopics().data?.subtopics.find(({ id }) => id === item.subtopicId)
  const grading = 'grading' in item.body ? item.body.grading : null
  return (
    <Card title={t('page.class')}>
      <dl className="items-class">
        <dt>{t('editor.bank')}</dt>
        <dd>{bank ? <Link to={`/ngan-hang/${bank.id}`}>{bank.name}</Link> : '…'}</dd>
        <dt>{t('editor.topic')}</dt>
        <dd>
          {common(`topic.${item.topic}`)}
          {subtopic && ` › ${localized(subtopic.name)}`}
        </dd>
        <dt>{t('editor.level')}</dt>
        <dd>{common(`level.${item.level}`)}</dd>
        <dt>{t('editor.type')}</dt>
        <dd>{words(`type.${item.type}`)}</dd>
        {grading && (
          <>
            <dt>{t('editor.grading')}</dt>
            <dd>{words(`grading.${grading}`)}</dd>
          </>
        )}
        <dt>{t('more.points')}</dt>
        <dd>{formatNumber(item.points)}</dd>
        {item.intendedDifficulty !== null && (
          <>
            <dt>{t('more.difficulty')}</dt>
            <dd>{formatNumber(item.intendedDifficulty)}%</dd>
          </>
        )}
        <dt>{t('page.reading')}</dt>
        <dd>{t('page.seconds', { count: item.readingSeconds, formatted: formatNumber(item.readingSeconds) })}</dd>
        {item.tags.length > 0 && (
          <>
            <dt>{t('more.tags')}</dt>
            <dd>
              {item.tags.map((tag) => (
                <Link key={tag} to={itemsPath({ tag })} className="items-tag">
                  #{tag}
                </Link>
              ))}
            </dd>
          </>
        )}
        {item.competences.length > 0 && (
          <>
            <dt>{t('more.competences')}</dt>
            <dd>
              {item.competences.map((competence) => (
                <div key={competence}>
                  {competence} {words(`competence.${competence}`)}
                </div>
              ))}
            </dd>
          </>
        )}
        {(['exclusion', 'variant'] as const).map((group) => {
          const siblings = item.siblings.filter((sibling) => sibling.group === group)
          if (siblings.length === 0) return null
          return [
            <dt key={`${group}-name`}>{t(`page.${group}`)}</dt>,
            <dd key={group}>
              {siblings.map((sibling) => (
                <Link key={sibling.id} to={`/cau-hoi/${sibling.id}`} className="items-tag">
                  {sibling.code}
                </Link>
              ))}
            </dd>,
          ]
        })}
      </dl>
    </Card>
  )
}
