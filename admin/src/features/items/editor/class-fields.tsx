import { COGNITIVE_LEVELS, type CognitiveLevel, TOPICS, type Topic } from '@thiso/contracts/vocab'
import { Button, Select } from '@thiso/kit'
import FolderPlus from 'lucide-react/icons/folder-plus'
import { useState } from 'react'
import { useCommon } from '../../../lib/common'
import { useBanks } from '../../../lib/contest-queries'
import { NewBankDialog } from '../../../lib/item-bank/new-bank-dialog'
import { useSubtopics } from '../../../lib/item-bank/queries'
import { subtopicOptions } from '../../../lib/item-bank/subtopic-options'
import { useLocalized } from '../../../lib/localized'
import { useItemsText } from '../hooks/use-items-text'
import type { FieldsProps } from './fields'

/** Where the item belongs: its bank, topic and level. */
export function ClassFields({ draft, change, errorOf }: FieldsProps) {
  const t = useItemsText()
  const common = useCommon()
  const localized = useLocalized()
  const banks = useBanks()
  const subtopics = subtopicOptions(useSubtopics().data?.subtopics ?? [], draft.topic, localized)
  const [isNamingBank, setIsNamingBank] = useState(false)
  const known = banks.data?.banks ?? []
  return (
    <>
      <div className="items-two">
        <div className="items-bank items-whole">
          <Select
            id="item-bankId"
            label={t('editor.bank')}
            required
            placeholder={t('editor.chooseBank')}
            hint={banks.data && known.length === 0 ? t('editor.noBanks') : undefined}
            options={known.map((bank) => ({ value: bank.id, label: bank.name }))}
            value={draft.bankId}
            onChange={(bankId) => change({ bankId })}
            error={banks.error ? t('filters.banksFailed') : errorOf('bankId')}
          />
          {banks.data && known.length === 0 && (
            <Button variant="quiet" size="small" icon={FolderPlus} onClick={() => setIsNamingBank(true)}>
              {t('editor.newBank')}
            </Button>
          )}
        </div>
        <Select<Topic>
          id="item-topic"
          label={t('editor.topic')}
          required
          placeholder={t('editor.chooseTopic')}
          options={TOPICS.map((topic) => ({ value: topic, label: common(`topic.${topic}`) }))}
          value={draft.topic}
          onChange={(topic) => change({ topic, subtopicId: null })}
          error={errorOf('topic')}
        />
        <Select<CognitiveLevel>
          id="item-level"
          label={t('editor.level')}
          required
          placeholder={t('editor.chooseLevel')}
          options={COGNITIVE_LEVELS.map((level) => ({ value: level, label: common(`level.${level}`) }))}
          value={draft.level}
          onChange={(level) => change({ level })}
          error={errorOf('level')}
        />
        {subtopics.length > 0 && (
          <Select
            label={t('editor.subtopic')}
            placeholder={t('editor.noSubtopic')}
            options={subtopics}
            value={draft.subtopicId ?? ''}
            onChange={(subtopicId) => change({ subtopicId: subtopicId || null })}
          />
        )}
      </div>
      <NewBankDialog
        open={isNamingBank}
        onClose={() => setIsNamingBank(false)}
        onCreated={(bankId) => {
          setIsNamingBank(false)
          change({ bankId })
        }}
      />
    </>
  )
}
