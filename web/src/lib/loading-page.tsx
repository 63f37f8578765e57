import { Loading } from '@thiso/kit'

/** Stands where a page will be; fades in late, so that a quick load shows nothing at all. */
export function LoadingPage() {
  return (
    <div className="app-loading">
      <Loading block />
    </div>
  )
}
