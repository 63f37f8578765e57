import { Card } from '@thiso/kit'
import { Link } from 'react-router'
import { useLocalized } from '../../../lib/localized'
import type { PublicContestData } from '../../../lib/shapes'
import { useHomeTexts } from '../texts/use-home-texts'

export function AboutCard({ contest }: { contest: PublicContestData }) {
  const t = useHomeTexts()
  const localized = useLocalized()
  const paragraphs = localized(contest.about)
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
  return (
    <Card title={t('about')} className="home-about">
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p>{t('organizedBy', { name: localized(contest.organizerName) })}</p>
      <ul className="home-links">
        <li>
          <Link to={`/the-le/${contest.id}`}>{t('help.rulebook')}</Link>
        </li>
        {contest.rules.total && (
          <li>
            <Link to={`/cuoc-thi/${contest.id}/tong`}>{t('help.total')}</Link>
          </li>
        )}
        {contest.rules.total && (
          <li>
            <Link to={`/cuoc-thi/${contest.id}/boc-tham`}>{t('help.totalDraw')}</Link>
          </li>
        )}
        <li>
          <Link to="/huong-dan">{t('help.guide')}</Link>
        </li>
        <li>
          <Link to="/quyen-rieng-tu">{t('help.privacy')}</Link>
        </li>
      </ul>
    </Card>
  )
}
