import { Button, Chip } from '@thiso/kit'
import X from 'lucide-react/icons/x'
import { useCommon } from '../../../lib/common'
import { useBanks } from '../../../lib/contest-queries'
import { documentName } from '../../../lib/item-bank/document-search'
import type { FilterName, ItemFilter } from '../../../lib/item-bank/item-filter'
import { useRegister, useSubtopics } from '../../../lib/item-bank/queries'
import { useBankWords } from '../../../lib/item-bank/use-words'
import { useLocalized } from '../../../lib/localized'
import type { ItemsAddress } from '../hooks/use-items-address'
import { useItemsText } from '../hooks/use-items-text'
import { SaveView } from './saved-views'

/** Every filter in force in full words, each to be dropped by its cross. */
export function FilterChips({ address }: { address: ItemsAddress }) {
  const wordsOf = useFilterWords()
  const t = useItemsText()
  const names = (Object.keys(address.filter) as FilterName[]).filter((name) => name !== 'q')
  if (!address.isFiltered) return null
  return (
    <ul className="items-chips" aria-label={t('filters.inForce')}>
      {names.map((name) => {
        const said = wordsOf(name, address.filter)
        return (
          <li key={name}>
            <Chip name={said} onRemove={() => address.change({ [name]: null })}>
              {said}
            </Chip>
          </li>
        )
      })}
      <li>
        <Button variant="quiet" size="small" icon={X} onClick={address.clear}>
          {t('filters.clear')}
        </Button>
      </li>
      <li>
        <SaveView address={address} />
      </li>
    </ul>
  )
}

function useFilterWords() {
  const t = useItemsText()
  const common = useCommon()
  const words = useBankWords()
  const localized = useLocalized()
  const banks = useBanks().data?.banks
  const subtopics = useSubtopics().data?.subtopics
  const register = useRegister().data

  const value = (name: FilterName, filter: ItemFilter): string => {
    switch (name) {
      case 'bankId':
        return banks?.find((bank) => bank.id === filter.bankId)?.name ?? '…'
      case 'type':
        return filter.type ? words(`type.${filter.type}`) : ''
      case 'topic':
        return filter.topic ? common(`topic.${filter.topic}`) : ''
      case 'subtopicId': {
        const found = subtopics?.find((subtopic) => subtopic.id === filter.subtopicId)
        return found ? localized(found.name) : '…'
      }
      case 'level':
        return filter.level ? common(`level.${filter.level}`) : ''
      case 'state':
        return filter.state ? common(`itemState.${filter.state}`) : ''
      case 'competence':
        return filter.competence ? `${filter.competence} ${words(`competence.${filter.competence}`)}` : ''
      case 'documentId': {
        const found = register?.find((document) => document.id === filter.documentId)
        return found ? documentName(found) : '…'
      }
      case 'flag':
        return filter.flag ? t(`filters.flags.${filter.flag}`) : ''
      case 'author':
        return t('filters.mine')
      case 'language':
        return words('english')
      case 'batchId':
        return t('filters.oneBatch')
      default:
        return filter[name] ?? ''
    }
  }
  const labels = {
    q: 'search',
    bankId: 'bank',
    type: 'type',
    topic: 'topic',
    subtopicId: 'subtopic',
    level: 'level',
    state: 'state',
    tag: 'tag',
    competence: 'competence',
    documentId: 'document',
    fact: 'fact',
    language: 'language',
    flag: 'flag',
    author: 'author',
    batchId: 'batch',
  } as const satisfies Record<FilterName, string>
  return (name: FilterName, filter: ItemFilter) => `${t(`filters.${labels[name]}`)}: ${value(name, filter)}`
}
