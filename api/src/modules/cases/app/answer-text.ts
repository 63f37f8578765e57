import { type ItemQuestion, type ItemResponse, plainText } from '@thiso/contracts/vocab'

const TRUTH = ['Sai', 'Đúng']

/** An answer in plain words, in the author's language; null: blank. */
export function answerText(question: ItemQuestion, response: ItemResponse | null): string | null {
  if (response === null || response.length === 0) return null
  if (typeof response === 'string') return response
  const option = (index: number) => plainText(question.options[index] ?? '')
  switch (question.type) {
    case 'true-false':
      return TRUTH[response[0] ?? 0] ?? null
    case 'true-false-group':
      return response
        .flatMap((value, index) => (value < 0 ? [] : `${option(index)}: ${TRUTH[value]?.toLowerCase()}`))
        .join('; ')
    case 'matching':
      return response
        .flatMap((choice, index) =>
          choice < 0 ? [] : `${option(index)} – ${plainText(question.choices[choice] ?? '')}`,
        )
        .join('; ')
    default:
      return response.map(option).join('; ')
  }
}
