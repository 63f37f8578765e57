import { formatDate, formatNumber, IconButton } from '@thiso/kit'
import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { Link } from 'react-router'
import { useCommon } from '../../../lib/common'
import { useUnitsText } from '../hooks/use-units-text'
import type { UnitBranch } from '../unit-tree'

interface UnitRowProps {
  branch: UnitBranch
  isOpen: (id: string) => boolean
  onToggle: (id: string) => void
}

/** One unit with, when open, the units below it. */
export function UnitRow({ branch, isOpen, onToggle }: UnitRowProps) {
  const t = useUnitsText()
  const common = useCommon()
  const { unit, children } = branch
  const open = children.length > 0 && isOpen(unit.id)
  const people = formatNumber(branch.personCount)
  return (
    <li>
      <div className="units-row">
        {children.length > 0 ? (
          <IconButton
            icon={open ? ChevronDown : ChevronRight}
            label={t(open ? 'tree.collapse' : 'tree.expand', { name: unit.name })}
            aria-expanded={open}
            onClick={() => onToggle(unit.id)}
          />
        ) : (
          <span className="units-leaf" />
        )}
        <span className="units-name">
          <span className="units-title">{unit.name}</span>
          <span className="units-below">
            {common(`unitKind.${unit.kind}`)}
            {branch.belowCount > 0 &&
              ` · ${t('tree.children', { count: branch.belowCount, formatted: formatNumber(branch.belowCount) })}`}
          </span>
        </span>
        <span className="units-code">{unit.code}</span>
        <span className="units-people ts-number">
          {branch.personCount > 0 ? (
            <Link to={`/nguoi?don-vi=${unit.id}`} aria-label={t('tree.peopleOf', { people, name: unit.name })}>
              {t('tree.peopleShort', { people })}
            </Link>
          ) : (
            <span className="ts-quiet-text">{t('tree.peopleShort', { people })}</span>
          )}
        </span>
        <span className="units-validity ts-number">{validityOf(branch, t)}</span>
      </div>
      {open && (
        <ul>
          {children.map((child) => (
            <UnitRow key={child.unit.id} branch={child} isOpen={isOpen} onToggle={onToggle} />
          ))}
        </ul>
      )}
    </li>
  )
}

function validityOf({ unit }: UnitBranch, t: ReturnType<typeof useUnitsText>): string {
  const from = unit.validFrom && formatDate(unit.validFrom)
  const to = unit.validTo && formatDate(unit.validTo)
  if (from && to) return t('tree.both', { from, to })
  if (from) return t('tree.from', { day: from })
  if (to) return t('tree.to', { day: to })
  return t('tree.always')
}
