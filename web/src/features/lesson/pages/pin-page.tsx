import { Card, IconButton, LinkButton, Page } from '@thiso/kit'
import X from 'lucide-react/icons/x'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { PinForm } from '../join/pin-form'
import { forgetSeat, keptSeats } from '../seat/kept-seats'
import { useLessonTexts } from '../texts/use-lesson-texts'
import './pin-page.css'

/** `/lop`: the code from the class screen; and the seats that this phone has already. */
export default function PinPage() {
  const t = useLessonTexts()
  const navigate = useNavigate()
  const [kept, setKept] = useState(() => keptSeats().filter(({ token }) => token !== null))
  const drop = (lessonId: string) => {
    forgetSeat(lessonId)
    setKept(kept.filter((seat) => seat.lessonId !== lessonId))
  }
  return (
    <Page title={t('pin.title')} lead={t('pin.lead')} width="narrow">
      <PinForm onPin={(pin) => void navigate(`/lop/${pin}`)} />
      {kept.length > 0 && (
        <Card title={t('pin.kept')} className="ls-kept">
          <ul>
            {kept.map(({ lessonId, title, name }) => (
              <li key={lessonId}>
                <span className="ls-kept-name">
                  <b>{title}</b>
                  <span>{t('pin.keptAs', { name })}</span>
                </span>
                <LinkButton to={`/lop/choi?buoi=${lessonId}`}>{t('pin.comeBack')}</LinkButton>
                <IconButton icon={X} label={t('pin.forget', { title })} onClick={() => drop(lessonId)} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  )
}
