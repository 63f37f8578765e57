import { Button, ConfirmDialog } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useProblemText } from '../../../lib/problem'
import { loseToken, seatOf } from '../seat/kept-seats'
import type { Known } from '../seat/seat-state'
import { useLessonTexts } from '../texts/use-lesson-texts'

/** A slip of the finger on the class list must not keep anybody out: the seat is given back, and the own name chosen. */
export function NotMe({ known: { lessonId, seat, settings }, token }: { known: Known; token: string }) {
  const t = useLessonTexts()
  const sentence = useProblemText()
  const navigate = useNavigate()
  const [isSure, setSure] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const leave = async () => {
    setLeaving(true)
    setError(null)
    try {
      await call('leaveSeat', { body: { token } })
      const pin = seatOf(lessonId)?.pin
      loseToken(lessonId)
      await navigate(pin ? `/lop/${pin}` : '/lop', { replace: true })
    } catch (caught) {
      setError(caught)
      setLeaving(false)
    }
  }
  return (
    <>
      {/* From the class list the name is somebody's; elsewhere it is only a name that could be a nicer one. */}
      <Button
        size={settings.names === 'roster' ? undefined : 'small'}
        variant={settings.names === 'roster' ? undefined : 'quiet'}
        onClick={() => setSure(true)}
      >
        {t('lobby.notMe')}
      </Button>
      <ConfirmDialog
        open={isSure}
        title={t('lobby.notMeSure', { name: seat.name })}
        confirmLabel={t('lobby.notMeYes')}
        cancelLabel={t('lobby.notMeNo')}
        busy={isLeaving}
        error={error ? sentence(error) : undefined}
        onConfirm={() => void leave()}
        onCancel={() => setSure(false)}
      >
        {t('lobby.notMeText')}
      </ConfirmDialog>
    </>
  )
}
