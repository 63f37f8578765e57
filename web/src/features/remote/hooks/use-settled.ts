import { useLayoutEffect, useRef } from 'react'

const SETTLING_MS = 700

/**
 * Whether what stands under the thumb has stood there for a while. A second tap was meant for what the first one has done, so while it
 * lands on what came in its place it does nothing.
 * @param meaning changes whenever the buttons do something else than before
 */
export function useSettled(meaning: string): () => boolean {
  const since = useRef(Number.NEGATIVE_INFINITY)
  const isFirst = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the moment of the change is what is kept
  useLayoutEffect(() => {
    if (!isFirst.current) since.current = performance.now()
    isFirst.current = false
  }, [meaning])
  return () => performance.now() - since.current >= SETTLING_MS
}
