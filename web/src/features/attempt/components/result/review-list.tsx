import { Chip } from '@thiso/kit'
import { useState } from 'react'
import type { ResultData } from '../../hooks/use-result'
import { useAttemptTexts } from '../../texts/use-attempt-texts'
import { ReviewItem } from './review-item'

export function ReviewList({ review }: { review: NonNullable<ResultData['review']> }) {
  const t = useAttemptTexts()
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
        <ReviewItem key={item.position} item={item} />
      ))}
    </>
  )
}
