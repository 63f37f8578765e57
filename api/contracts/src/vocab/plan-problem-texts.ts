import type { PlanProblem, PlanProblemCode } from './collective-plan.js'

/** WN-7: why a plan of collective prizes cannot be kept, in sentences; `{name}` is filled from the problem's params. */
export const planProblemTexts: Record<PlanProblemCode, { vi: string; en: string }> = {
  class_unnamed: { vi: 'Nhóm quy mô phải có tên.', en: 'A size class needs a name.' },
  class_repeated: {
    vi: 'Đã có một nhóm quy mô tên “{name}”. Hãy đặt tên khác.',
    en: 'There is a size class “{name}” already. Choose another name.',
  },
  classes_not_ascending: {
    vi: 'Các nhóm quy mô phải xếp từ nhỏ đến lớn; chỉ nhóm cuối được để trống giới hạn. Nhóm này sẽ không bao giờ có đơn vị nào.',
    en: 'Size classes go from small to large, and only the last one has no bound. No unit would ever be in this one.',
  },
  class_unknown: {
    vi: 'Không có nhóm quy mô “{name}” trong cơ cấu này. Hãy chọn một nhóm có ở trên hoặc chọn mọi nhóm.',
    en: 'There is no size class “{name}” in this plan. Choose one of those above, or all units.',
  },
  weights_missing: {
    vi: 'Giải này xét theo công thức nhưng mọi trọng số đều bằng 0. Hãy đặt ít nhất một trọng số lớn hơn 0.',
    en: 'This prize goes by the formula, but every weight is 0. Give at least one weight more than 0.',
  },
  place_beyond: {
    vi: 'Chỉ có {count} đơn vị được so sánh nên không thể có hạng {place}.',
    en: 'Only {count} units compare, so there can be no place {place}.',
  },
  place_repeated: {
    vi: 'Đã có một giải cho hạng {place} theo cùng tiêu chí và nhóm. Mỗi hạng chỉ có một giải.',
    en: 'There is a prize for place {place} by the same measure and class already. A place has one prize.',
  },
}

/** In the form that fields of a request are complained about. */
export function planProblemFields(
  problems: readonly PlanProblem[],
): { path: string; code: string; messages: { vi: string; en: string } }[] {
  return problems.map(({ code, path, params }) => {
    const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? ''))
    const { vi, en } = planProblemTexts[code]
    return { path, code, messages: { vi: fill(vi), en: fill(en) } }
  })
}
