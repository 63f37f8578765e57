import { useQuery } from '@tanstack/react-query'
import { Chip, useLocale } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { ItemReview } from '@thiso/kit/item/ItemReview'
import { useState } from 'react'
import { Link } from 'react-router'
import type { ResultData } from '../../hooks/use-result'
import { useLibTexts } from '../../../../lib/texts/use-lib-texts'
import { useAttemptTexts } from '../../texts/use-attempt-texts'

interface ReviewListProps {
  attemptId: string
  review: NonNullable<ResultData['review']>
}

/** Item by item; while complaints are taken, each leads to one about itself. */
export function ReviewList({ attemptId, review }: ReviewListProps) {
  const t = useAttemptTexts()
  const words = useLibTexts()
  const [language] = useLocale()
  const complaints = useQuery({
    queryKey: ['complaints', attemptId],
    queryFn: ({ signal }) => call('attemptComplaints', { params: { attemptId }, signal }),
  })
  const canComplain = complaints.data?.canFile === true
  const wrong = review.filter((item) => !item.isRight)
  const [isOnlyWrong, setOnlyWrong] = useState(wrong.length > 0 && wrong.length < review.length)
  const shown = isOnlyWrong ? wrong : review
  return (
    <>
      <fieldset className="at-review-filter">
        <legend className="ts-hidden">{t('result.filter')}</legend>
        <Chip pressed={!isOnlyWrong} onPress={() => setOnlyWrong(false)}>
          {t('result.all', { count: review.length })}
        </Chip>
        <Chip pressed={isOnlyWrong} onPress={() => setOnlyWrong(true)}>
          {t('result.wrong', { count: wrong.length })}
        </Chip>
      </fieldset>
      {shown.length === 0 && <p>{t('result.noneWrong')}</p>}
      {shown.map((item) => (
        <ItemReview
          key={item.position}
          item={item}
          language={language}
          label={t('result.item', { position: item.position })}
          heading={<h3>{t('result.item', { position: item.position })}</h3>}
          aside={
            <>
              {words(`topic.${item.topic}`)}
              {canComplain && (
                <>
                  {' · '}
                  <Link
                    to={`/ket-qua/${attemptId}/phuc-khao?cau=${item.position}`}
                    aria-label={t('result.complainAbout', { position: item.position })}
                  >
                    {t('result.complain')}
                  </Link>
                </>
              )}
            </>
          }
        />
      ))}
    </>
  )
}
