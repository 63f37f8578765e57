/**
 * What a person is told before the start about what is noted during a paper. Any change of a word needs a new version; attempts keep the
 * version and the hash of the text that was on the screen (PE-1). The words stand in two files beside
 * this one, because a phone fetches those of one language.
 */
export const PAPER_NOTICE_VERSION = '2026-12'
