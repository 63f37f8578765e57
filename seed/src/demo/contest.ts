import { DEMO_SLUG } from '@thiso/api/seeding'
import { DEFAULT_CONTEST_RULES } from '@thiso/contracts/vocab'
import type { Services } from '../services.js'

type ContestIn = Parameters<Services['contests']['create']>[1]

export const BANK_NAME = 'Ngân hàng câu hỏi Chuyển đổi số'
export const PRACTICE_BANK_NAME = 'Ngân hàng luyện tập chuyển đổi số'

/** The contest of the province's 2021 communication plan (section 3), held by the Provincial Youth Union. */
export const demoContest: ContestIn = {
  slug: DEMO_SLUG,
  title: {
    vi: 'Cuộc thi tìm hiểu về chuyển đổi số trong đoàn viên thanh niên tỉnh Quảng Nam',
    en: 'Quang Nam Youth Contest on Digital Transformation',
  },
  summary: {
    vi: 'Ba đợt thi trực tuyến, mỗi lượt 20 câu trong 20 phút, về chuyển đổi số và những gì nó mang lại cho người dân Quảng Nam.',
    en: 'Three online rounds of 20 questions in 20 minutes on digital transformation and what it brings to the people of Quang Nam.',
  },
  about: {
    vi: [
      'Thực hiện kế hoạch truyền thông nâng cao nhận thức về chuyển đổi số năm 2021 của Ủy ban nhân dân tỉnh, Tỉnh đoàn Quảng Nam tổ chức cuộc thi này để đoàn viên, thanh niên hiểu đúng về chuyển đổi số và kể lại được cho gia đình, bạn bè, thôn xóm mình.',
      'Bạn sẽ gặp những câu hỏi về nội dung, ý nghĩa và lợi ích của chuyển đổi số; những thay đổi nó mang lại cho đời sống hằng ngày; chủ trương của Trung ương và cách chính quyền các cấp trong tỉnh đang làm: một cửa điện tử, dịch vụ công trực tuyến, ứng dụng dùng chung, tổng đài 1022, chuyển đổi số ở cấp xã.',
      'Tám chủ đề, bốn mức độ từ nhận biết đến vận dụng cao. Mỗi câu có nguồn để đọc thêm; sau khi đợt thi kết thúc, bạn xem được câu nào đúng, câu nào sai và vì sao.',
      'Đây là bản trình diễn: thí sinh, kết quả và giải thưởng đang hiển thị là dữ liệu mô phỏng.',
    ].join('\n\n'),
    en: [
      'Under the province’s 2021 plan to raise awareness of digital transformation, the Quang Nam Provincial Youth Union holds this contest so that young people understand what digital transformation is and can pass it on to family, friends and neighbours.',
      'The questions ask what digital transformation is, why it matters and what it is good for; how it changes everyday life; what the national policies say; and what the authorities of the province are doing about it: electronic one-stop desks, online public services, shared applications, the 1022 hotline, digital transformation in the communes.',
      'Eight topics, four levels from recall to advanced application. Every question names a source to read on; once a round has closed you can see which of your answers were right or wrong, and why.',
      'This is a demonstration: the contestants, results and prizes shown are made up.',
    ].join('\n\n'),
  },
  organizerName: { vi: 'Tỉnh đoàn Quảng Nam', en: 'Quang Nam Provincial Youth Union' },
  prizes: [
    {
      tier: 'first',
      count: 1,
      reward: { vi: '3.000.000 đồng và giấy chứng nhận', en: 'VND 3,000,000 and a certificate' },
      scope: 'round',
      table: null,
    },
    {
      tier: 'second',
      count: 2,
      reward: { vi: '2.000.000 đồng và giấy chứng nhận', en: 'VND 2,000,000 and a certificate' },
      scope: 'round',
      table: null,
    },
    {
      tier: 'third',
      count: 3,
      reward: { vi: '1.000.000 đồng và giấy chứng nhận', en: 'VND 1,000,000 and a certificate' },
      scope: 'round',
      table: null,
    },
    {
      tier: 'consolation',
      count: 5,
      reward: { vi: '500.000 đồng và giấy chứng nhận', en: 'VND 500,000 and a certificate' },
      scope: 'round',
      table: null,
    },
  ],
  nameDisplay: 'masked',
  unitsAsOf: '2021-12-31',
  rules: DEFAULT_CONTEST_RULES,
}
