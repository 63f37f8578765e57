/** Friendly animals and colours of the province's nature: 24 × 24 names, then with a number. */
const ANIMALS = [
  'Chim yến',
  'Voọc',
  'Sao la',
  'Rùa biển',
  'Cá chuồn',
  'Ong mật',
  'Bướm',
  'Chuồn chuồn',
  'Sóc',
  'Hươu',
  'Chim sẻ',
  'Cò trắng',
  'Dế mèn',
  'Đom đóm',
  'Cá heo',
  'Mèo',
  'Thỏ',
  'Gấu',
  'Nhím',
  'Sơn ca',
  'Vẹt',
  'Cú mèo',
  'Cua đá',
  'Hải âu',
]
const TRAITS = [
  'vui vẻ',
  'nhanh nhẹn',
  'chăm chỉ',
  'tò mò',
  'dũng cảm',
  'thông minh',
  'hiền lành',
  'sáng dạ',
  'lém lỉnh',
  'bền bỉ',
  'khéo tay',
  'xanh biếc',
  'rực rỡ',
  'lấp lánh',
  'tinh anh',
  'ham học',
  'tốt bụng',
  'cần mẫn',
  'mơ mộng',
  'hào hứng',
  'gan dạ',
  'tí hon',
  'tự tin',
  'lạc quan',
]

/** CR-50: a name for somebody who types none. @param chance any whole number from 0 on */
export function generatedName(chance: number): string {
  const animal = ANIMALS[chance % ANIMALS.length] as string
  const trait = TRAITS[Math.floor(chance / ANIMALS.length) % TRAITS.length] as string
  const number = Math.floor(chance / (ANIMALS.length * TRAITS.length)) % 100
  return `${animal} ${trait} ${number + 1}`
}
