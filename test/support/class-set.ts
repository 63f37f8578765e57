import type { ApiBody } from '@thiso/contracts'
import type { Client } from './client'
import { approve } from './story'

type ItemBody = ApiBody<'createItem'>
type Place = ApiBody<'createLessonSet'>['places'][number]

const items: Pick<ItemBody, 'topic' | 'body' | 'explanation'>[] = [
  {
    topic: 'concepts',
    body: {
      type: 'single-choice',
      stem: 'Ngày nào hằng năm là Ngày Chuyển đổi số quốc gia?',
      options: ['Ngày 10 tháng 10', 'Ngày 26 tháng 3', 'Ngày 19 tháng 8', 'Ngày 22 tháng 12'],
      key: 0,
    },
    explanation: 'Số 10/10 gợi hai chữ số 1 và 0 của hệ nhị phân.',
  },
  {
    topic: 'cyber-safety',
    body: {
      type: 'single-choice',
      stem: 'Có người tự xưng là cán bộ ngân hàng gọi đến, nói tài khoản của mẹ bạn sắp bị khóa và xin mã OTP để “giữ lại”. Bạn nên làm gì?',
      options: [
        'Đọc mã OTP thật nhanh, vì tài khoản sắp bị khóa',
        'Cúp máy rồi tự gọi số in ở mặt sau thẻ ngân hàng để hỏi lại',
        'Bấm vào đường dẫn họ gửi để kiểm tra xem có đúng không',
        'Hỏi tên và số thẻ của người gọi rồi mới đọc mã',
      ],
      key: 1,
    },
    explanation: 'Ngân hàng không bao giờ hỏi mã OTP qua điện thoại.',
  },
  {
    topic: 'cyber-safety',
    body: { type: 'true-false', stem: 'Mạng Wi-Fi miễn phí ở quán cà phê luôn an toàn để chuyển tiền.', isTrue: false },
    explanation: 'Người khác trong cùng mạng có thể nghe lén hoặc dựng mạng giả.',
  },
  {
    topic: 'cyber-safety',
    body: {
      type: 'multiple-choice',
      stem: 'Những việc nào giúp tài khoản an toàn hơn?',
      options: ['Mật khẩu dài', 'Xác thực hai lớp', 'Dùng chung một mật khẩu', 'Gửi mã OTP cho bạn thân'],
      keys: [0, 1],
      grading: 'partial',
    },
    explanation: '',
  },
  {
    topic: 'concepts',
    body: {
      type: 'short-text',
      stem: 'AI viết đầy đủ bằng tiếng Việt là gì?',
      accepted: ['Trí tuệ nhân tạo'],
      ignoresDiacritics: true,
    },
    explanation: '',
  },
]

const unscored: Place[] = [
  {
    kind: 'poll',
    prompt: 'Tuần này bạn đã dùng dịch vụ công trực tuyến chưa?',
    choices: ['Đã dùng', 'Người nhà dùng giúp', 'Chưa dùng'],
    limitS: 60,
    section: 'Hỏi nhanh',
  },
  { kind: 'word-cloud', prompt: 'Một từ cho bài học hôm nay?', limitS: 60 },
]

/** Right answers to the five items, as a `Player` gives them; the sixth place is the poll, the seventh the cloud. */
export const RIGHT = [
  'Ngày 10 tháng 10',
  'Cúp máy rồi tự gọi số in ở mặt sau thẻ ngân hàng để hỏi lại',
  'Sai',
  ['Mật khẩu dài', 'Xác thực hai lớp'],
  'trí tuệ nhân tạo',
] as const
/** The mistake that somebody makes who reads in haste, at the second item. */
export const HASTY = 'Đọc mã OTP thật nhanh, vì tài khoản sắp bị khóa'

/** A set of seven places of the teacher: five items of four types, then a poll and a word cloud in a section of their own. @returns its id */
export async function makeClassSet(teacher: Client, title = 'Ôn tập An toàn mạng'): Promise<string> {
  const bank = await teacher.get('createBank', { body: { name: `Ngân hàng ${title} ${Date.now()}` } })
  const places: Place[] = []
  for (const { topic, body, explanation } of items) {
    const { id } = await teacher.get('createItem', {
      body: {
        bankId: bank.id,
        topic,
        level: 'understand',
        body,
        explanation,
        citations: [
          {
            documentId: null,
            title: 'Cẩm nang chuyển đổi số',
            url: 'https://example.org/cam-nang',
            locator: 'Chương 2',
            role: 'reference',
          },
        ],
        validFrom: null,
        validTo: null,
      },
    })
    await approve(teacher, id)
    places.push({ itemId: id, limitS: 60 })
  }
  const set = await teacher.get('createLessonSet', { body: { title, places: [...places, ...unscored] } })
  return set.id
}
