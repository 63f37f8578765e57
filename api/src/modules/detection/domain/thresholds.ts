/**
 * What a search goes by; fixed before a round, kept with every run. Each is justified by `npm run bench -- detection` (docs/PHAT-HIEN.md).
 * Rates and chances are 0 to 1, durations seconds.
 */
export interface Thresholds {
  /**
   * Share of false alarms allowed among the pairs reported for equal answers: of one device or one network within the hour, of one unit, of
   * all (Benjamini–Hochberg; beside it the stricter figure of Benjamini–Yekutieli). The same again for answers and times taken together.
   */
  answersNear: number
  answersInUnit: number
  answersAnywhere: number
  /** Units of so many takers have estimates of their own; in smaller ones what was taught together looks like copying. */
  unitOfItsOwn: number
  /** So small must the chance of equal answers be between two people of one smaller unit. */
  smallUnitTail: number
  /** So many times more often than chance says do people of one smaller unit agree: their answers' p-value is taken so many times. */
  taughtTogether: number
  /** Answers and times taken together count only where each by itself is no likelier than this. */
  eachOfBoth: number
  /** And together no likelier than this, whatever was tested. */
  bothTogether: number
  /** Chance of so many right among answers faster than reading, for one person; and at least so many such answers. */
  rapidRight: number
  leastRapid: number
  /** Fast answers that guessing explains at more than this chance are guesses. */
  tooFastUnlessGuessed: number
  /** Share of answers that took long enough to be work, below which somebody counts as guessing (response-time effort). */
  littleEffort: number
  /** Chance of times that fit their items so badly, of times so alike, of a pattern of right and wrong so odd. */
  oddTimes: number
  uniformTimes: number
  oddPattern: number
  /** The share of a round's attempts that were away from the page the most, and the least of it that is told at all. */
  awayShare: number
  leastAwaySeconds: number
  leastAwayTimes: number
  /** Share of false alarms allowed among the items reported as leaked (Benjamini–Hochberg). */
  leakedItem: number
  /** So many accounts at one device are more than a family. */
  deviceAccounts: number
  /** So many people of one unit on one network within the hour are a room. */
  roomPeople: number
}

export const THRESHOLDS: Thresholds = {
  answersNear: 0.004,
  answersInUnit: 0.004,
  answersAnywhere: 0.002,
  unitOfItsOwn: 200,
  smallUnitTail: 1e-6,
  taughtTogether: 10,
  eachOfBoth: 0.01,
  bothTogether: 2e-8,
  rapidRight: 1e-5,
  leastRapid: 5,
  tooFastUnlessGuessed: 0.001,
  littleEffort: 0.9,
  oddTimes: 1e-6,
  uniformTimes: 1e-6,
  oddPattern: 1e-4,
  awayShare: 0.005,
  leastAwaySeconds: 60,
  leastAwayTimes: 5,
  leakedItem: 0.01,
  deviceAccounts: 4,
  roomPeople: 8,
}
