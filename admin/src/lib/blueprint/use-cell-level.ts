import { useCommon } from '../common'
import { useBankWords } from '../item-bank/use-words'
import type { Cell } from './design'

/** A cell's level, with the type that it asks for: "Vận dụng, Ghép đôi". */
export function useCellLevel(): (cell: Pick<Cell, 'level' | 'type'>) => string {
  const common = useCommon()
  const words = useBankWords()
  return ({ level, type }) => common(`level.${level}`) + (type === null ? '' : `, ${words(`type.${type}`)}`)
}
