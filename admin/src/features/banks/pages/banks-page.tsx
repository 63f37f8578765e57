import { Button, EmptyState, ErrorState, LinkButton, Page, Skeleton } from '@thiso/kit'
import FolderPlus from 'lucide-react/icons/folder-plus'
import Grid3x3 from 'lucide-react/icons/grid-3x3'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useBanks } from '../../../lib/contest-queries'
import { NewBankDialog } from '../../../lib/item-bank/new-bank-dialog'
import { useProblemText } from '../../../lib/problem'
import { BankCard } from '../components/bank-card'
import { useBanksText } from '../hooks/use-banks-text'
import '../banks.css'

export default function BanksPage() {
  const t = useBanksText()
  const problemText = useProblemText()
  const navigate = useNavigate()
  const banks = useBanks()
  const [isNaming, setNaming] = useState(false)
  const create = (
    <Button variant="primary" icon={FolderPlus} onClick={() => setNaming(true)}>
      {t('new')}
    </Button>
  )
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="wide"
      actions={
        <>
          <LinkButton icon={Grid3x3} to="/ngan-hang/ma-tran">
            {t('matrix.title')}
          </LinkButton>
          {create}
        </>
      }
    >
      {banks.isPending ? (
        <div className="banks-list">
          <Skeleton height={220} />
          <Skeleton height={220} />
        </div>
      ) : banks.error ? (
        <ErrorState onRetry={() => void banks.refetch()}>{problemText(banks.error)}</ErrorState>
      ) : banks.data.banks.length === 0 ? (
        <EmptyState title={t('empty')} action={create}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <div className="banks-list">
          {banks.data.banks.map((bank) => (
            <BankCard key={bank.id} bank={bank} />
          ))}
        </div>
      )}
      <NewBankDialog
        open={isNaming}
        onClose={() => setNaming(false)}
        onCreated={(bankId) => navigate(`/ngan-hang/${bankId}`)}
      />
    </Page>
  )
}
