/** The item version that a page of a round is opened for. */
export const ITEM_PARAM = 'cau'

/** The results of a round with a proposal about this item open. */
export const newRulingOn = (roundId: string, itemVersionId: string) =>
  `/dot/${roundId}/ket-qua?${ITEM_PARAM}=${itemVersionId}`

/** The analysis of a round with this item open. */
export const analysisOf = (roundId: string, itemVersionId: string) =>
  `/dot/${roundId}/phan-tich?${ITEM_PARAM}=${itemVersionId}`
