import { Banner, Dialog, formatNumber, IconButton, LinkButton, RadioGroup, Row, Stack, useLocale } from '@thiso/kit'
import { RichText } from '@thiso/kit/item/rich/RichText'
import '@thiso/kit/styles/item.css'
import { plainText } from '@thiso/contracts/vocab'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useState } from 'react'
import { newRulingOn } from '../../../lib/round-links'
import { type AnalysedItem, coefficient, type GroupCount, letterOf, percent, sorted } from '../figures'
import { useAnalysisText } from '../use-analysis-text'
import { AbilityPlot } from './ability-plot'
import { AnswerTable } from './answer-table'

interface ItemDialogProps {
  roundId: string
  items: readonly AnalysedItem[]
  openId: string | undefined
  onOpen: (itemVersionId: string | undefined) => void
}

/** One item: what speaks against it, its figures, and who answers what. */
export function ItemDialog({ roundId, items, openId, onOpen }: ItemDialogProps) {
  const t = useAnalysisText()
  const [groupCount, setGroupCount] = useState<GroupCount>(3)
  const ordered = sorted(items, { id: 'warnings', direction: 'desc' })
  const at = ordered.findIndex((item) => item.itemVersionId === openId)
  const item = ordered[at]
  if (!item) return null
  const [before, after] = [ordered[at - 1], ordered[at + 1]]
  return (
    <Dialog
      open
      size="large"
      title={t('detail.title', { code: item.code })}
      onClose={() => onOpen(undefined)}
      actions={
        <Row gap={2} nowrap justify="space-between">
          <Row gap={2}>
            <LinkButton
              variant={item.keyDoubt === 'clear' ? 'primary' : 'secondary'}
              to={newRulingOn(roundId, item.itemVersionId)}
            >
              {t('detail.rule')}
            </LinkButton>
            <LinkButton variant="quiet" to={`/cau-hoi/${item.itemId}`}>
              {t('detail.openItem')}
            </LinkButton>
          </Row>
          <Row gap={2} nowrap>
            <IconButton
              icon={ChevronLeft}
              label={t('detail.previous')}
              disabled={!before}
              onClick={() => before && onOpen(before.itemVersionId)}
            />
            <IconButton
              icon={ChevronRight}
              label={t('detail.next')}
              disabled={!after}
              onClick={() => after && onOpen(after.itemVersionId)}
            />
          </Row>
        </Row>
      }
    >
      <Stack key={item.itemVersionId}>
        {item.ruling && <Banner tone="info">{t(`ruled.${item.ruling}`)}</Banner>}
        {item.keyDoubt !== 'none' && (
          <Banner tone={item.keyDoubt === 'clear' ? 'bad' : 'warn'} title={t('detail.checkKey')}>
            {t(item.keyDoubt === 'clear' ? 'detail.checkKeyText' : 'detail.perhapsChance')}
          </Banner>
        )}
        <ItemStem item={item} />
        {item.warnings.length > 0 && (
          <ul className="analysis-sentences">
            {item.warnings.map(({ code, rows }) => (
              <li key={code}>{t(`sentence.${code}`, { answers: rows.map((row) => nameOf(item, row)).join(', ') })}</li>
            ))}
          </ul>
        )}
        <Figures item={item} />
        <Row justify="space-between" align="end">
          <h3>{t('detail.answers')}</h3>
          <RadioGroup
            label={t('detail.groups')}
            look="segments"
            options={[
              { value: '3', label: t('detail.thirds') },
              { value: '5', label: t('detail.fifths') },
            ]}
            value={String(groupCount) as '3' | '5'}
            onChange={(value) => setGroupCount(value === '3' ? 3 : 5)}
          />
        </Row>
        {item.answers[0]?.kind === 'part' && <p className="ts-quiet-text">{t('detail.parts')}</p>}
        <AbilityPlot item={item} groupCount={groupCount} />
        <AnswerTable item={item} groupCount={groupCount} />
      </Stack>
    </Dialog>
  )
}

function ItemStem({ item }: { item: AnalysedItem }) {
  const [locale] = useLocale()
  return <RichText text={item.stem} language={locale} className="analysis-whole-stem" />
}

/** An answer as a sentence names it: its letter, or what was typed. */
function nameOf(item: AnalysedItem, row: number): string {
  const answer = item.answers[row]
  return answer?.kind === 'typed' || item.type === 'true-false'
    ? `“${plainText(answer?.text.vi ?? '')}”`
    : letterOf(row)
}

function Figures({ item }: { item: AnalysedItem }) {
  const t = useAnalysisText()
  const figures: [string, string, string?][] = [
    [t('detail.facility'), percent(item.facility, 1), t('detail.facilityHint', { guess: percent(item.randomGuess) })],
    [t('detail.index'), percent(item.discriminationIndex, 1), t('detail.indexHint')],
    [t('detail.efficiency'), percent(item.discriminativeEfficiency, 1), t('detail.efficiencyHint')],
    [t('detail.upperLower'), coefficient(item.upperLower), t('detail.upperLowerHint')],
    ...(item.effectiveWeight === null
      ? []
      : [
          [
            t('detail.weight'),
            percent(item.effectiveWeight, 1),
            t('detail.weightHint', { intended: percent(item.intendedWeight, 1) }),
          ] as [string, string, string],
        ]),
    [t('detail.served'), formatNumber(item.servedCount)],
  ]
  return (
    <dl className="analysis-figures">
      {figures.map(([name, value, hint]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <strong className="ts-number">{value}</strong>
            {hint && <span className="ts-quiet-text">{hint}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
