import { Badge, Card, formatNumber, Stack } from '@thiso/kit'
import { Link } from 'react-router'
import { itemsPath } from '../../../lib/item-bank/item-filter'
import type { Bank } from '../../../lib/item-bank/queries'
import { useBanksText } from '../hooks/use-banks-text'

/** One bank of the list: whose it is, how much is in it, and the ways on. */
export function BankCard({ bank }: { bank: Bank }) {
  const t = useBanksText()
  return (
    <Card as="article">
      <Stack gap={3}>
        <div>
          <h2 className="banks-name">
            <Link to={`/ngan-hang/${bank.id}`}>{bank.name}</Link>
          </h2>
          <p className="ts-quiet-text ts-small">
            {bank.isOwn
              ? t('ownedByMe')
              : bank.ownerName
                ? t('ownedBy', { name: bank.ownerName })
                : t('ownedByProvince')}
          </p>
        </div>
        <p>
          {t('counts', {
            count: bank.itemCount,
            formatted: formatNumber(bank.itemCount),
            approved: formatNumber(bank.approvedCount),
          })}
        </p>
        <div className="banks-badges">
          <Badge tone={bank.isOpenForPractice ? 'good' : 'neutral'}>
            {t(bank.isOpenForPractice ? 'practiceOn' : 'practiceOff')}
          </Badge>
          {bank.members.length > 0 && (
            <Badge>
              {t('memberCount', { count: bank.members.length, formatted: formatNumber(bank.members.length) })}
            </Badge>
          )}
        </div>
        <div className="banks-links">
          <Link to={itemsPath({ bankId: bank.id })}>{t('toItems')}</Link>
          <Link to={`/ngan-hang/${bank.id}`}>{t('toReport')}</Link>
          <Link to={`/ngan-hang/ma-tran?ngan-hang=${bank.id}`}>{t('toMatrix')}</Link>
        </div>
      </Stack>
    </Card>
  )
}
