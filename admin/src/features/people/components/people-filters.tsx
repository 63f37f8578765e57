import { ROLES, type Role } from '@thiso/contracts/vocab'
import { Button, Select, SearchInput, TreeSearch } from '@thiso/kit'
import X from 'lucide-react/icons/x'
import { useCommon } from '../../../lib/common'
import type { usePeopleAddress } from '../hooks/use-people-address'
import { usePeopleText } from '../hooks/use-people-text'
import { useUnitNodes } from '../hooks/use-unit-nodes'

export function PeopleFilters({ address }: { address: ReturnType<typeof usePeopleAddress> }) {
  const t = usePeopleText()
  const common = useCommon()
  const units = useUnitNodes()
  return (
    <search className="people-filters" aria-label={t('filters.label')}>
      <SearchInput
        className="people-filters-search"
        label={t('filters.search')}
        hideLabel={false}
        placeholder={t('filters.searchHint')}
        value={address.typed}
        onChange={address.setTyped}
        maxLength={100}
      />
      <Select<Role>
        label={t('filters.role')}
        placeholder={t('filters.allRoles')}
        options={ROLES.map((role) => ({ value: role, label: common(`role.${role}`) }))}
        value={address.role ?? ''}
        onChange={(role) => address.setRole(role || null)}
      />
      <TreeSearch
        label={t('filters.unit')}
        placeholder={t('filters.allUnits')}
        nodes={units.nodes}
        loading={units.isPending}
        disabled={units.error !== null}
        hint={units.error ? t('filters.unitsFailed') : undefined}
        value={address.unitId}
        onChange={(node) => address.setUnitId(node?.id ?? null)}
      />
      {address.isFiltered && (
        <Button variant="quiet" icon={X} onClick={address.clear}>
          {t('filters.clear')}
        </Button>
      )}
    </search>
  )
}
