import { useCommon } from '../../../lib/common'
import { useBanks } from '../../../lib/contest-queries'
import { useSubtopics } from '../../../lib/item-bank/queries'
import { useBankWords } from '../../../lib/item-bank/use-words'
import { useLocalized } from '../../../lib/localized'
import { useItemsText } from '../hooks/use-items-text'
import type { BulkChange } from './bulk-change'

/** What a bulk edit did, in one line: "Mức độ: Vận dụng; thêm thẻ: tình huống". */
export function useChangeWords(): (change: BulkChange) => string {
  const t = useItemsText()
  const common = useCommon()
  const words = useBankWords()
  const localized = useLocalized()
  const banks = useBanks().data?.banks
  const subtopics = useSubtopics().data?.subtopics
  return (change) => {
    const said: string[] = []
    const say = (label: string, value: string) => said.push(`${label}: ${value}`)
    if (change.topic) say(t('bulk.topic'), common(`topic.${change.topic}`))
    if (change.subtopicId !== undefined) {
      const found = subtopics?.find((subtopic) => subtopic.id === change.subtopicId)
      say(t('bulk.subtopic'), change.subtopicId === null ? t('bulk.noSubtopic') : found ? localized(found.name) : '…')
    }
    if (change.level) say(t('bulk.level'), common(`level.${change.level}`))
    if (change.bankId) say(t('bulk.bank'), banks?.find((bank) => bank.id === change.bankId)?.name ?? '…')
    if (change.addTags?.length) say(t('bulk.addTags'), change.addTags.join(', '))
    if (change.removeTags?.length) say(t('bulk.removeTags'), change.removeTags.join(', '))
    if (change.addCompetences?.length) say(t('bulk.addCompetences'), change.addCompetences.join(', '))
    if (change.act) say(t('bulk.act'), words(`act.${change.act}`))
    return said.join('; ')
  }
}
