/** Spelling of Vietnamese syllables, to tell text from what merely looks like letters. */

const RHYMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
  i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
  o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
  ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu
  ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
  y yêm yên yêng yêt yêu`.split(/\s+/),
)
const AFTER_QU = new Set(
  `a ac ach ai am an ang anh ao at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât ây e ec en eng eo et ê êch ên ênh êt êu
  i ich in inh it o ơ ơi ơn ôc y ych yên yêt ynh yt yu`.split(/\s+/),
)
const ONSETS = 'ngh ng nh gh gi kh ph th tr ch qu b c d đ g h k l m n p r s t v x'.split(' ')
const SHAPES = /[\u0302\u0306\u031b]/g
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** May the rhyme follow the onset? Vietnamese writes k, gh, ngh before e, ê, i and y, and c, g, ng elsewhere. */
function fits(onset: string, rhyme: string): boolean {
  if (onset === 'qu') return AFTER_QU.has(rhyme)
  if (onset === 'gi' && rhyme === '') return true
  if (!RHYMES.has(rhyme)) return false
  const isFront = /^[eêiy]/.test(rhyme)
  if (onset === 'k' || onset === 'gh' || onset === 'ngh') return isFront
  if (onset === 'c' || onset === 'g' || onset === 'ng') return !isFront
  if (onset === 'gi') return !rhyme.startsWith('i') && rhyme !== 'y'
  return onset === '' || !rhyme.startsWith('yê')
}

/** Is it spelt as a Vietnamese syllable, in small letters, capitals or with a capital first, and wherever its tone mark stands? */
export function isSyllable(word: string): boolean {
  const small = word.toLowerCase()
  if (word.slice(1) !== small.slice(1) && word !== word.toUpperCase()) return false
  const parted = small.normalize('NFD')
  const tones = parted.match(TONES) ?? []
  if (tones.length > 1 || /(?:^|[^aeiouy])\p{M}/u.test(parted.replace(SHAPES, ''))) return false
  const plain = parted.replace(TONES, '').normalize('NFC')
  // A syllable that ends in a stop is high or low, nothing between.
  if (/(?:[ptc]|ch)$/.test(plain) && tones.some((tone) => tone !== '\u0301' && tone !== '\u0323')) return false
  if (fits('', plain)) return true
  if (/^g[iìíỉĩị]/.test(small.normalize('NFC')) && RHYMES.has(plain.slice(1))) return true
  return ONSETS.some((onset) => plain.startsWith(onset) && fits(onset, plain.slice(onset.length)))
}

/** Words that stand in nearly every text; they decide between two readings that are both well spelt. */
const COMMON = new Set(
  `và của là có được các những người trong không một với cho để này đó khi từ đến về nào sau trên dưới đã sẽ phải tại theo như nhiều hay
  hoặc số câu hỏi đáp án đúng sai chọn dịch vụ công chuyển đổi quốc gia chính phủ kinh tế xã hội dữ liệu thông tin mật khẩu điện tử năm
  ngày gì ở ra vào bạn em lớp học thì mà vì nếu nhất hệ thống tài khoản việt nam tỉnh quảng đoàn bài thi`.split(/\s+/),
)

/** Counts of one reading of a text; only words with a letter beyond ASCII tell something. */
export interface Plausibility {
  good: number
  bad: number
  common: number
}

const MOST_WORDS = 6_000

/**
 * How much of a text is spelt as Vietnamese: of the words that hold anything beyond ASCII, those that are syllables, those that are
 * not, and those that everybody uses. Signs that stand alone and the usual quotation marks and dashes tell nothing.
 */
export function plausibilityOf(text: string): Plausibility {
  const found: Plausibility = { good: 0, bad: 0, common: 0 }
  let seen = 0
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a control character within a word is a sign of a wrong reading
  for (const [word] of text.matchAll(/[A-Za-z\u0001-\u0008\u000e-\u001f\u007f-\u1fff\u20a0-\uffff]+/g)) {
    if (/^[\x20-\x7e\u00a0\u20a0-\u20bf\u2190-\u21ff]*$/.test(word) || !/\p{L}/u.test(word)) continue
    if (++seen > MOST_WORDS) break
    const parts = word.split('\u00a0').filter((part) => part !== '')
    for (const part of parts) {
      if (/^[a-z]+$/i.test(part)) continue
      if (!isSyllable(part)) found.bad++
      else {
        found.good++
        if (COMMON.has(part.toLowerCase().normalize('NFC'))) found.common++
      }
    }
  }
  return found
}
