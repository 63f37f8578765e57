import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Card, formatNumber, Select, Stack, Tabs } from '@thiso/kit'
import FolderPlus from 'lucide-react/icons/folder-plus'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useBanks } from '../../../lib/contest-queries'
import { FileDrop } from '../../../lib/file-drop'
import { filterOf } from '../../../lib/item-bank/item-filter'
import { NewBankDialog } from '../../../lib/item-bank/new-bank-dialog'
import { ProblemBanner } from '../../../lib/problem-banner'
import { upload } from '../../../lib/upload'
import { type FileProblem, problemOf, type TextKind } from '../chosen-file'
import { batchQuery } from '../queries'
import { useExchangeText } from '../use-exchange-text'
import { PasteField } from './paste-field'
import { WritingHelp } from './writing-help'

/** 20 MB over a slow line. */
const SENDING_MS = 120_000

interface Chosen {
  file: File
  /** Where it need not be found out. */
  format?: TextKind
}

/** A bank and a file, or text in its place: from here on the server reads, and the page of the import shows how far it is. */
export function StartPanel() {
  const t = useExchangeText()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [params] = useSearchParams()
  const banks = useBanks()
  const known = banks.data?.banks ?? []
  const [way, setWay] = useState<'file' | 'paste'>('file')
  const [picked, setPicked] = useState(() => filterOf(params).bankId ?? '')
  const [isBankMissing, setBankMissing] = useState(false)
  const [isNamingBank, setNamingBank] = useState(false)
  const [problem, setProblem] = useState<{ problem: FileProblem; size: number } | null>(null)
  // Who has one bank need not choose it.
  const bankId = picked || (known.length === 1 ? (known[0]?.id ?? '') : '')

  const send = useMutation({
    mutationFn: ({ file, format }: Chosen) => {
      const form = new FormData()
      form.set('bankId', bankId)
      if (format) form.set('format', format)
      form.set('file', file, file.name)
      return upload('uploadImport', form, { timeoutMs: SENDING_MS })
    },
    onSuccess: (batch) => {
      client.setQueryData(batchQuery(batch.id).queryKey, batch)
      void client.invalidateQueries({ queryKey: ['imports', 'list'] })
      navigate(`/nhap-cau-hoi/${batch.id}`)
    },
  })
  const begin = (chosen: Chosen) => {
    const found = problemOf(chosen.file)
    setProblem(found ? { problem: found, size: chosen.file.size } : null)
    setBankMissing(bankId === '')
    if (!found && bankId !== '') send.mutate(chosen)
  }
  const paste = (text: string, kind: TextKind) => {
    const time = new Date().toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' })
    begin({ file: new File([text], t('start.pastedName', { time }), { type: 'text/plain' }), format: kind })
  }
  const megabytes = (bytes: number) => `${formatNumber(bytes / 1024 / 1024, { maximumFractionDigits: 1 })} MB`

  return (
    <Card title={t('start.heading')}>
      <Stack>
        <div className="exchange-bank">
          <Select
            label={t('start.bank')}
            required
            placeholder={t('start.chooseBank')}
            hint={banks.data && known.length === 0 ? t('start.noBanks') : undefined}
            options={known.map((bank) => ({ value: bank.id, label: bank.name }))}
            value={bankId}
            onChange={(id) => {
              setPicked(id)
              setBankMissing(false)
            }}
            error={banks.error ? t('start.banksFailed') : isBankMissing ? t('start.bankMissing') : undefined}
          />
          {banks.data && known.length === 0 && (
            <Button variant="quiet" size="small" icon={FolderPlus} onClick={() => setNamingBank(true)}>
              {t('start.newBank')}
            </Button>
          )}
        </div>
        <Tabs
          label={t('start.ways')}
          tabs={[
            { id: 'file', label: t('start.file') },
            { id: 'paste', label: t('start.paste') },
          ]}
          value={way}
          onChange={setWay}
        >
          {way === 'file' ? (
            <FileDrop
              label={t('start.fileLabel')}
              hint={t('start.fileHint')}
              accept=".docx,.xlsx,.csv,.txt,.gift,.xml,.zip,.json"
              choose={t('start.choose')}
              isBusy={send.isPending}
              says={send.isPending ? t('start.sending') : t('start.drop')}
              error={problem ? t(`start.${problem.problem}`, { size: megabytes(problem.size) }) : undefined}
              onChoose={(file) => begin({ file })}
            />
          ) : (
            <PasteField isBusy={send.isPending} onRead={paste} />
          )}
        </Tabs>
        <ProblemBanner error={send.error} />
        <WritingHelp />
      </Stack>
      <NewBankDialog
        open={isNamingBank}
        onClose={() => setNamingBank(false)}
        onCreated={(id) => {
          setNamingBank(false)
          setPicked(id)
        }}
      />
    </Card>
  )
}
