import { useQuery } from '@tanstack/react-query'
import { Button, TreeSearch } from '@thiso/kit'
import { type ReactNode, useMemo } from 'react'
import { useProblemText } from '../problem'
import { unitsQuery } from '../queries'
import { useLibTexts } from '../texts/use-lib-texts'
import { unitNodes } from './unit-nodes'

interface UnitFieldProps {
  value: string | null
  onChange: (unitId: string | null) => void
  hint?: ReactNode
  error?: ReactNode
  id?: string
}

/** Choosing one's unit by typing any part of its name, with or without diacritics. */
export function UnitField({ value, onChange, hint, error, id }: UnitFieldProps) {
  const t = useLibTexts()
  const sentence = useProblemText()
  const units = useQuery(unitsQuery)
  const nodes = useMemo(() => unitNodes(units.data?.units ?? []), [units.data])
  const failed = units.isError && (
    <>
      <span className="app-unit-failed">{sentence(units.error)}</span>
      <Button size="small" busy={units.isFetching} onClick={() => void units.refetch()}>
        {t('retry')}
      </Button>
    </>
  )
  return (
    <TreeSearch
      id={id}
      label={t('unit.label')}
      hint={hint ?? t('unit.hint')}
      placeholder={t('unit.placeholder')}
      required
      nodes={nodes}
      loading={units.isPending}
      value={value}
      error={failed || error}
      onChange={(node) => onChange(node?.id ?? null)}
    />
  )
}
