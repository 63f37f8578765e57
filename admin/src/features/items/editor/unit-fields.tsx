import { useQuery } from '@tanstack/react-query'
import { Chip, fold, type TreeNode, TreeSearch } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { useMemo } from 'react'
import { useProblemText } from '../../../lib/problem'
import { useItemsText } from '../hooks/use-items-text'
import type { FieldsProps } from './fields'

const MOST = 20

/** Units that the item is about: when one of them is no more, the item waits for its author. */
export function UnitFields({ draft, change }: FieldsProps) {
  const t = useItemsText()
  const problemText = useProblemText()
  const units = useQuery({
    queryKey: ['units', 'now'],
    queryFn: ({ signal }) => call('units', { signal }),
    staleTime: 300_000,
  })
  const nodes = useMemo(() => {
    const byId = new Map((units.data?.units ?? []).map((unit) => [unit.id, unit]))
    return [...byId.values()].map((unit): TreeNode => {
      const above = byId.get(unit.parentId ?? '')?.name ?? ''
      return { id: unit.id, name: unit.name, path: above, folded: fold(`${unit.name} ${unit.code} ${above}`) }
    })
  }, [units.data])
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name ?? t('more.otherUnit')
  const { unitIds } = draft
  return (
    <div className="items-units">
      {unitIds.length < MOST && (
        <TreeSearch
          label={t('more.units')}
          hint={t('more.unitsHint')}
          error={units.error ? problemText(units.error) : undefined}
          nodes={nodes}
          loading={units.isPending}
          value={null}
          onChange={(node) => {
            if (node && !unitIds.includes(node.id)) change({ unitIds: [...unitIds, node.id] })
          }}
        />
      )}
      {unitIds.length > 0 && (
        <ul className="bank-tags">
          {unitIds.map((id) => (
            <li key={id}>
              <Chip name={nameOf(id)} onRemove={() => change({ unitIds: unitIds.filter((other) => other !== id) })}>
                {nameOf(id)}
              </Chip>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
