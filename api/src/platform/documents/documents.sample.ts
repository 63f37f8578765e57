import type { Certificate, CertificateFile } from './certificate.js'
import type { Block, Document } from './document.js'
import { MOTTO, placeAndDate, SIGN_NOTE, stateHead, youthUnionHead } from './heads.js'

/** Documents for specs and for looking at, with every kind of block. */

const AT = new Date('2026-11-23T02:00:00Z')
export const LETTERS_OF_VIETNAMESE =
  'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵAÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ'

export function sampleRules(): Document {
  return {
    title: 'Thể lệ Cuộc thi Tìm hiểu chuyển đổi số',
    author: 'Ban Tổ chức Cuộc thi',
    locale: 'vi',
    page: 'portrait',
    at: AT,
    head: stateHead(
      {
        above: 'UBND TỈNH QUẢNG NAM',
        body: 'BAN TỔ CHỨC CUỘC THI TRỰC TUYẾN TÌM HIỂU CHUYỂN ĐỔI SỐ',
        number: 'Số: 05/TL-BTC',
        placeAndDate: placeAndDate('Tam Kỳ', '2026-11-03', 'vi'),
      },
      'vi',
    ),
    foot: 'Bản 3, mã nội dung 7f3a9c21e0d4',
    blocks: [
      {
        kind: 'title',
        text: 'THỂ LỆ',
        subtitle: 'Cuộc thi trực tuyến “Tìm hiểu chuyển đổi số” trên địa bàn tỉnh Quảng Nam năm 2026',
      },
      {
        kind: 'paragraph',
        text: 'Căn cứ Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026, Ban Tổ chức ban hành Thể lệ Cuộc thi như sau:',
      },
      { kind: 'heading', level: 'chapter', text: 'Chương I\nQUY ĐỊNH CHUNG' },
      { kind: 'heading', level: 'article', text: 'Điều 1. Tên cuộc thi' },
      {
        kind: 'paragraph',
        text: [
          'Cuộc thi có tên là ',
          { text: '“Tìm hiểu chuyển đổi số”', bold: true },
          ', gọi tắt là ',
          { text: 'Cuộc thi', italic: true },
          '; thông tin đăng tại ',
          {
            text: 'https://thiso.quangnam.gov.vn/cuoc-thi/tim-hieu-chuyen-doi-so-2026',
            href: 'https://thiso.quangnam.gov.vn/cuoc-thi/tim-hieu-chuyen-doi-so-2026',
          },
          '. Mỗi lượt thi gồm 20 câu, làm trong 15 phút.',
        ],
      },
      { kind: 'heading', level: 'article', text: 'Điều 2. Mục đích, yêu cầu' },
      {
        kind: 'list',
        marks: 'number',
        entries: [
          'Tuyên truyền, phổ biến kiến thức về chuyển đổi số, dịch vụ công trực tuyến và an toàn thông tin tới cán bộ, công chức, viên chức, học sinh và người dân trên địa bàn tỉnh.',
          {
            text: 'Cuộc thi phải bảo đảm:',
            list: {
              kind: 'list',
              marks: 'letter',
              entries: [
                'Công khai, khách quan, trung thực;',
                'Đúng đối tượng;',
                'Bảo vệ dữ liệu cá nhân theo Nghị định số 13/2023/NĐ-CP;',
                'Thiết thực, tiết kiệm;',
                'An toàn thông tin.',
              ],
            },
          },
          {
            text: 'Hình thức thi:',
            list: {
              kind: 'list',
              marks: 'bullet',
              entries: [
                'Trực tuyến trên điện thoại hoặc máy tính, mỗi người một tài khoản, không giới hạn thiết bị nhưng tại một thời điểm chỉ một thiết bị được làm bài;',
                {
                  text: 'Theo đợt:',
                  list: {
                    kind: 'list',
                    marks: 'bullet',
                    entries: ['Đợt 1 từ ngày 10 tháng 10;', 'Đợt 2 từ ngày 17 tháng 10.'],
                  },
                },
              ],
            },
          },
        ],
      },
      { kind: 'heading', level: 'article', text: 'Điều 3. Cơ cấu giải thưởng' },
      { kind: 'paragraph', text: 'Giải thưởng của mỗi đợt thi gồm:', staysWithNext: true },
      {
        kind: 'table',
        caption: 'Bảng 1. Giải thưởng mỗi đợt',
        columns: [
          { header: 'TT', share: 1, align: 'center' },
          { header: 'Bậc giải', share: 4 },
          { header: 'Số lượng', share: 2, align: 'right' },
          { header: 'Giá trị một giải (đồng)', share: 3, align: 'right' },
        ],
        rows: [
          ['1', 'Giải Nhất', '1', '5.000.000'],
          ['2', 'Giải Nhì', '2', '3.000.000'],
          ['3', 'Giải Ba', '3', '2.000.000'],
          [
            '4',
            'Giải Khuyến khích dành cho thí sinh có số lượt dự thi nhiều và kết quả tốt ở vùng sâu, vùng xa',
            '10',
            '500.000',
          ],
          { cells: ['', 'Cộng', '16', '22.000.000'], isBold: true },
        ],
      },
      { kind: 'heading', level: 'article', text: 'Điều 4. Thời gian, địa chỉ' },
      {
        kind: 'facts',
        entries: [
          { name: 'Thời gian', value: 'Từ 08:00 ngày 10/10/2026 đến 22:00 ngày 31/10/2026' },
          { name: 'Địa chỉ liên hệ', value: 'Sở Khoa học và Công nghệ, 06 Trần Phú, thành phố Tam Kỳ, tỉnh Quảng Nam' },
        ],
      },
      { kind: 'paragraph', text: LETTERS_OF_VIETNAMESE },
      {
        kind: 'signatures',
        recipients: [
          'Ban Chỉ đạo chuyển đổi số tỉnh (b/c);',
          'Các sở, ban, ngành;',
          'UBND các xã, phường;',
          'Lưu: VT, BTC.',
        ],
        places: [{ role: 'TM. BAN TỔ CHỨC\nTRƯỞNG BAN', name: 'Nguyễn Thị Hoàng Ngân' }],
      },
    ],
  }
}

export function sampleReport(): Document {
  const units = [
    'Thành phố Tam Kỳ',
    'Thị xã Điện Bàn',
    'Huyện Bắc Trà My',
    'Huyện Nam Giang',
    'Trường Phổ thông Dân tộc nội trú Trung học cơ sở và Trung học phổ thông Nước Oa',
  ]
  return {
    title: 'Báo cáo tổng kết',
    author: 'Tỉnh Đoàn Quảng Nam',
    locale: 'vi',
    page: 'portrait',
    at: AT,
    head: youthUnionHead({
      above: 'TỈNH ĐOÀN QUẢNG NAM',
      body: 'BAN TỔ CHỨC CUỘC THI',
      number: 'Số: 21-BC/BTC',
      placeAndDate: placeAndDate('Quảng Nam', '2026-12-20', 'vi'),
    }),
    blocks: [
      { kind: 'title', text: 'BÁO CÁO', subtitle: 'Kết quả Cuộc thi “Tìm hiểu chuyển đổi số” năm 2026' },
      { kind: 'heading', level: 'section', text: 'I. KẾT QUẢ CHUNG' },
      { kind: 'heading', level: 'subsection', text: '1. Số người tham gia' },
      { kind: 'paragraph', text: 'Cuộc thi có 12.483 người dự thi với 31.902 lượt, tăng 45 % so với năm 2025.' },
      {
        kind: 'bar-chart',
        title: 'Tỷ lệ tham gia theo đơn vị',
        direction: 'rows',
        unit: '%',
        max: 100,
        decimals: 1,
        bars: units.map((label, index) => ({ label, value: 93.4 - index * 17.25, note: `(${412 - index * 60}/441)` })),
      },
      {
        kind: 'bar-chart',
        title: 'Phân bố điểm',
        direction: 'columns',
        unit: 'người',
        bars: Array.from({ length: 21 }, (_, points) => ({
          label: String(points),
          value: Math.round(1400 * Math.exp(-((points - 14) ** 2) / 18)),
        })),
      },
      {
        kind: 'line-plot',
        title: 'Tỷ lệ đúng theo nhóm năng lực',
        x: { label: 'Nhóm theo tổng điểm', ticks: [1, 2, 3, 4, 5].map((at) => ({ at, label: `Nhóm ${at}` })) },
        y: { label: 'Tỷ lệ đúng (%)', min: 0, max: 100 },
        series: ['A', 'B', 'C', 'D'].map((name, index) => ({
          name: `Phương án ${name}`,
          points: [1, 2, 3, 4, 5].map((x) => ({ x, y: index === 0 ? 18 * x : 35 - 5 * x - index * 3 + 8 })),
        })),
      },
      { kind: 'heading', level: 'section', text: 'II. KIẾN NGHỊ' },
      {
        kind: 'list',
        marks: 'dash',
        entries: ['Tiếp tục tổ chức Cuộc thi hằng năm.', 'Bổ sung câu hỏi về an toàn thông tin.'],
      },
      {
        kind: 'signatures',
        places: [
          { role: 'THƯ KÝ', note: SIGN_NOTE.vi, name: 'Trần Văn Bình' },
          { role: 'ĐẠI DIỆN BAN GIÁM KHẢO', note: SIGN_NOTE.vi },
          { role: 'TM. BAN TỔ CHỨC\nTRƯỞNG BAN', note: SIGN_NOTE.vi, name: 'Nguyễn Thị Hoàng Ngân' },
        ],
      },
    ],
  }
}

/** @param count of winners */
export function sampleList(count: number, page: Document['page'] = 'landscape'): Document {
  return {
    title: 'Danh sách thí sinh đoạt giải',
    author: 'Ban Tổ chức Cuộc thi',
    locale: 'vi',
    page,
    at: AT,
    foot: 'Bản xếp hạng 2, mã 5c1e77aa',
    blocks: [
      { kind: 'title', text: 'DANH SÁCH THÍ SINH ĐOẠT GIẢI', subtitle: 'Đợt 1, Bảng A (học sinh trung học phổ thông)' },
      winners(count),
      { kind: 'paragraph', text: `Danh sách có ${count} người.` },
      {
        kind: 'signatures',
        places: [
          { role: 'NGƯỜI LẬP', note: SIGN_NOTE.vi },
          { role: 'TRƯỞNG BAN', note: SIGN_NOTE.vi, name: 'Nguyễn Thị Hoàng Ngân' },
        ],
      },
    ],
  }
}

function winners(count: number): Block {
  const names = ['Nguyễn Thị Hoàng Ngân', 'Trần Đức Lương', 'A Lăng Thị Bhlơơng', 'Hồ Văn Nữu', 'Phạm Nguyễn Quỳnh Như']
  return {
    kind: 'table',
    hasZebra: true,
    size: 'small',
    columns: [
      { header: 'TT', share: 1, align: 'center' },
      { header: 'Họ và tên', share: 5 },
      { header: 'Đơn vị', share: 7 },
      { header: 'Điểm', share: 1.6, align: 'right' },
      { header: 'Thời gian', share: 2, align: 'center' },
      { header: 'Giải', share: 3 },
    ],
    rows: [
      { over: 'GIẢI NHẤT' },
      ...Array.from({ length: count }, (_, index) => [
        String(index + 1),
        names[index % names.length] as string,
        index % 7 === 3
          ? 'Trường Phổ thông Dân tộc nội trú Trung học cơ sở và Trung học phổ thông Nước Oa, huyện Bắc Trà My'
          : 'Trường THPT Trần Cao Vân',
        '19,50',
        `${5 + (index % 9)} phút ${index % 60} giây`,
        'Khuyến khích',
      ]),
    ],
  }
}

const CERTIFICATE: Certificate = {
  organization: ['TỈNH ĐOÀN QUẢNG NAM', 'BAN TỔ CHỨC CUỘC THI TÌM HIỂU CHUYỂN ĐỔI SỐ'],
  title: 'GIẤY CHỨNG NHẬN',
  lead: 'Chứng nhận',
  name: 'Nguyễn Thị Hoàng Ngân',
  unit: 'Lớp 10A1, Trường THPT Trần Cao Vân, thành phố Tam Kỳ',
  reason: 'Đạt giải Nhất bảng A\nCuộc thi trực tuyến “Tìm hiểu chuyển đổi số” tỉnh Quảng Nam năm 2026',
  decision: 'Theo Quyết định số 45/QĐ-BTC ngày 12 tháng 12 năm 2026',
  placeAndDate: 'Tam Kỳ, ngày 12 tháng 12 năm 2026',
  signer: { role: 'TM. BAN TỔ CHỨC\nTRƯỞNG BAN', name: 'Lê Nguyễn Quang Thắng' },
  code: 'TS26-8K4F-22QH',
  checkUrl: 'https://thiso.quangnam.gov.vn/chung-nhan/TS26-8K4F-22QH',
}

export function sampleCertificates(count = 1): CertificateFile {
  const { decision, ...undecided } = CERTIFICATE
  const kinds: Certificate[] = [
    CERTIFICATE,
    {
      ...CERTIFICATE,
      head: MOTTO.vi,
      organization: ['ỦY BAN NHÂN DÂN TỈNH QUẢNG NAM'],
      title: 'GIẤY KHEN',
      lead: 'Tặng',
      name: 'Trường Phổ thông Dân tộc nội trú THCS và THPT Nước Oa',
      unit: 'Huyện Bắc Trà My, tỉnh Quảng Nam',
      reason:
        'Giải tập thể có tỷ lệ người dự thi cao nhất\nCuộc thi trực tuyến “Tìm hiểu chuyển đổi số, dịch vụ công trực tuyến và an toàn thông tin trong thanh niên, học sinh, sinh viên” tỉnh Quảng Nam lần thứ III, năm 2026',
      signer: { role: 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH', name: 'Lê Nguyễn Quang Thắng' },
    },
    {
      ...undecided,
      name: 'Công Tằng Tôn Nữ Hoàng Nguyễn Phương Quỳnh Trang Thùy Dương',
      reason: 'Đạt giải Khuyến khích',
    },
  ]
  return {
    title: 'Giấy chứng nhận – Cuộc thi Tìm hiểu chuyển đổi số',
    author: 'Ban Tổ chức Cuộc thi',
    locale: 'vi',
    at: AT,
    certificates: Array.from({ length: count }, (_, index) => kinds[index % kinds.length] as Certificate),
  }
}
