// Làm lại một lần bốc thăm từ những gì đã công bố. Chỉ cần Node.js 20 trở lên; không cần gì khác của Thi Số.
// Repeats a draw from what was published. Needs Node.js 20 or newer and nothing else.
//
//   node boc-tham.mjs                                              thử trên số liệu mẫu · the published examples
//   node boc-tham.mjs https://TRANG-THI/api/rounds/MÃ-ĐỢT/draw     một đợt thi · a round
//   node boc-tham.mjs https://TRANG-THI/api/contests/MÃ-CUỘC-THI/draw   tổng các đợt · a running total
//   node boc-tham.mjs https://TRANG-THI/api/contests/MÃ-CUỘC-THI/units-draw   đơn vị · units
//   node boc-tham.mjs draw.json danh-sach-boc-tham.txt             hai tệp đã tải về · files
//   … --bien-nhan=XXXX-XXXX-XXXX                                   tìm dòng của bạn · find your own line
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'

const QUICKNET = '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971'
const NO_SECRET = '00'.repeat(32)
const SHOWN = 50

const sha = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const bytes = (hex) => Buffer.from(hex, 'hex')

/** C = SHA-256(00, "vq-commit-v1", 00, mã đợt, 00, S) */
const commitment = (scope, secret) => sha(bytes('00'), `vq-commit-v1\0${scope}\0`, secret)

/** SHA-256(01, "vq-seed-v1", 00, mã đợt, 00, S, D, L) */
const seedOf = (scope, secret, random, root) => sha(bytes('01'), `vq-seed-v1\0${scope}\0`, secret, random, root)

/** RFC 6962: lá = SHA-256(00, dòng), nút = SHA-256(01, trái, phải), chia ở lũy thừa của 2 lớn nhất còn nhỏ hơn số lá. */
function merkle(lines) {
  if (lines.length === 0) return sha('')
  if (lines.length === 1) return sha(bytes('00'), lines[0])
  let half = 1
  while (half * 2 < lines.length) half *= 2
  return sha(bytes('01'), merkle(lines.slice(0, half)), merkle(lines.slice(half)))
}

/** Fisher–Yates: dòng i đổi chỗ với dòng i + SHA-256(i, hạt giống, i) mod (n − i); i viết bằng bốn byte. */
function drawn(seed, length) {
  const order = Array.from({ length }, (_, index) => index)
  const turn = Buffer.alloc(4)
  for (let i = 0; i < length; i++) {
    turn.writeUInt32BE(i)
    const j = i + Number(BigInt(`0x${sha(turn, seed, turn).toString('hex')}`) % BigInt(length - i))
    ;[order[i], order[j]] = [order[j], order[i]]
  }
  return order
}

/** D: của đèn hiệu là SHA-256(chữ ký); của xổ số là SHA-256("thiso-lottery-v1", 00, tên đài, 00, ngày, 00, các số). */
const randomness = (source, entry) =>
  source.kind === 'beacon'
    ? sha(bytes(entry))
    : sha(`thiso-lottery-v1\0${source.name.normalize('NFC')}\0${source.day}\0${entry}`)

let isRight = true
function check(what, is, should) {
  const same = is === should
  isRight &&= same
  console.log(`${same ? 'ĐÚNG' : 'SAI '}  ${what}`)
  if (!same) console.log(`      tính được · worked out: ${is}\n      đã công bố · published: ${should}`)
}

/** Ví dụ đã công bố của VDRAW-1 và của RFC 6962 (tám lá đầu của certificate-transparency). */
function examples() {
  const secret = bytes('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f')
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
  check(
    'cam kết C · commitment',
    commitment('round-2026-W40', secret).toString('hex'),
    '7ad4c6af6ecfc492a00bcd445a00808b970c30e4ee36b94a934fba166eb423a2',
  )
  check(
    'gốc Merkle · Merkle root',
    merkle(leaves.map(bytes)).toString('hex'),
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  )
  const seed = seedOf(
    'round-2026-W40',
    secret,
    bytes('610749f2d57e8ae40056f1d362344b256ae123e563eb01cabd477ea751ddc4f3'),
    bytes('8f32687e2be0065a8f78cd064d0cf207583bdc46d6b1e8dbe69bd6bdb2fef2cc'),
  )
  check('hạt giống · seed', seed.toString('hex'), '4910e6fd8e6abda8b0b6eda1e8f67693abd27e9d4c413a0cd39afc115e9e1094')
  check('5 trong 10 · 5 of 10', drawn(seed, 10).slice(0, 5).join(' '), '7 1 9 6 2')
  check('5 trong 25 · 5 of 25', drawn(Buffer.alloc(32), 25).slice(0, 5).join(' '), '19 21 17 23 11')
}

/** Chữ ký của vòng ấy, hỏi thẳng một máy chủ drand; không nối được thì tự so bằng mắt. */
async function askBeacon({ round }, entry) {
  const address = `https://api.drand.sh/${QUICKNET}/public/${round}`
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(10_000) })
    if (!answer.ok) throw new Error(String(answer.status))
    check('chữ ký như drand công bố · the signature is drand’s', entry, (await answer.json()).signature)
  } catch {
    console.log(`?     Không hỏi được drand; hãy tự so chữ ký với · compare it with ${address}`)
  }
}

async function repeat(draw, text, receipt, isOnline) {
  const { scopeId: scope, source } = draw
  const lines = text.split('\n').filter(Boolean)
  const secret = bytes(draw.secret ?? NO_SECRET)
  if (draw.commitment)
    check('S khớp cam kết C · commitment', commitment(scope, secret).toString('hex'), draw.commitment)
  else console.log('–     Không có cam kết: S là 32 byte 0 · nothing was committed, S is 32 bytes of 0')
  check('số dòng · number of lines', lines.length, draw.listCount)
  const root = merkle(lines)
  check('danh sách khớp L · list', root.toString('hex'), draw.listRoot)
  const random = randomness(source, draw.entry)
  check('D đúng từ nguồn · randomness', random.toString('hex'), draw.randomness)
  if (source.kind === 'beacon' && isOnline) await askBeacon(source, draw.entry)
  const seed = seedOf(scope, secret, random, root)
  check('hạt giống · seed', seed.toString('hex'), draw.seed)

  const people = lines.map((line) => JSON.parse(line))
  drawn(seed, lines.length).forEach((line, index) => {
    people[line].order = index + 1
  })
  const own = receipt && sha(`thiso-entry-v1\0${scope}\0${receipt}`).toString('hex').slice(0, 20)
  if (receipt && !people.some(({ code }) => code === own))
    console.log('\nMã biên nhận không có trong danh sách · not on the list')
  const groups = new Map()
  for (const one of people) {
    const key = `${one.table ?? ''} ${one.rank}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  console.log('\nAi cùng hạng, theo thứ tự bốc thăm · who shares a rank, in the order of the draw')
  let shown = 0
  for (const group of groups.values()) {
    if (group.length < 2 || group[0].rank === null) continue
    if (own ? !group.some(({ code }) => code === own) : shown >= SHOWN) continue
    for (const { code, table, rank, order } of group.sort((a, b) => a.order - b.order)) {
      console.log(
        `  ${table ? `bảng ${table} ` : ''}hạng ${rank}  ${code}  #${order}${code === own ? '  ← bạn · you' : ''}`,
      )
      shown++
    }
  }
}

async function read(place) {
  if (!/^https?:/.test(place)) return readFile(place, 'utf8')
  const answer = await fetch(place)
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return answer.text()
}

process.on('uncaughtException', (error) => {
  console.error(
    `Chưa đọc được; hãy xem lại địa chỉ hoặc tệp. · Not read; check the address or the file.\n  ${error.message}`,
  )
  process.exit(2)
})

const options = process.argv.slice(2).filter((word) => word.startsWith('--'))
const [place, listPlace] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const receipt = options.find((word) => word.startsWith('--bien-nhan='))?.split('=')[1]
if (!place) examples()
else {
  const draw = JSON.parse(await read(place))
  if (draw.state !== 'drawn') {
    console.log(`Chưa bốc thăm xong · not drawn yet: ${draw.state}`)
    isRight = false
  } else await repeat(draw, await read(listPlace ?? `${place}/list.txt`), receipt, !options.includes('--khong-mang'))
}
console.log(isRight ? '\nMọi bước đều đúng. · Every step holds.' : '\nCó bước không đúng. · Something does not hold.')
process.exitCode = isRight ? 0 : 1
