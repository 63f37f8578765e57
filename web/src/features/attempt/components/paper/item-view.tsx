import { Button } from '@thiso/kit'
import { type RefObject, useId } from 'react'
import type { PaperData } from '../../session/calls'
import { optionMark } from '../../session/save-state'
import type { Snapshot } from '../../session/snapshot'
import { useAttemptTexts } from '../../texts/use-attempt-texts'
import { letterOf } from './letters'
import { OptionCard } from './option-card'

interface ItemViewProps {
  item: PaperData['items'][number]
  /** "Câu 3 trên 20": the number a person counts by. */
  number: number
  total: number
  outbox: Snapshot['outbox']
  headingRef: RefObject<HTMLHeadingElement | null>
  onChoose: (option: string | null) => void
}

export function ItemView({ item, number, total, outbox, headingRef, onChoose }: ItemViewProps) {
  const t = useAttemptTexts()
  const name = useId()
  const marks = item.options.map(({ token }) => optionMark(outbox, item.position, token))
  const isChosen = marks.some((mark) => mark !== 'none')
  return (
    <div className="at-item">
      <h1 className="ts-hidden" ref={headingRef} tabIndex={-1}>
        {t('paper.place', { position: number, total })}
      </h1>
      <fieldset className="at-fieldset">
        {/* Items are written in Vietnamese, whatever the language of the page: a voice must know. */}
        <legend className="at-stem" lang="vi">
          {item.stem}
        </legend>
        <div className="at-options">
          {item.options.map((option, index) => (
            <OptionCard
              key={option.token}
              name={name}
              letter={letterOf(index)}
              text={option.text}
              token={option.token}
              mark={marks[index] ?? 'none'}
              onChoose={() => onChoose(option.token)}
            />
          ))}
        </div>
      </fieldset>
      {/* Its place is kept while it is away, so that choosing moves nothing. */}
      <div className="at-clear">
        {isChosen && (
          <Button variant="quiet" size="small" onClick={() => onChoose(null)}>
            {t('paper.clear')}
          </Button>
        )}
      </div>
    </div>
  )
}
