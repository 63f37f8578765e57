import { Banner, Card, Stack, type Tone, formatDateTime, formatNumber } from '@thiso/kit'
import { Link } from 'react-router'
import { STEPS, type Step, type Verdict } from '../check/check-receipt'
import type { Receipt } from '../check/receipt'
import { useProofTexts } from '../texts/use-proof-texts'

type Texts = ReturnType<typeof useProofTexts>

/** What holds of a receipt, in words, and step by step. */
export function VerdictCard({ receipt, verdict }: { receipt: Receipt; verdict: Verdict }) {
  const t = useProofTexts()
  const { tone, title, text } = sentenceOf(verdict, t)
  return (
    <Stack gap={5}>
      <Banner tone={tone} title={title} live="polite">
        {text}
      </Banner>
      <Card title={t('steps.title')}>
        <ul className="proof-list">
          {STEPS.map((step) => (
            <li key={step}>
              {t(`steps.${step}`)}: <strong>{t(`steps.${stateOf(step, verdict)}`)}</strong>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t('receipt.about')}>
        <dl className="proof-facts">
          <dt>{t('receipt.code')}</dt>
          <dd className="ts-number">{receipt.code}</dd>
          <dt>{t('receipt.at')}</dt>
          <dd>{formatDateTime(new Date(receipt.submittedAt).toISOString(), true)}</dd>
          <dt>{t('receipt.attempt')}</dt>
          <dd>{receipt.attempt}</dd>
          <dt>{t('receipt.round')}</dt>
          <dd>{receipt.origin}</dd>
        </dl>
        {!['foreign', 'unknown-round'].includes(verdict.kind) && (
          <p>
            <Link to={`/dot/${receipt.round}/kiem-chung`}>{t('receipt.toRound')}</Link>
          </p>
        )}
      </Card>
    </Stack>
  )
}

function stateOf(step: Step, verdict: Verdict): 'good' | 'bad' | 'open' {
  switch (verdict.kind) {
    case 'holds':
      return 'good'
    case 'broken':
      if (step === verdict.step) return 'bad'
      return STEPS.indexOf(step) < STEPS.indexOf(verdict.step) ? 'good' : 'open'
    case 'sealed':
    case 'waiting':
      return step === 'promise' ? 'good' : 'open'
    case 'missing':
      return step === 'promise' ? 'good' : step === 'inclusion' ? 'bad' : 'open'
    case 'altered':
    case 'unknown-key':
      return step === 'promise' ? 'bad' : 'open'
    default:
      return 'open'
  }
}

function sentenceOf(verdict: Verdict, t: Texts): { tone: Tone; title: string; text: string } {
  switch (verdict.kind) {
    case 'holds': {
      const values = { leaf: formatNumber(verdict.leafIndex + 1), size: formatNumber(verdict.size) }
      const text = t(verdict.isFinal ? 'verdict.holdsFinal' : 'verdict.holdsOpen', values)
      return { tone: 'good', title: t('verdict.holds'), text }
    }
    case 'sealed':
      return { tone: 'good', title: t('verdict.sealed'), text: t('verdict.sealedText') }
    case 'waiting':
      return { tone: 'good', title: t('verdict.waiting'), text: t('verdict.waitingText') }
    case 'foreign':
      return { tone: 'warn', title: t('verdict.foreign'), text: t('verdict.foreignText', { host: verdict.host }) }
    case 'unknown-round':
      return { tone: 'warn', title: t('verdict.unknownRound'), text: t('verdict.unknownRoundText') }
    case 'unknown-key':
      return { tone: 'bad', title: t('verdict.unknownKey'), text: t('verdict.unknownKeyText') }
    case 'altered':
      return { tone: 'bad', title: t('verdict.altered'), text: t('verdict.alteredText') }
    case 'missing':
      return { tone: 'bad', title: t('verdict.missing'), text: t('verdict.missingText') }
    case 'broken':
      return { tone: 'bad', title: t('verdict.broken'), text: t('verdict.brokenText') }
  }
}
