import { formatNumber, Icon } from '@thiso/kit'
import Check from 'lucide-react/icons/check'
import CloudUpload from 'lucide-react/icons/cloud-upload'
import Info from 'lucide-react/icons/info'
import { isLastPlace } from '../seat/said'
import type { Link } from '../seat/seat-session'
import type { Known } from '../seat/seat-state'
import { useLessonTexts } from '../texts/use-lesson-texts'
import './answer.css'

/** What became of the own answer: 'recorded' stands there once the server has said so, and not before. */
export function AnswerLine({ known, link }: { known: Known; link: Link }) {
  const t = useLessonTexts()
  const { answer, step } = known
  const status = answer?.status
  if (!answer || status === 'draft' || !status) return null
  if (status === 'saved')
    return (
      <p className="ls-answer-line ls-answer-saved">
        <Icon of={Check} size={24} />
        <b className="ts-number">
          {answer.takenMs === null || known.ownPlace !== null
            ? t('item.saved')
            : t('item.savedIn', { seconds: formatNumber(answer.takenMs / 1000, { maximumFractionDigits: 1 }) })}
        </b>
      </p>
    )
  const words =
    status === 'sending'
      ? step.pausedAt !== null && step.phase === 'open'
        ? t('item.held')
        : link === 'live'
          ? t('item.sending')
          : t('item.waiting')
      : t(status === 'out' && known.ownPlace === null && isLastPlace(known) ? 'item.outLast' : `item.${status}`)
  return (
    <p className="ls-answer-line">
      <Icon of={status === 'sending' ? CloudUpload : Info} size={22} />
      <span>{words}</span>
    </p>
  )
}
