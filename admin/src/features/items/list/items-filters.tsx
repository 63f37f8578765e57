import { COGNITIVE_LEVELS, COMPETENCES, ITEM_STATES, ITEM_TYPES, TOPICS } from '@thiso/contracts/vocab'
import { Button, formatNumber, SearchInput, Select } from '@thiso/kit'
import ListFilter from 'lucide-react/icons/list-filter'
import { useState } from 'react'
import { useCommon } from '../../../lib/common'
import { useBanks } from '../../../lib/contest-queries'
import { DocumentSearch } from '../../../lib/item-bank/document-search'
import type { FilterName } from '../../../lib/item-bank/item-filter'
import { useSubtopics } from '../../../lib/item-bank/queries'
import { subtopicOptions } from '../../../lib/item-bank/subtopic-options'
import { useBankWords } from '../../../lib/item-bank/use-words'
import { useLocalized } from '../../../lib/localized'
import type { ItemsAddress } from '../hooks/use-items-address'
import { useItemsText } from '../hooks/use-items-text'
import { WordFilter } from './word-filter'

/** On a phone the fields wait behind a button; on a wide page the usual ones stand open. */
const MORE: readonly FilterName[] = [
  'level',
  'subtopicId',
  'competence',
  'documentId',
  'tag',
  'fact',
  'language',
  'author',
]

export function ItemsFilters({ address }: { address: ItemsAddress }) {
  const t = useItemsText()
  const common = useCommon()
  const words = useBankWords()
  const localized = useLocalized()
  const banks = useBanks()
  const subtopics = useSubtopics()
  const { filter, change } = address
  const [isOpen, setOpen] = useState(() => window.innerWidth >= 768 && MORE.some((name) => filter[name] !== undefined))
  const ownSubtopics = subtopicOptions(subtopics.data?.subtopics ?? [], filter.topic, localized)
  const set = (name: FilterName) => (value: string) => change({ [name]: value })
  const count = Object.keys(filter).filter((name) => name !== 'q' && name !== 'batchId').length

  return (
    <search className="items-filters" aria-label={t('filters.label')}>
      <SearchInput
        id="items-search"
        className="items-filters-search"
        label={t('filters.search')}
        hideLabel={false}
        hint={t('filters.searchHint')}
        value={address.typed}
        onChange={address.setTyped}
        maxLength={200}
      />
      <Button
        icon={ListFilter}
        className="items-filters-open"
        aria-expanded={isOpen}
        aria-controls="items-filters-more"
        onClick={() => setOpen(!isOpen)}
      >
        {count > 0 ? t('filters.openCount', { count, formatted: formatNumber(count) }) : t('filters.open')}
      </Button>
      <div className="items-filters-fields items-filters-main" data-open={isOpen || undefined}>
        <Select
          label={t('filters.bank')}
          placeholder={t('filters.allBanks')}
          options={(banks.data?.banks ?? []).map((bank) => ({ value: bank.id, label: bank.name }))}
          value={filter.bankId ?? ''}
          onChange={set('bankId')}
          error={banks.error ? t('filters.banksFailed') : undefined}
        />
        <Select
          label={t('filters.topic')}
          placeholder={t('filters.allTopics')}
          options={TOPICS.map((topic) => ({ value: topic, label: common(`topic.${topic}`) }))}
          value={filter.topic ?? ''}
          onChange={(topic) => change({ topic, subtopicId: null })}
        />
        <Select
          label={t('filters.type')}
          placeholder={t('filters.allTypes')}
          options={ITEM_TYPES.map((type) => ({ value: type, label: words(`type.${type}`) }))}
          value={filter.type ?? ''}
          onChange={set('type')}
        />
        <Select
          label={t('filters.state')}
          placeholder={t('filters.allStates')}
          options={ITEM_STATES.map((state) => ({ value: state, label: common(`itemState.${state}`) }))}
          value={filter.state ?? ''}
          onChange={set('state')}
        />
        <Select
          label={t('filters.flag')}
          placeholder={t('filters.allFlags')}
          options={(['any', 'own'] as const).map((flag) => ({ value: flag, label: t(`filters.flags.${flag}`) }))}
          value={filter.flag ?? ''}
          onChange={set('flag')}
        />
      </div>
      <div
        id="items-filters-more"
        className="items-filters-fields items-filters-more"
        data-open={isOpen || undefined}
        hidden={!isOpen}
      >
        <Select
          label={t('filters.level')}
          placeholder={t('filters.allLevels')}
          options={COGNITIVE_LEVELS.map((level) => ({ value: level, label: common(`level.${level}`) }))}
          value={filter.level ?? ''}
          onChange={set('level')}
        />
        <Select
          label={t('filters.subtopic')}
          placeholder={t(filter.topic ? 'filters.allSubtopics' : 'filters.topicFirst')}
          disabled={ownSubtopics.length === 0}
          options={ownSubtopics}
          value={filter.subtopicId ?? ''}
          onChange={set('subtopicId')}
        />
        <Select
          label={t('filters.author')}
          placeholder={t('filters.allAuthors')}
          options={[{ value: 'me', label: t('filters.mine') }]}
          value={filter.author ?? ''}
          onChange={set('author')}
        />
        <Select
          label={t('filters.language')}
          placeholder={t('filters.allLanguages')}
          options={[{ value: 'en', label: words('english') }]}
          value={filter.language ?? ''}
          onChange={set('language')}
        />
        <WordFilter label={t('filters.tag')} value={filter.tag ?? ''} maxLength={40} onChange={set('tag')} />
        <WordFilter label={t('filters.fact')} value={filter.fact ?? ''} maxLength={40} onChange={set('fact')} />
        <Select
          className="items-filters-wide"
          label={t('filters.competence')}
          placeholder={t('filters.allCompetences')}
          options={COMPETENCES.map((competence) => ({
            value: competence,
            label: `${competence} ${words(`competence.${competence}`)}`,
            group: words(`domain.${competence.charAt(0) as '1'}`),
          }))}
          value={filter.competence ?? ''}
          onChange={set('competence')}
        />
        <div className="items-filters-wide">
          <DocumentSearch
            label={t('filters.document')}
            value={filter.documentId ?? null}
            onChange={(document) => change({ documentId: document?.id ?? null })}
          />
        </div>
      </div>
    </search>
  )
}
