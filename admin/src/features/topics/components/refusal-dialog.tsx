import { Button, Dialog, LinkButton, Stack } from '@thiso/kit'
import ListFilter from 'lucide-react/icons/list-filter'
import { itemsPath } from '../../../lib/item-bank/item-filter'
import { useLocalized } from '../../../lib/localized'
import type { Refusal } from '../hooks/use-subtopic-removal'
import { useTopicsText } from '../hooks/use-topics-text'

/** Why a subtopic stays, and the way to the items that hold it. */
export function RefusalDialog({ refusal, onClose }: { refusal: Refusal; onClose: () => void }) {
  const t = useTopicsText()
  const localized = useLocalized()
  const { topic, id, name, itemCount } = refusal.subtopic
  return (
    <Dialog
      open
      role="alertdialog"
      size="small"
      title={t('refused.title', { name: localized(name) })}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('refused.close')}
          </Button>
          {itemCount > 0 && (
            <LinkButton icon={ListFilter} to={itemsPath({ topic, subtopicId: id })}>
              {t('refused.toItems')}
            </LinkButton>
          )}
        </>
      }
    >
      <Stack gap={3}>
        <p>{refusal.reason}</p>
        {itemCount > 0 && <p className="ts-quiet-text">{t('refused.how')}</p>}
      </Stack>
    </Dialog>
  )
}
