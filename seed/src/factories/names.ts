import { type Chance, risingTotals } from './chance.js'

export type Sex = 'female' | 'male'

/** Family names with how common they are in the province, roughly. */
const FAMILIES: readonly (readonly [name: string, weight: number])[] = [
  ['Nguyễn', 300],
  ['Trần', 105],
  ['Lê', 95],
  ['Phan', 55],
  ['Võ', 55],
  ['Phạm', 50],
  ['Huỳnh', 45],
  ['Đặng', 28],
  ['Trương', 27],
  ['Ngô', 24],
  ['Bùi', 22],
  ['Đỗ', 20],
  ['Hồ', 20],
  ['Đoàn', 17],
  ['Dương', 16],
  ['Lương', 14],
  ['Mai', 13],
  ['Đinh', 12],
  ['Thái', 11],
  ['Châu', 10],
  ['Văn', 9],
  ['Hà', 9],
  ['Tạ', 7],
  ['Cao', 7],
  ['Tống', 6],
  ['Ung', 4],
  ['Kiều', 4],
]

/** Family names of the Cơ Tu and their neighbours, in the highland districts. */
const HIGHLAND_FAMILIES = ['Alăng', 'Zơrâm', 'Bhling', 'Pơloong', 'Arất', 'Ating', 'Coor', 'Bríu', 'Riáh', 'Tơngôl']

const MIDDLES: Record<Sex, readonly string[]> = {
  female: [
    ...['Thị', 'Thị', 'Thị', 'Thị Thanh', 'Thị Thu', 'Thị Mỹ', 'Thị Kim', 'Thị Hồng', 'Thị Bích', 'Thị Ngọc'],
    ...['Ngọc', 'Thanh', 'Thùy', 'Phương', 'Hoài', 'Khánh', 'Bảo', 'Kim', 'Minh', 'Quỳnh', 'Như', 'Tường'],
  ],
  male: [
    ...['Văn', 'Văn', 'Hữu', 'Đức', 'Minh', 'Quang', 'Thanh', 'Công', 'Đình', 'Ngọc', 'Xuân', 'Quốc', 'Anh', 'Tấn'],
    ...['Viết', 'Trọng', 'Thế', 'Bá', 'Gia', 'Nhật', 'Hoàng', 'Phước', 'Duy'],
  ],
}

const GIVENS: Record<Sex, readonly string[]> = {
  female: [
    ...['An', 'Ánh', 'Châu', 'Chi', 'Diễm', 'Diệu', 'Dung', 'Duyên', 'Giang', 'Hà', 'Hạnh', 'Hằng', 'Hân', 'Hiền'],
    ...['Hoa', 'Huệ', 'Hương', 'Kiều', 'Lan', 'Liên', 'Linh', 'Loan', 'Ly', 'Mai', 'My', 'Nga', 'Ngân', 'Nguyệt'],
    ...['Nhi', 'Nhung', 'Như', 'Oanh', 'Phượng', 'Quyên', 'Quỳnh', 'Sương', 'Tâm', 'Thảo', 'Thơ', 'Thư', 'Thương'],
    ...['Thúy', 'Thủy', 'Tiên', 'Trang', 'Trâm', 'Trân', 'Trinh', 'Tuyết', 'Uyên', 'Vân', 'Vy', 'Xuân', 'Yến'],
  ],
  male: [
    ...['An', 'Anh', 'Bảo', 'Bình', 'Chương', 'Công', 'Cường', 'Dũng', 'Duy', 'Đạt', 'Đông', 'Hải', 'Hiếu', 'Hiệp'],
    ...['Hòa', 'Hoàng', 'Huy', 'Hùng', 'Hưng', 'Khang', 'Khánh', 'Khoa', 'Kiên', 'Lâm', 'Long', 'Lực', 'Minh', 'Nam'],
    ...['Nghĩa', 'Nguyên', 'Nhân', 'Phát', 'Phong', 'Phú', 'Phúc', 'Phước', 'Quân', 'Quang', 'Sang', 'Sơn', 'Tài'],
    ...['Tâm', 'Thành', 'Thắng', 'Thiện', 'Thịnh', 'Thọ', 'Tín', 'Toàn', 'Trí', 'Trung', 'Trường', 'Tuấn', 'Tùng'],
    ...['Việt', 'Vinh', 'Vũ', 'Vương'],
  ],
}

const RISING = risingTotals(FAMILIES.map(([, weight]) => weight))

export function familyName(chance: Chance, isHighland = false): string {
  if (isHighland && chance.isTrue(0.4)) return chance.pick(HIGHLAND_FAMILIES)
  return (FAMILIES[chance.weighted(RISING)] as (typeof FAMILIES)[number])[0]
}

/** Family, middle and given name, as written: "Nguyễn Thị Bảo Trân". */
export function fullName(chance: Chance, sex: Sex, family: string): string {
  const middle = chance.pick(MIDDLES[sex])
  for (;;) {
    const given = chance.pick(GIVENS[sex])
    // Nobody is called "Minh Minh".
    if (!`${family} ${middle}`.split(' ').includes(given)) return `${family} ${middle} ${given}`
  }
}
