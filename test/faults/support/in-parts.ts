/** Does the work for every element, at most `width` at a time, and keeps the order. */
export async function inParts<T, R>(
  list: readonly T[],
  width: number,
  work: (element: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const worker = async () => {
    for (let index = next++; index < list.length; index = next++) results[index] = await work(list[index] as T, index)
  }
  await Promise.all(Array.from({ length: Math.min(width, list.length) }, worker))
  return results
}
