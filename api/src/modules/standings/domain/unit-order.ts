import type { ApiOutput } from '@thiso/contracts'

type UnitRow = ApiOutput<'boardByUnit'>['rows'][number]

/** What is known of one unit's people on a board. */
export interface UnitSum {
  unitId: string
  unitName: string
  participantCount: number
  pointsSum: number
  bestPoints: number
}

/** Units by how many people have a result, then by their average in hundredths, then by name. */
export function unitRows(units: readonly UnitSum[]): UnitRow[] {
  return units
    .filter(({ unitId, participantCount }) => unitId !== '' && participantCount > 0)
    .map(({ unitId, unitName, participantCount, pointsSum, bestPoints }) => ({
      unitId,
      unitName,
      participantCount,
      averagePoints: Math.round((pointsSum / participantCount) * 100) / 100,
      bestPoints,
    }))
    .sort(
      (a, b) =>
        b.participantCount - a.participantCount ||
        b.averagePoints - a.averagePoints ||
        a.unitName.localeCompare(b.unitName, 'vi'),
    )
}
