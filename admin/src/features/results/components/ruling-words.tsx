import { plainText } from '@thiso/contracts/vocab'
import { keyWords } from '../keys/key-words'
import { keysNow, type RuledItem } from '../keys/played-key'
import type { Ruling } from '../results-queries'
import { useResultsText } from '../use-results-text'

const STEM_SHOWN = 160

/** What a ruling says in one line: its kind, the item or person, and the new answer in words. */
export function RulingTitle({ ruling, item }: { ruling: Ruling; item: RuledItem | undefined }) {
  const t = useResultsText()
  const words = useKeyWords(item)
  return (
    <strong>
      {t(`rulings.kind.${ruling.kind}`)}
      {(ruling.itemCode ?? ruling.personName) && `: ${ruling.itemCode ?? ruling.personName}`}
      {ruling.key && ` → ${words([ruling.key])}`}
    </strong>
  )
}

/** What a ruling that is looked at would mean: the item, the answers that are right now, and what becomes of them. */
export function RulingMeaning({ ruling, item }: { ruling: Ruling; item: RuledItem | undefined }) {
  const t = useResultsText()
  const words = useKeyWords(item)
  return (
    <>
      {item && <p className="ts-quiet-text">{shortStem(item)}</p>}
      <p>{t(`rulings.means.${ruling.kind}`)}</p>
      {item && ruling.state === 'proposed' && <p>{t('rulings.keyNow', { key: words(keysNow(item)) })}</p>}
    </>
  )
}

/** Keys of an item in one line, parted by "or". */
export function useKeyWords(item: RuledItem | undefined): (keys: readonly RuledItem['key'][]) => string {
  const t = useResultsText()
  const texts = { true: t('rulings.true'), false: t('rulings.false'), or: t('rulings.or') }
  return (keys) => (item ? keys.map((key) => keyWords(item, key, texts)).join(` ${texts.or} `) : '')
}

function shortStem({ stem }: RuledItem): string {
  const text = plainText(stem)
  return text.length > STEM_SHOWN ? `${text.slice(0, STEM_SHOWN - 1).trimEnd()}…` : text
}
