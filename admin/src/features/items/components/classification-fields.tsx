import { COGNITIVE_LEVELS, type CognitiveLevel, TOPICS, type Topic } from '@thiso/contracts/vocab'
import { Button, Card, Select } from '@thiso/kit'
import FolderPlus from 'lucide-react/icons/folder-plus'
import { useState } from 'react'
import { useCommon } from '../../../lib/common'
import { useBanks } from '../../../lib/contest-queries'
import { useItemsText } from '../hooks/use-items-text'
import type { FieldsProps } from './fields'
import { NewBankDialog } from './new-bank-dialog'

/** Where the item belongs: its bank, topic and level. */
export function ClassificationFields({ draft, change, errorOf }: FieldsProps) {
  const t = useItemsText()
  const common = useCommon()
  const banks = useBanks()
  const [isNamingBank, setIsNamingBank] = useState(false)
  const known = banks.data?.banks ?? []
  return (
    <Card>
      <div className="items-classes">
        <div className="items-bank">
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
          <Button variant="quiet" size="small" icon={FolderPlus} onClick={() => setIsNamingBank(true)}>
            {t('newBank')}
          </Button>
        </div>
        <Select<Topic>
          id="item-topic"
          label={t('editor.topic')}
          required
          placeholder={t('editor.chooseTopic')}
          options={TOPICS.map((topic) => ({ value: topic, label: common(`topic.${topic}`) }))}
          value={draft.topic}
          onChange={(topic) => change({ topic })}
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
      </div>
      <NewBankDialog
        open={isNamingBank}
        onClose={() => setIsNamingBank(false)}
        onCreated={(bankId) => {
          setIsNamingBank(false)
          change({ bankId })
        }}
      />
    </Card>
  )
}
