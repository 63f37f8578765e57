import { PRIZE_SCOPES, PRIZE_TIERS } from '@thiso/contracts/vocab'
import { Banner, Button, IconButton, NumberInput, Select } from '@thiso/kit'
import Plus from 'lucide-react/icons/plus'
import Trash from 'lucide-react/icons/trash-2'
import { useRef } from 'react'
import { useCommon } from '../../../lib/common'
import { LocalizedField } from '../../../lib/localized-field'
import { MOST_PRIZES, type PrizeDraft, nextPrize } from '../contest-draft'
import { useContestText } from '../use-contest-text'
import './prize-rows.css'

/** No code of a table has a space. */
const EVERYBODY = 'all of them'

interface PrizeRowsProps {
  tables: readonly string[]
  hasTotal: boolean
  prizes: readonly PrizeDraft[]
  onChange: (prizes: PrizeDraft[]) => void
  problemOf: (path: string) => string | undefined
}

export function PrizeRows({ tables, hasTotal, prizes, onChange, problemOf }: PrizeRowsProps) {
  const t = useContestText()
  const common = useCommon()
  const add = useRef<HTMLButtonElement>(null)
  const change = (index: number, part: Partial<PrizeDraft>) =>
    onChange(prizes.map((prize, at) => (at === index ? { ...prize, ...part } : prize)))

  return (
    <div className="ad-prizes">
      {prizes.map((prize, index) => (
        <fieldset key={prize.rowId} className="ad-prize">
          <legend className="ts-hidden">{t('form.prize', { number: index + 1 })}</legend>
          <Select
            label={t('form.tier')}
            options={PRIZE_TIERS.map((tier) => ({ value: tier, label: common(`tier.${tier}`) }))}
            value={prize.tier}
            onChange={(tier) => change(index, { tier })}
            error={problemOf(`prizes.${index}.tier`)}
          />
          <NumberInput
            label={t('form.count')}
            value={prize.count}
            onChange={(count) => change(index, { count })}
            min={1}
            max={1000}
            required
            error={problemOf(`prizes.${index}.count`)}
          />
          {(hasTotal || prize.scope === 'total') && (
            <Select
              label={t('form.scope')}
              options={PRIZE_SCOPES.map((scope) => ({ value: scope, label: t(`form.scopes.${scope}`) }))}
              value={prize.scope}
              onChange={(scope) => change(index, { scope })}
              error={problemOf(`prizes.${index}.scope`)}
            />
          )}
          {(tables.length > 0 || prize.table !== null) && (
            <Select
              label={t('form.table')}
              options={[
                { value: EVERYBODY, label: t('form.everyTable') },
                ...tables.map((code) => ({ value: code, label: code })),
              ]}
              value={prize.table ?? EVERYBODY}
              onChange={(table) => change(index, { table: table === EVERYBODY ? null : table })}
              error={problemOf(`prizes.${index}.table`)}
            />
          )}
          <LocalizedField
            label={t('form.reward')}
            value={prize.reward}
            onChange={(reward) => change(index, { reward })}
            path={`prizes.${index}.reward`}
            problemOf={problemOf}
            maxLength={200}
          />
          <IconButton
            icon={Trash}
            label={t('form.removePrize', { tier: common(`tier.${prize.tier}`), number: index + 1 })}
            onClick={() => {
              onChange(prizes.filter((_, at) => at !== index))
              add.current?.focus()
            }}
          />
        </fieldset>
      ))}
      {problemOf('prizes') && <Banner tone="warn">{problemOf('prizes')}</Banner>}
      <div>
        <Button
          ref={add}
          icon={Plus}
          disabled={prizes.length >= MOST_PRIZES}
          onClick={() => onChange([...prizes, nextPrize(prizes)])}
        >
          {t('form.addPrize')}
        </Button>
        {prizes.length >= MOST_PRIZES && <p className="ts-quiet-text ts-small">{t('form.tooManyPrizes')}</p>}
      </div>
    </div>
  )
}
