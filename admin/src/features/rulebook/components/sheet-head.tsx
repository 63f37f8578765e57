import type { Locale } from '@thiso/contracts/vocab'
import { formatDate } from '@thiso/kit'
import type { RulebookHead } from '../rulebook-draft'
import { useRulebookText } from '../use-rulebook-text'

const STATE = {
  vi: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
  en: ['SOCIALIST REPUBLIC OF VIET NAM', 'Independence - Freedom - Happiness'],
} as const

/** The head of the printed document, near enough to see whether it is right; the files set it exactly. */
export function SheetHead({ head, locale, title }: { head: RulebookHead; locale: Locale; title: string }) {
  const t = useRulebookText()
  const right = head.style === 'state' ? STATE[locale] : ['ĐOÀN TNCS HỒ CHÍ MINH']
  const date = head.date ? formatDate(head.date) : ''
  return (
    <header className="rb-head">
      <div className="rb-head-sides">
        <div>
          {head.above && <p className="rb-body">{head.above}</p>}
          <p className="rb-strong rb-body">{head.body}</p>
          {head.style === 'youth-union' && <p>***</p>}
          {head.number && (
            <p>
              {t('sheet.number')} {head.number}
            </p>
          )}
        </div>
        <div>
          {right.map((line) => (
            <p className="rb-strong" key={line}>
              {line}
            </p>
          ))}
          {head.place && <p className="rb-place">{[head.place, date].filter(Boolean).join(', ')}</p>}
        </div>
      </div>
      <p className="rb-kind">{t('sheet.kind')}</p>
      <p className="rb-subject">{title}</p>
    </header>
  )
}

export function SheetFoot({ head, locale }: { head: RulebookHead; locale: Locale }) {
  const t = useRulebookText()
  if (!head.signerRole) return null
  return (
    <footer className="rb-sign" lang={locale}>
      <p className="rb-strong">{head.signerRole}</p>
      <p className="ts-quiet-text ts-small">{t('sheet.signature')}</p>
      <p className="rb-strong rb-signer">{head.signerName}</p>
    </footer>
  )
}
