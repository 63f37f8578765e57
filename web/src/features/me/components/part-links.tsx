import { useQuery } from '@tanstack/react-query'
import { LinkButton } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import FileSearch from 'lucide-react/icons/file-search'
import Scale from 'lucide-react/icons/scale'
import Trophy from 'lucide-react/icons/trophy'
import { useMeTexts } from '../texts/use-me-texts'

/** Ways to what only some people have: prizes, complaints, cases. */
export function PartLinks() {
  const t = useMeTexts()
  const prizes = useQuery({ queryKey: ['my-prizes'], queryFn: ({ signal }) => call('myPrizes', { signal }) })
  const complaints = useQuery({
    queryKey: ['complaints', 'mine'],
    queryFn: ({ signal }) => call('myComplaints', { signal }),
  })
  const cases = useQuery({ queryKey: ['cases', 'mine'], queryFn: ({ signal }) => call('myCases', { signal }) })
  const won = prizes.data?.prizes ?? []
  const isWaiting = won.some(
    ({ state, nameChoice }) =>
      nameChoice === null && (state === 'proposed' || state === 'identity-checked' || state === 'confirmed'),
  )
  return (
    <>
      {won.length > 0 && (
        <LinkButton icon={Trophy} variant={isWaiting ? 'primary' : 'secondary'} to="/toi/giai">
          {t(isWaiting ? 'prizesOpen' : 'prizes')}
        </LinkButton>
      )}
      {(complaints.data?.complaints.length ?? 0) > 0 && (
        <LinkButton icon={Scale} to="/phuc-khao">
          {t('complaints')}
        </LinkButton>
      )}
      {(cases.data?.cases.length ?? 0) > 0 && (
        <LinkButton icon={FileSearch} to="/vu-viec">
          {t('cases')}
        </LinkButton>
      )}
    </>
  )
}
