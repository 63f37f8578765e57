import type { ReactNode } from 'react'
import { useCommon } from '../../../lib/common'
import { useBankWords } from '../../../lib/item-bank/use-words'
import type { PickedItem } from '../paper-draft'

interface PickedLineProps {
  item: PickedItem
  number?: number
  actions: ReactNode
}

/** An item in a list: code, stem, what it is; and what can be done with it. */
export function PickedLine({ item, number, actions }: PickedLineProps) {
  const common = useCommon()
  const words = useBankWords()
  return (
    <li className="papers-line">
      {number !== undefined && <span className="papers-line-number ts-number">{number}.</span>}
      <div className="papers-line-text">
        <p lang="vi">
          <strong className="ts-number">{item.code}</strong> {item.stemText}
        </p>
        <p className="ts-quiet-text ts-small">
          {words(`type.${item.type}`)} · {common(`topic.${item.topic}`)} · {common(`level.${item.level}`)}
        </p>
      </div>
      {actions}
    </li>
  )
}
