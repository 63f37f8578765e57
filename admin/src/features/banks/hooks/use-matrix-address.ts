import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { matrixAddress, matrixParams, type MatrixAddress } from '../matrix'

/** Which banks, type and days the matrix counts, kept in the address so that it can be handed on. */
export function useMatrixAddress() {
  const [params, setParams] = useSearchParams()
  const address = useMemo(() => matrixAddress(params), [params])
  return {
    ...address,
    change: (changes: Partial<MatrixAddress>) =>
      setParams((now) => matrixParams({ ...matrixAddress(now), ...changes }), { replace: true }),
  }
}
