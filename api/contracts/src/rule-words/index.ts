/** The rules of a contest in sentences, in both languages: for the thể lệ, for whoever sets them, for whoever takes part. */
export {
  type Article,
  articleHeading,
  eitherText,
  type Passage,
  paragraphs,
  type RulebookEdits,
  withEdits,
} from './articles.js'
export { entryLines } from './entry-lines.js'
export { protectionLines } from './protection-lines.js'
export { predictionTarget, rankingLines } from './ranking-lines.js'
export { formLines, type RoundSettings, scoringLines } from './round-lines.js'
export { settingName } from './setting-names.js'
export { type NameOf, settingLines } from './setting-values.js'
export { WORDS, type Words } from './words.js'
