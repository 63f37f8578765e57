import { randomBytes } from 'node:crypto'
import type { ApiBody } from '@thiso/contracts'
import type { Page } from 'playwright-core'
import { Client } from '../../support/client'
import { addPerson } from '../../support/people'
import type { Stage } from './stage'

/** One item of each type, each known again by a word of its stem. */
export const TYPES = [
  { name: 'single', mark: /Câu mẫu một/ },
  { name: 'multiple', mark: /Câu mẫu hai/ },
  { name: 'truefalse', mark: /Câu mẫu ba|Sample three/ },
  { name: 'group', mark: /Câu mẫu bốn/ },
  { name: 'short', mark: /Câu mẫu năm/ },
  { name: 'number', mark: /Câu mẫu sáu/ },
  { name: 'ordering', mark: /Câu mẫu bảy/ },
  { name: 'matching', mark: /Câu mẫu tám/ },
] as const
export type TypeName = (typeof TYPES)[number]['name']

type Item = ApiBody<'createItem'>

export const bodies: Record<TypeName, Item['body']> = {
  single: {
    type: 'single-choice',
    stem: '<p>Câu mẫu một: theo bảng, tổng số hồ sơ là bao nhiêu, biết <b>nộp tại quầy</b> là \\(x^2\\)?</p><table><tbody><tr><th>Cách nộp</th><th>Số hồ sơ</th></tr><tr><td>Trực tuyến</td><td>64</td></tr><tr><td>Tại quầy, \\(x = 6\\)</td><td>\\(\\frac{72}{2}\\)</td></tr></tbody></table>',
    options: ['Chín mươi', 'Một trăm', 'Hai trăm', 'Ba trăm'],
    key: 1,
  },
  multiple: {
    type: 'multiple-choice',
    stem: 'Câu mẫu hai: việc nào giúp tài khoản an toàn hơn?',
    options: [
      'Mật khẩu dài',
      'Gửi mã OTP cho người lạ',
      'Xác thực hai lớp',
      'Cập nhật phần mềm',
      'Dùng chung mật khẩu',
    ],
    keys: [0, 2, 3],
    grading: 'partial',
  },
  truefalse: { type: 'true-false', stem: 'Câu mẫu ba: ngân hàng hỏi mã OTP qua điện thoại.', isTrue: false },
  group: {
    type: 'true-false-group',
    stem: 'Câu mẫu bốn: xét các nhận định sau.',
    statements: [
      { text: 'Điện toán đám mây là thuê máy chủ qua mạng.', isTrue: true },
      { text: 'Chuỗi khối là sổ ghi nối tiếp, nhiều bên cùng giữ.', isTrue: true },
      { text: 'Dữ liệu lớn là một tệp rất nặng trên máy tính.', isTrue: false },
      { text: 'Internet Vạn vật nối đồ vật với mạng.', isTrue: true },
    ],
    grading: 'stepped',
  },
  short: {
    type: 'short-text',
    stem: 'Câu mẫu năm: AI viết đầy đủ bằng tiếng Việt là gì?',
    accepted: ['Trí tuệ nhân tạo'],
    ignoresDiacritics: true,
  },
  number: {
    type: 'number',
    stem: 'Câu mẫu sáu: một nửa của 41% là bao nhiêu phần trăm?',
    value: 20.5,
    tolerance: 0,
    unit: '%',
  },
  ordering: {
    type: 'ordering',
    stem: 'Câu mẫu bảy: xếp các bước làm thủ tục trực tuyến.',
    entries: ['Đăng nhập', 'Điền tờ khai', 'Nộp hồ sơ', 'Nhận kết quả'],
    grading: 'partial',
  },
  matching: {
    type: 'matching',
    stem: 'Câu mẫu tám: ghép mỗi thành phố với điều đúng về nó.',
    pairs: [
      { prompt: 'Hà Nội', choice: 'Thủ đô của nước Cộng hòa xã hội chủ nghĩa Việt Nam' },
      { prompt: 'Đà Nẵng', choice: 'Thành phố bên sông Hàn, ở miền Trung' },
      { prompt: 'Hội An', choice: 'Phố cổ bên sông Hoài, di sản văn hóa thế giới' },
    ],
    distractors: ['Thành phố ngàn hoa trên cao nguyên'],
    grading: 'partial',
  },
}

/** A published round whose only paper has one approved item of each type: written by one organizer, approved by another. */
async function makeTypesRound(author: Client, approver: Client): Promise<string> {
  const mark = randomBytes(3).toString('hex')
  const bank = await author.get('createBank', { body: { name: `Mọi dạng câu ${mark}` } })
  for (const { name } of TYPES) {
    const { id } = await author.get('createItem', {
      body: {
        bankId: bank.id,
        topic: 'concepts',
        level: 'recall',
        body: bodies[name],
        explanation: name === 'single' ? 'Giải thích một: 64 cộng 36.' : 'Giải thích chung.',
        translations:
          name === 'truefalse'
            ? {
                en: {
                  stem: 'Sample three: banks ask for one-time passwords on the phone.',
                  texts: [],
                  explanation: 'They never do.',
                },
              }
            : {},
        citations: [
          {
            documentId: null,
            title: 'Luật mẫu',
            url: 'https://example.org/luat',
            locator: 'Điều 3',
            role: 'reference',
          },
        ],
        validFrom: null,
        validTo: null,
      },
    })
    await author.get('actOnItem', { params: { itemId: id }, body: { act: 'submit' } })
    await approver.get('actOnItem', { params: { itemId: id }, body: { act: 'approve' } })
  }
  const contest = await author.get('createContest', {
    body: {
      slug: `moi-dang-cau-${mark}`,
      title: { vi: 'Mọi dạng câu', en: 'Every type' },
      summary: { vi: 'Một đề có đủ tám dạng câu', en: 'A paper with all eight types' },
      about: { vi: 'Thể lệ', en: 'Rules' },
      organizerName: { vi: 'Tỉnh đoàn Quảng Nam', en: 'Quảng Nam Youth Union' },
      prizes: [],
      nameDisplay: 'full',
      unitsAsOf: '2021-06-30',
    },
  })
  await author.get('publishContest', { params: { contestId: contest.id }, body: { isPublished: true } })
  const { serverTime } = await author.get('serverTime')
  const round = await author.get('createRound', {
    params: { contestId: contest.id },
    body: {
      name: { vi: 'Đợt mẫu', en: 'Sample round' },
      opensAt: new Date(Date.parse(serverTime) - 5_000).toISOString(),
      closesAt: new Date(Date.parse(serverTime) + 3_600_000).toISOString(),
      timeLimitS: 1_800,
      attemptLimit: 1,
      resultPolicy: 'at_once',
      bankIds: [bank.id],
      blueprint: [{ topic: 'concepts', level: 'recall', count: TYPES.length }],
    },
  })
  await author.get('publishRound', { params: { roundId: round.id } })
  return round.id
}

export async function newTypesRound(stage: Stage): Promise<{ roundId: string; organizer: Client }> {
  const names = ['Lê Thị Soạn', 'Phan Văn Duyệt']
  const people = await Promise.all(names.map((name) => addPerson(stage.database.pool, 'organizer', null, name)))
  const [author, approver] = people.map(({ token }) => new Client(stage.api.url, token)) as [Client, Client]
  return { roundId: await makeTypesRound(author, approver), organizer: author }
}

/** Which of the items is on screen. */
export async function typeShown(page: Page): Promise<TypeName> {
  const text = await page.getByRole('main').innerText()
  const found = TYPES.find(({ mark }) => mark.test(text))
  if (!found) throw new Error(`no known item: ${text.slice(0, 200)}`)
  return found.name
}
