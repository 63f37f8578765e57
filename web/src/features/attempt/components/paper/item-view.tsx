import { attemptMark } from '@thiso/contracts/vocab'
import { classes, useLocale } from '@thiso/kit'
import { ItemPlayer } from '@thiso/kit/item/ItemPlayer'
import type { ClipboardEvent, RefObject } from 'react'
import { useShownPlace } from '../../process/shown-place'
import type { PaperData } from '../../session/calls'
import { answerShown } from '../../session/save-state'
import type { Snapshot } from '../../session/snapshot'
import { Watermark } from './watermark'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

interface ItemViewProps {
  paper: PaperData
  item: PaperData['items'][number]
  /** "Câu 3 trên 20": the number a person counts by. */
  number: number
  total: number
  outbox: Snapshot['outbox']
  headingRef: RefObject<HTMLHeadingElement | null>
  onAnswer: (answer: string | null) => void
  onTyping: (isTyping: boolean) => void
}

export function ItemView({ paper, item, number, total, outbox, headingRef, onAnswer, onTyping }: ItemViewProps) {
  const t = useAttemptTexts()
  const [language] = useLocale()
  const { answer, isSaved } = answerShown(outbox, item.position)
  const { watermark, copyGuard } = paper.rules.protection
  useShownPlace(item.position)
  return (
    <div className={classes('at-item', copyGuard && 'at-guarded')} onCopy={copyGuard ? keepText : undefined}>
      {watermark && <Watermark code={attemptMark(paper.attempt.attemptId)} />}
      <h1 className="ts-hidden" ref={headingRef} tabIndex={-1}>
        {t('paper.place', { position: number, total })}
      </h1>
      <ItemPlayer
        item={item}
        answer={answer}
        isSaved={isSaved}
        language={language}
        onAnswer={onAnswer}
        onTyping={onTyping}
      />
    </div>
  )
}

/** What somebody typed is theirs. */
const keepText = (event: ClipboardEvent) => {
  if (!(event.target as Element).closest('input, textarea')) event.preventDefault()
}
