import { Card, LinkButton } from '@thiso/kit'
import Hash from 'lucide-react/icons/hash'
import { useHomeTexts } from '../texts/use-home-texts'

/** The way into a class that plays right now; who has the code needs no account. */
export function ClassDoor() {
  const t = useHomeTexts()
  return (
    <Card title={t('lesson.title')}>
      <p className="ts-quiet-text home-door-text">{t('lesson.text')}</p>
      <LinkButton block icon={Hash} to="/lop">
        {t('lesson.action')}
      </LinkButton>
    </Card>
  )
}
