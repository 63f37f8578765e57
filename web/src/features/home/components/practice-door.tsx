import { Card, LinkButton } from '@thiso/kit'
import BookOpenCheck from 'lucide-react/icons/book-open-check'
import { useHomeTexts } from '../texts/use-home-texts'

/** The way to practising; asks the server for nothing, because everybody is on this page when a round opens. */
export function PracticeDoor() {
  const t = useHomeTexts()
  return (
    <Card title={t('practice.title')}>
      <p className="ts-quiet-text home-door-text">{t('practice.text')}</p>
      <LinkButton block icon={BookOpenCheck} to="/luyen-tap">
        {t('practice.action')}
      </LinkButton>
    </Card>
  )
}
