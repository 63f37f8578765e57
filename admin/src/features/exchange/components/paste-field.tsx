import { Button, RadioGroup, Row, Stack, Textarea } from '@thiso/kit'
import ScanText from 'lucide-react/icons/scan-text'
import { useState } from 'react'
import { useExchangeWords } from '../../../lib/exchange/use-exchange-words'
import { kindOf, TEXT_KINDS, type TextKind } from '../chosen-file'
import { useExchangeText } from '../use-exchange-text'

const TEXT_MAX = 300_000

interface PasteFieldProps {
  isBusy: boolean
  onRead: (text: string, kind: TextKind) => void
}

/** Items as text: pasted, perhaps corrected a little, and read like a file. */
export function PasteField({ isBusy, onRead }: PasteFieldProps) {
  const t = useExchangeText()
  const words = useExchangeWords()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<TextKind | null>(null)
  const [isMissing, setMissing] = useState(false)
  const kind = chosen ?? kindOf(text)
  const hints = { docx: t('start.plainHint'), gift: t('start.giftHint'), aiken: t('start.aikenHint') }
  return (
    <Stack>
      <Textarea
        label={t('start.text')}
        hint={t('start.textHint')}
        rows={12}
        maxLength={TEXT_MAX}
        value={text}
        onChange={(value) => {
          setText(value)
          setMissing(false)
        }}
        error={isMissing ? t('start.textMissing') : undefined}
      />
      <RadioGroup<TextKind>
        label={t('start.kind')}
        options={TEXT_KINDS.map((each) => ({
          value: each,
          label: each === 'docx' ? t('start.plain') : words(`format.${each}`),
          hint: hints[each],
        }))}
        value={kind}
        onChange={setChosen}
      />
      <Row>
        <Button
          variant="primary"
          icon={ScanText}
          busy={isBusy}
          onClick={() => (text.trim() === '' ? setMissing(true) : onRead(text, kind))}
        >
          {t('start.read')}
        </Button>
      </Row>
    </Stack>
  )
}
