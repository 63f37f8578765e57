import { Banner, Button, Row, Stack, Textarea } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useProblemText } from '../problem'
import { DRAW_MS, type DrawOf, type LedDraw, useDrawAct } from './use-draw-act'
import { useDrawText } from './use-draw-text'

/** One person enters what the source said, another one enters the same. */
export function DrawEntry({ drawOf, draw }: { drawOf: DrawOf; draw: LedDraw }) {
  const t = useDrawText()
  const problemText = useProblemText()
  const [entry, setEntry] = useState('')
  const { scopeId, state, source, isOwnEntry, enteredBy } = draw
  const send = (name: 'enterDraw' | 'confirmDraw') =>
    call(name, { params: { scopeId }, body: { entry: entry.trim() }, timeoutMs: DRAW_MS })
  const clear = () => setEntry('')
  const entering = useDrawAct(drawOf, () => send('enterDraw'), t('entered'), clear)
  const confirming = useDrawAct(drawOf, () => send('confirmDraw'), t('confirmed'), clear)
  const error = entering.error ?? confirming.error
  const isSecond = state === 'entered' && !isOwnEntry
  return (
    <Stack>
      {state === 'entered' && <p>{isOwnEntry ? t('ownEntry') : t('enteredBy', { name: enteredBy ?? '' })}</p>}
      <Textarea
        label={source?.kind === 'beacon' ? t('signature', { round: source.round }) : t('numbers')}
        hint={source?.kind === 'beacon' ? t('signatureHint') : undefined}
        value={entry}
        onChange={setEntry}
        rows={3}
        maxLength={2_000}
        spellCheck={false}
      />
      {error && <Banner tone="bad">{problemText(error)}</Banner>}
      <Row>
        {isSecond && (
          <Button
            variant="primary"
            busy={confirming.isPending}
            disabled={entry.trim() === ''}
            onClick={() => confirming.mutate()}
          >
            {t('confirm')}
          </Button>
        )}
        <Button
          variant={isSecond ? 'secondary' : 'primary'}
          busy={entering.isPending}
          disabled={entry.trim() === ''}
          onClick={() => entering.mutate()}
        >
          {t('enter')}
        </Button>
      </Row>
    </Stack>
  )
}
