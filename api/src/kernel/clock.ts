/** The one source of time: ms since 1970 by the database server's clock. Rules never read it; it comes in as a parameter. */
export abstract class Clock {
  abstract now(): number
}
