import { COGNITIVE_LEVELS, ITEM_STATES, TOPICS } from '@thiso/contracts/vocab'
import { formatNumber, SearchInput, Select } from '@thiso/kit'
import { useCommon } from '../../../lib/common'
import { useBanks } from '../../../lib/contest-queries'
import type { useItemsAddress } from '../hooks/use-items-address'
import { useItemsText } from '../hooks/use-items-text'

export function ItemsFilters({ address }: { address: ReturnType<typeof useItemsAddress> }) {
  const t = useItemsText()
  const common = useCommon()
  const banks = useBanks()
  const bankOptions = (banks.data?.banks ?? []).map((bank) => ({
    value: bank.id,
    label: t('filters.bankCounts', {
      name: bank.name,
      approved: formatNumber(bank.approvedCount),
      total: formatNumber(bank.itemCount),
    }),
  }))
  return (
    <search className="items-filters" aria-label={t('filters.label')}>
      <SearchInput
        className="items-filters-search"
        label={t('filters.search')}
        hideLabel={false}
        placeholder={t('filters.searchHint')}
        value={address.typed}
        onChange={address.setTyped}
        maxLength={200}
      />
      <Select
        className="items-filters-bank"
        label={t('filters.bank')}
        placeholder={t('filters.allBanks')}
        options={bankOptions}
        value={address.bankId ?? ''}
        onChange={(value) => address.setFilter('bankId', value)}
        error={banks.error ? t('filters.banksFailed') : undefined}
      />
      <Select
        label={t('filters.topic')}
        placeholder={t('filters.allTopics')}
        options={TOPICS.map((topic) => ({ value: topic, label: common(`topic.${topic}`) }))}
        value={address.topic ?? ''}
        onChange={(value) => address.setFilter('topic', value)}
      />
      <Select
        label={t('filters.level')}
        placeholder={t('filters.allLevels')}
        options={COGNITIVE_LEVELS.map((level) => ({ value: level, label: common(`level.${level}`) }))}
        value={address.level ?? ''}
        onChange={(value) => address.setFilter('level', value)}
      />
      <Select
        label={t('filters.state')}
        placeholder={t('filters.allStates')}
        options={ITEM_STATES.map((state) => ({ value: state, label: common(`itemState.${state}`) }))}
        value={address.state ?? ''}
        onChange={(value) => address.setFilter('state', value)}
      />
    </search>
  )
}
