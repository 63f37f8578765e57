/** Refusals about public bundles. */
export const bundleErrors = {
  'BUNDLE.LATER': {
    status: 409,
    vi: 'Gói công khai của đợt này chưa lập xong: nó được lập ít phút sau khi đợt đóng và kết quả được công bố; nếu một đợt khác còn dùng chung câu hỏi thì phải chờ đợt đó đóng. Kết quả không bị ảnh hưởng; hãy thử lại sau.',
    en: 'The public bundle of this round is not there yet: it is made some minutes after the round has closed and the results are published; where another round still uses its items, once that one is over. Nothing else is affected; try again later.',
  },
  'BUNDLE.NOT_RELEASED': {
    status: 403,
    vi: 'Ban tổ chức chưa cho tải gói công khai của đợt này. Các chứng nhận đã ký của nó vẫn xem được ở trang bằng chứng.',
    en: 'The organizers have not released the public bundle of this round. The notes signed about it can be seen all the same.',
  },
} as const
