import { Banner, Button, Page, Row, Skeleton, Stack, Textarea } from '@thiso/kit'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { useProblemText } from '../../../lib/problem'
import { VerdictCard } from '../components/verdict-card'
import { useReceiptCheck } from '../hooks/use-receipt-check'
import { useProofTexts } from '../texts/use-proof-texts'
import '../proof.css'

/** Far more than a receipt is long; a wrong file is not read into the page. */
const LONGEST = 20_000

/** Anybody checks a receipt: pasted, opened from a file, or carried in by its QR code. */
export default function ReceiptPage() {
  const t = useProofTexts()
  const sentence = useProblemText()
  const { hash } = useLocation()
  const file = useRef<HTMLInputElement>(null)
  const [pasted, setPasted] = useState('')
  const { outcome, check } = useReceiptCheck()

  useEffect(() => {
    const carried = decodeURIComponent(hash.slice(1))
    if (carried === '') return
    setPasted(carried)
    check(carried)
  }, [hash, check])

  const open = async (chosen: File | undefined) => {
    if (!chosen) return
    const text = (await chosen.slice(0, LONGEST).text()).trim()
    setPasted(text)
    check(text)
  }

  return (
    <Page title={t('receipt.title')} lead={t('receipt.lead')} width="narrow">
      <Stack gap={5}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            check(pasted)
          }}
        >
          <Stack>
            <Textarea
              label={t('receipt.input')}
              hint={t('receipt.hint')}
              value={pasted}
              onChange={setPasted}
              rows={5}
              maxLength={LONGEST}
              autoComplete="off"
              spellCheck={false}
            />
            <Row>
              <Button type="submit" variant="primary" busy={outcome.state === 'busy'}>
                {t('receipt.check')}
              </Button>
              <Button onClick={() => file.current?.click()}>{t('receipt.open')}</Button>
              <input
                ref={file}
                type="file"
                hidden
                accept=".json,.txt,application/json,text/plain"
                aria-label={t('receipt.open')}
                onChange={(event) => {
                  void open(event.target.files?.[0])
                  event.target.value = ''
                }}
              />
            </Row>
          </Stack>
        </form>
        {outcome.state === 'busy' && <Skeleton height={160} />}
        {outcome.state === 'unreadable' && (
          <Banner tone="warn" title={t('verdict.unreadable')} live="polite">
            {t('verdict.unreadableText')}
          </Banner>
        )}
        {outcome.state === 'failed' && (
          <Banner tone="warn" live="polite">
            {t('receipt.again', { problem: sentence(outcome.error) })}
          </Banner>
        )}
        {outcome.state === 'done' && <VerdictCard receipt={outcome.receipt} verdict={outcome.verdict} />}
      </Stack>
    </Page>
  )
}
