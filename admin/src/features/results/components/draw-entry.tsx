import { Banner, Button, Row, Stack, Textarea } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { LONG_MS, type ResultDraw, type ResultsOf, useResultActOf } from '../results-queries'
import { useResultsText } from '../use-results-text'

/** One person enters what the source said, another one enters the same. */
export function DrawEntry({ resultsOf, draw }: { resultsOf: ResultsOf; draw: ResultDraw }) {
  const t = useResultsText()
  const problemText = useProblemText()
  const [entry, setEntry] = useState('')
  const { scopeId, state, source, isOwnEntry, enteredBy } = draw
  const send = (name: 'enterDraw' | 'confirmDraw') =>
    call(name, { params: { scopeId }, body: { entry: entry.trim() }, timeoutMs: LONG_MS })
  const clear = () => setEntry('')
  const entering = useResultActOf(resultsOf, () => send('enterDraw'), t('draw.entered'), clear)
  const confirming = useResultActOf(resultsOf, () => send('confirmDraw'), t('draw.confirmed'), clear)
  const error = entering.error ?? confirming.error
  const isSecond = state === 'entered' && !isOwnEntry
  return (
    <Stack>
      {state === 'entered' && <p>{isOwnEntry ? t('draw.ownEntry') : t('draw.enteredBy', { name: enteredBy ?? '' })}</p>}
      <Textarea
        label={source?.kind === 'beacon' ? t('draw.signature', { round: source.round }) : t('draw.numbers')}
        hint={source?.kind === 'beacon' ? t('draw.signatureHint') : undefined}
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
            {t('draw.confirm')}
          </Button>
        )}
        <Button
          variant={isSecond ? 'secondary' : 'primary'}
          busy={entering.isPending}
          disabled={entry.trim() === ''}
          onClick={() => entering.mutate()}
        >
          {t('draw.enter')}
        </Button>
      </Row>
    </Stack>
  )
}
