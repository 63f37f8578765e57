/**
 * The rules about items for what runs in a thread of its own: pure functions and the sanitiser, without framework and database, which
 * would take longer to load than most files take to read.
 */
export { type ItemIn, mapTexts, sanitisedItem } from './app/item-records.js'
export { gradeResponse } from './domain/grade-response.js'
export { problemsOf } from './domain/item-problems.js'
export { bandsOf, NEAR, nearPairs, resemblance, shinglesOf } from './domain/near-duplicates.js'
export { comparableText } from './domain/typed-answers.js'
