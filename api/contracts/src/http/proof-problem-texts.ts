/** Refusals about proofs. */
export const proofErrors = {
  'PROOF.NOT_REVEALED': {
    status: 409,
    vi: 'Mã bí mật và kho câu hỏi của đợt thi chưa được mở: đợt thi chưa kết thúc, hoặc một đợt khác còn dùng câu hỏi này. Hãy quay lại sau.',
    en: 'The secret and the pool of this round are not open yet: the round is not over, or another round still needs its items. Come back later.',
  },
} as const
