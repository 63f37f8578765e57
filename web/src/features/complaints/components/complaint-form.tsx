import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ApiOutput } from '@thiso/contracts'
import { plainText } from '@thiso/contracts/vocab'
import { Banner, Button, Card, notify, Select, Stack, Textarea, useLocale } from '@thiso/kit'
import { call } from '@thiso/kit/api/client'
import { wordsIn } from '@thiso/kit/item/item'
import { RichText } from '@thiso/kit/item/rich/RichText'
import { useState } from 'react'
import { useProblemText } from '../../../lib/problem'
import { useComplaintTexts } from '../texts/use-complaint-texts'

const LEAST = 10
/** First words of an item: a list on a phone holds no more. */
const WORDS = 48

type Place = ApiOutput<'attemptComplaints'>['places'][number]

interface ComplaintFormProps {
  attemptId: string
  /** The own paper. */
  places: readonly Place[]
  /** The place where one came from; 0: from elsewhere. */
  first: number
}

export function ComplaintForm({ attemptId, places, first }: ComplaintFormProps) {
  const t = useComplaintTexts()
  const sentence = useProblemText()
  const [locale] = useLocale()
  const client = useQueryClient()
  const [position, setPosition] = useState(String(first))
  const [text, setText] = useState('')
  const filing = useMutation({
    mutationFn: () =>
      call('fileComplaint', { params: { attemptId }, body: { position: Number(position), text: text.trim() } }),
    onSuccess: async () => {
      setText('')
      notify(t('form.sent'))
      await client.invalidateQueries({ queryKey: ['complaints'] })
    },
  })
  const options = [
    { value: '0', label: t('form.whole') },
    ...places.map((place) => ({
      value: String(place.position),
      label: t('form.placeOf', {
        position: place.position,
        words: firstWords(plainText(wordsIn(place.stem, locale).words)),
      }),
    })),
  ]
  const chosen = places.find((place) => String(place.position) === position)
  return (
    <Card title={t('form.title')}>
      <Stack>
        <Select label={t('form.about')} options={options} value={position} onChange={setPosition} />
        {chosen && <RichText text={chosen.stem} language={locale} className="complaint-item" />}
        <Textarea
          label={t('form.text')}
          hint={t('form.hint')}
          value={text}
          onChange={setText}
          rows={5}
          maxLength={2_000}
          required
        />
        {filing.error && <Banner tone="bad">{sentence(filing.error)}</Banner>}
        <div>
          <Button
            variant="primary"
            busy={filing.isPending}
            disabled={text.trim().length < LEAST}
            onClick={() => filing.mutate()}
          >
            {t('form.send')}
          </Button>
        </div>
      </Stack>
    </Card>
  )
}

function firstWords(text: string): string {
  if (text.length <= WORDS) return text
  const cut = text.slice(0, WORDS)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), WORDS / 2)).trimEnd()}…`
}
