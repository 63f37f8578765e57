import { TextInput } from '@thiso/kit'
import { escapeHtml } from '@thiso/contracts/vocab'
import { useState } from 'react'
import { useDesk } from './desk'
import { quoted } from './rich-tree'
import { ToolForm, type ToolDialogProps } from './tool-dialog'
import { useRichText } from './use-rich-text'

export function LinkDialog({ onClose, onInsert }: ToolDialogProps) {
  const t = useRichText()
  const { chosenText } = useDesk()
  const [address, setAddress] = useState('')
  const [text, setText] = useState(chosenText)
  const [isChecked, setChecked] = useState(false)
  const isGood = /^https?:\/\/[^\s.]+\.\S+$/i.test(address.trim())

  const submit = () => {
    setChecked(true)
    const href = address.trim()
    if (isGood) onInsert(`<a href="${quoted(href)}">${escapeHtml(text.trim() || href)}</a>`)
  }
  return (
    <ToolForm title={t('linkDialog.title')} submit={t('insert')} onClose={onClose} onSubmit={submit}>
      <TextInput
        label={t('linkDialog.address')}
        type="url"
        inputMode="url"
        placeholder="https://"
        autoComplete="off"
        required
        data-autofocus
        maxLength={1000}
        value={address}
        onChange={setAddress}
        error={isChecked && !isGood ? t('linkDialog.wrong') : undefined}
      />
      <TextInput label={t('linkDialog.text')} value={text} onChange={setText} maxLength={300} />
    </ToolForm>
  )
}
