/** What the contract takes for an item of a blueprint. */
export const LEAST_POINTS = 0.25
export const MOST_POINTS = 10
