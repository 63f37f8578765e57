import { fold } from '@thiso/contracts/vocab'

/**
 * Words that no teacher wants on the wall. A word is looked at by how it sounds without marks; ordinary words that sound so are told by
 * their spelling. Marks make the difference in Vietnamese: "đủ" is fine, "đụ" is not.
 */
const RUDE: Record<string, string> = {
  // As it is without marks: ordinary words with the same letters; '=' where the bare spelling is ordinary too.
  lon: 'lớn lợn lộn lọn lổn lởn lõn lòn',
  cac: 'các cạc',
  cak: '',
  cek: '',
  kac: '',
  buoi: 'buổi bưởi buởi buổỉ',
  dit: 'dịt',
  djt: '',
  deo: 'đèo đeo đẽo đẹo dẻo dèo dẹo đẻo',
  du: '= dù dú dụ dư dữ dự dừ dử đủ đu đú đũ đừ đứ',
  di: '= đi dì dí dị dĩ dỉ đị đì',
  diem: '= điểm điềm diêm điệm diễm diệm diềm diếm',
  cut: '= cút cụt cựt',
  ngu: 'ngủ ngữ ngũ ngự ngư ngụ ngừ ngử ngú ngứ ngưu',
  loz: '',
  lozz: '',
  lol: '',
  vcl: '',
  vkl: '',
  vl: '',
  vlz: '',
  vloz: '',
  vailon: '',
  vailoz: '',
  vcc: '',
  clm: '',
  cmm: '',
  clgt: '',
  clmm: '',
  dm: '',
  dmm: '',
  dcm: '',
  dcmm: '',
  dkm: '',
  dkmm: '',
  vcd: '',
  cc: '',
  cl: '',
  cave: '',
  sex: '',
  sexy: '',
  ass: '',
  gay: 'gáy gầy gãy gậy gây gảy gẫy gạy',
  fag: '',
  xxx: '',
  nazi: '',
  dick: '',
  cock: '',
  cunt: '',
  slut: '',
  whore: '',
  shit: '',
  shitty: '',
  wtf: '',
  stfu: '',
  fck: '',
  fuk: '',
  fuc: '',
  duma: '',
  dume: '',
  occho: '',
}
/** Ordinary where they stand alone, not so in a row; as spelled. */
const RUDE_ROWS = ['óc chó', 'oc cho', 'chó đẻ', 'cho de', 'đồ chó', 'du ma', 'du me', 'đu má', 'đu mẹ']
/** What hides in one long word; long enough to stand in no ordinary one. */
const RUDE_PARTS = [
  'fuck',
  'bitch',
  'pussy',
  'nigg',
  'porn',
  'hitler',
  'bullshit',
  'dickhead',
  'asshole',
  'motherf',
  'ditme',
  'cailon',
  'conlon',
  'vailon',
  'matlon',
  'lonme',
  'concac',
  'concak',
  'daubuoi',
  'deome',
]
/** Ordinary phrases with a word of the list. */
const FINE_ROWS = /gay (cấn|go|gắt)|ngu hanh son/gu

/** Letters that stand for others when somebody wants to slip through; what looks like two letters is tried as both. */
const LOOKALIKES: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  к: 'k',
  α: 'a',
  ο: 'o',
}

const FINE = new Map(
  Object.entries(RUDE).map(([bare, fine]) => [
    bare,
    new Set(fine.split(' ').flatMap((word) => (word === '=' ? [bare] : word === '' ? [] : [word]))),
  ]),
)

/**
 * CR-50: whether a text holds a rude word, in Vietnamese or English, also with digits for letters, with marks in the wrong places, with
 * gaps or with letters repeated. It errs toward letting pass: a host removes with one tap.
 * @param text as typed, any form
 */
export function isRude(text: string): boolean {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(FINE_ROWS, ' ')
    .split(/[^\p{L}\p{M}\p{N}@$!*]+/u)
    .filter((word) => word !== '')
  const row = ` ${words.join(' ')} `
  return [...words, ...spelledOut(words)].some(isRudeWord) || RUDE_ROWS.some((each) => row.includes(` ${each} `))
}

/** Words with gaps in them: letters one by one ("f u c k"; two are initials), or one letter away from the rest ("l on"). */
function spelledOut(words: readonly string[]): string[] {
  const found: string[] = []
  let run: string[] = []
  for (const [index, word] of [...words, '..'].entries()) {
    const before = words[index - 1] ?? ''
    const isSingle = word.length === 1
    if (isSingle !== (before.length === 1) && word !== '..' && word.length + before.length === 3)
      found.push(before + word)
    if (isSingle) run.push(word)
    else {
      if (run.length >= 3) found.push(run.join(''))
      run = []
    }
  }
  return found
}

function isRudeWord(word: string): boolean {
  if (word.includes('*')) return isRudeWithStars(word)
  if (!/\p{L}/u.test(word)) return false
  const spelled = word.replace(/[\d!]+$/, '')
  const spellings = [spelled, spelled.replace(/(.)\1+/gu, '$1')]
  const isMarked = fold(spelled) !== spelled
  return readings(word).some((bare) => {
    const fine = FINE.get(bare)
    const isFine = fine === undefined || spellings.some((each) => fine.has(each)) || (!isMarked && fine.has(bare))
    return !isFine || RUDE_PARTS.some((part) => bare.includes(part))
  })
}

/** "f*ck": a star for each letter, at least half of the letters left. */
function isRudeWithStars(word: string): boolean {
  const pattern = plain(word, 'i')
  if (pattern.length < 3 || pattern.replace(/\*/g, '').length * 2 < pattern.length) return false
  const like = new RegExp(`^${pattern.replace(/[^\p{L}*]/gu, '').replace(/\*/g, '.')}$`, 'u')
  return (
    [...FINE].some(([bare, fine]) => !fine.has(bare) && like.test(bare)) || RUDE_PARTS.some((part) => like.test(part))
  )
}

/** What a word may be meant as, without marks. */
function readings(word: string): string[] {
  const found = new Set<string>()
  for (const one of ['i', 'l'])
    for (const text of [word, word.replace(/[\d!]+$/, '')]) {
      const bare = plain(text, one)
      found.add(bare)
      found.add(bare.replace(/(.)\1{2,}/gu, '$1'))
      found.add(bare.replace(/(.)\1+/gu, '$1'))
    }
  return [...found]
}

/** @param one what the digit 1 and an exclamation mark stand for */
function plain(word: string, one: string): string {
  return [...fold(word)].map((sign) => (sign === '1' || sign === '!' ? one : (LOOKALIKES[sign] ?? sign))).join('')
}
