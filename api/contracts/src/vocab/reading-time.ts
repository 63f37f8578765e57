/** Syllables a minute that a careful young reader of Vietnamese takes in when every word counts. */
const SYLLABLES_PER_MINUTE = 180
/** Weighing one option against the stem takes longer than reading it. */
const SECONDS_PER_OPTION = 2

/**
 * IB-12: how long reading an item takes, in whole seconds, from its length alone (syllables are what spaces part in Vietnamese).
 * @param stem, options rich text; tags do not count, a picture counts as ten syllables
 */
export function readingSeconds(stem: string, options: readonly string[]): number {
  const syllables = [stem, ...options].reduce((sum, text) => sum + syllablesOf(text), 0)
  return Math.max(3, Math.ceil((syllables * 60) / SYLLABLES_PER_MINUTE + options.length * SECONDS_PER_OPTION))
}

function syllablesOf(text: string): number {
  const pictures = text.match(/<(img|audio)\b/g)?.length ?? 0
  const words = text.replace(/<[^>]*>/g, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  return words + pictures * 10
}
