import Check from 'lucide-react/icons/check'
import Copy from 'lucide-react/icons/copy'
import { useEffect, useState } from 'react'
import { useKit } from '../i18n/setup'
import { Button, type ButtonLook } from './Button'

export interface CopyButtonProps extends Pick<ButtonLook, 'variant' | 'size' | 'block'> {
  text: string
  label?: string
  copiedLabel?: string
}

export function CopyButton({ text, label, copiedLabel, ...look }: CopyButtonProps) {
  const kit = useKit()
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')

  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), 3000)
    return () => clearTimeout(timer)
  }, [state])

  const copy = () =>
    // Undefined outside a secure context, which a school's local address may be.
    (navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))).then(
      () => setState('copied'),
      () => setState('failed'),
    )

  const said = state === 'copied' ? (copiedLabel ?? kit('copied')) : state === 'failed' ? kit('copyFailed') : ''
  return (
    <>
      <Button {...look} icon={state === 'copied' ? Check : Copy} onClick={copy}>
        {said || (label ?? kit('copy'))}
      </Button>
      <span className="ts-hidden" role="status">
        {said}
      </span>
    </>
  )
}
