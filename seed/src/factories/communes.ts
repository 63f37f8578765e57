import { Chance, risingTotals } from './chance.js'

export interface Commune {
  id: string
  code: string
  name: string
}

/** How many of a hundred contestants come from each district: towns and the plain send more than the mountains. */
const DISTRICT_WEIGHTS: Record<string, number> = {
  TAMKY: 15,
  HOIAN: 10,
  DIENBAN: 13,
  DUYXUYEN: 8,
  DAILOC: 8,
  THANGBINH: 10,
  NUITHANH: 9,
  QUESON: 5,
  PHUNINH: 5,
  TIENPHUOC: 4,
  HIEPDUC: 2.5,
  NONGSON: 1.5,
  BACTRAMY: 2.5,
  NAMTRAMY: 1.5,
  PHUOCSON: 1.5,
  NAMGIANG: 1.5,
  DONGGIANG: 1.5,
  TAYGIANG: 1,
}

const HIGHLAND = new Set(['TAYGIANG', 'DONGGIANG', 'NAMGIANG'])

export interface CommuneSampler {
  draw(chance: Chance): Commune
}

/** Draws communes as unevenly as people take part: by district, wards and towns ahead, and some schools simply keener. */
export function communeSampler(communes: readonly Commune[]): CommuneSampler {
  const perDistrict = new Map<string, number>()
  for (const { code } of communes) perDistrict.set(districtOf(code), (perDistrict.get(districtOf(code)) ?? 0) + 1)
  const rising = risingTotals(
    communes.map(({ code, name }) => {
      const district = districtOf(code)
      const share = (DISTRICT_WEIGHTS[district] ?? 3) / (perDistrict.get(district) ?? 1)
      const isTown = /^(Phường|Thị trấn) /.test(name)
      return share * (isTown ? 1.8 : 1) * new Chance(`commune/${code}`).logNormal(1, 0.8)
    }),
  )
  return { draw: (chance) => communes[chance.weighted(rising)] as Commune }
}

export function isHighland(commune: Commune): boolean {
  return HIGHLAND.has(districtOf(commune.code))
}

/** "QNM.TAMKY.ANMY" -> "TAMKY". */
function districtOf(code: string): string {
  return code.split('.')[1] ?? ''
}
