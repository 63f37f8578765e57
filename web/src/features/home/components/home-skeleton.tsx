import { Loading, Skeleton } from '@thiso/kit'

/** Holds the places of the title, the card and the board while they are on their way. */
export function HomeSkeleton() {
  return (
    <div className="ts-page home">
      <Loading />
      <Skeleton height={72} />
      <Skeleton height={340} />
      <Skeleton height={220} />
    </div>
  )
}
