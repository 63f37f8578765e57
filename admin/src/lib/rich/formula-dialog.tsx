import { escapeHtml } from '@thiso/contracts/vocab'
import { Button, Textarea, useLocale } from '@thiso/kit'
import { RichText } from '@thiso/kit/item/rich/RichText'
import { useId, useRef, useState } from 'react'
import { useFormulas } from './formulas'
import { ToolForm, type ToolDialogProps } from './tool-dialog'
import { useRichText } from './use-rich-text'

const PIECES = [
  ['fraction', '\\frac{a}{b}'],
  ['root', '\\sqrt{x}'],
  ['power', 'x^{2}'],
  ['index', 'x_{1}'],
  ['times', '\\times '],
  ['atMost', '\\le '],
  ['atLeast', '\\ge '],
] as const

/** A formula in LaTeX, drawn while it is written. */
export function FormulaDialog({ onClose, onInsert }: ToolDialogProps) {
  const t = useRichText()
  const [locale] = useLocale()
  const [latex, setLatex] = useState('')
  const [isChecked, setChecked] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const titleId = useId()
  const written = `\\(${escapeHtml(latex.trim())}\\)`
  const drawn = useFormulas([written])

  const add = (piece: string) => {
    const box = field.current
    const at = box?.selectionEnd ?? latex.length
    setLatex(latex.slice(0, at) + piece + latex.slice(at))
    box?.focus()
  }
  const submit = () => {
    setChecked(true)
    if (latex.trim()) onInsert(`${written}&nbsp;`)
  }
  const shown = drawn(written)
  return (
    <ToolForm title={t('formulaDialog.title')} submit={t('insert')} onClose={onClose} onSubmit={submit}>
      <Textarea
        ref={field}
        label={t('formulaDialog.latex')}
        hint={t('formulaDialog.hint')}
        required
        rows={2}
        spellCheck={false}
        autoCapitalize="none"
        data-autofocus
        maxLength={1000}
        value={latex}
        onChange={setLatex}
        error={isChecked && !latex.trim() ? t('formulaDialog.missing') : undefined}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: buttons, not the fields a fieldset is for */}
      <div className="rich-pieces" role="group" aria-label={t('formulaDialog.pieces')}>
        {PIECES.map(([word, piece]) => (
          <Button key={word} size="small" onClick={() => add(piece)}>
            {t(`formulaDialog.${word}`)}
          </Button>
        ))}
      </div>
      <section aria-labelledby={titleId}>
        <p id={titleId} className="ts-quiet-text ts-small">
          {t('formulaDialog.shown')}
        </p>
        <div className="rich-formula">
          {latex.trim() && <RichText text={{ vi: shown, en: '' }} language={locale} />}
        </div>
      </section>
    </ToolForm>
  )
}
