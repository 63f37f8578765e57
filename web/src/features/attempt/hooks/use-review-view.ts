import { useSearchParams } from 'react-router'

/** The review stands in the address, so that the phone's back button leads from it to the items. */
export function useReviewView(): [boolean, (isReview: boolean) => void] {
  const [search, setSearch] = useSearchParams()
  const isReview = search.get('xem') === 'lai'
  const set = (next: boolean) => {
    if (next !== isReview) setSearch(next ? { xem: 'lai' } : {}, { replace: !next })
  }
  return [isReview, set]
}
