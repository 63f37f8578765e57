import { Button, EmptyState, formatNumber, Row } from '@thiso/kit'
import ChevronsDownUp from 'lucide-react/icons/chevrons-down-up'
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down'
import { useMemo, useState } from 'react'
import { useUnitsText } from '../hooks/use-units-text'
import { growTree, idsWithin, prune, type Unit } from '../unit-tree'
import { UnitRow } from './unit-row'

/** A search shows at most this many units: more than anyone reads, few enough for any machine. */
const MAX_FOUND = 200

interface UnitTreeViewProps {
  units: readonly Unit[]
  q: string
  onClear: () => void
}

export function UnitTreeView({ units, q, onClear }: UnitTreeViewProps) {
  const t = useUnitsText()
  const tree = useMemo(() => growTree(units), [units])
  const found = useMemo(() => (q ? prune(tree, q, MAX_FOUND) : null), [tree, q])
  // Roots stand open at first; what someone opens or closes then stays so.
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  const roots = useMemo(() => new Set(tree.map((branch) => branch.unit.id)), [tree])

  const isOpen = (id: string) => found !== null || roots.has(id) !== toggled.has(id)
  const toggle = (id: string) =>
    setToggled((now) => {
      const next = new Set(now)
      if (!next.delete(id)) next.add(id)
      return next
    })
  const openAll = () => setToggled(new Set(idsWithin(tree).filter((id) => !roots.has(id))))
  const closeAll = () => setToggled(new Set(roots))

  return (
    <section aria-label={t('tree.label')}>
      <Row justify="space-between" gap={2}>
        <p className="ts-quiet-text" role="status">
          {found && t('found', { count: found.foundCount, formatted: formatNumber(found.foundCount) })}
          {found && found.foundCount > MAX_FOUND && `. ${t('foundMany', { shown: formatNumber(MAX_FOUND) })}`}
        </p>
        {!found && (
          <Row gap={1}>
            <Button variant="quiet" size="small" icon={ChevronsUpDown} onClick={openAll}>
              {t('expandAll')}
            </Button>
            <Button variant="quiet" size="small" icon={ChevronsDownUp} onClick={closeAll}>
              {t('collapseAll')}
            </Button>
          </Row>
        )}
      </Row>
      {found && found.foundCount === 0 ? (
        <EmptyState title={t('notFound')} action={<Button onClick={onClear}>{t('clearSearch')}</Button>}>
          {t('notFoundText')}
        </EmptyState>
      ) : (
        <div className="units-box">
          <div className="units-head" aria-hidden="true">
            <span>{t('tree.name')}</span>
            <span>{t('tree.code')}</span>
            <span>{t('tree.people')}</span>
            <span>{t('tree.validity')}</span>
          </div>
          <ul className="units-tree">
            {(found?.branches ?? tree).map((branch) => (
              <UnitRow key={branch.unit.id} branch={branch} isOpen={isOpen} onToggle={toggle} />
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
