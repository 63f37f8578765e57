import { useLocale } from '@thiso/kit'
import { ItemPlayer } from '@thiso/kit/item/ItemPlayer'
import type { RefObject } from 'react'
import type { PaperData } from '../../session/calls'
import { answerShown } from '../../session/save-state'
import type { Snapshot } from '../../session/snapshot'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

interface ItemViewProps {
  item: PaperData['items'][number]
  /** "Câu 3 trên 20": the number a person counts by. */
  number: number
  total: number
  outbox: Snapshot['outbox']
  headingRef: RefObject<HTMLHeadingElement | null>
  onAnswer: (answer: string | null) => void
  onTyping: (isTyping: boolean) => void
}

export function ItemView({ item, number, total, outbox, headingRef, onAnswer, onTyping }: ItemViewProps) {
  const t = useAttemptTexts()
  const [language] = useLocale()
  const { answer, isSaved } = answerShown(outbox, item.position)
  return (
    <div className="at-item">
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
