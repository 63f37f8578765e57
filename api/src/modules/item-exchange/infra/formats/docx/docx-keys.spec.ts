import { readDocx } from '../docx-read.js'
import { b, colored, font, i, lit, list, num, red, type Run, u, wordFile, WordWriter } from './word-file.sample.js'

/** How the key of a question may be told, and how its options may stand. Every variant is the same question. */

const STEM = 'Chuyển đổi số là gì?'
const OPTIONS = ['Số hoá giấy tờ', 'Mua máy tính', 'Thay đổi tổng thể', 'Lập trang web']
const [A, B, C, D] = OPTIONS as [string, string, string, string]
const NUMBERS =
  list(0, [
    ['decimal', 'Câu %1.'],
    ['upperLetter', '%2.'],
  ]) + num(1, 0)

const lines = (writer: WordWriter, ...runs: (Run | Run[])[]) => runs.map((run) => writer.p(run)).join('')
const plain = [`A. ${A}`, `B. ${B}`, `C. ${C}`, `D. ${D}`]

type Case = [name: string, body: string, numbering?: string]

const casesOf = (w: WordWriter, head = () => w.p(`Câu 1: ${STEM}`)): Case[] => [
  ['the letter underlined', head() + lines(w, plain[0]!, plain[1]!, [u('C'), `. ${C}`], plain[3]!)],
  ['letter and point underlined', head() + lines(w, plain[0]!, plain[1]!, [u('C.'), ` ${C}`], plain[3]!)],
  ['the whole option underlined', head() + lines(w, plain[0]!, plain[1]!, u(`C. ${C}`), plain[3]!)],
  ['the text underlined', head() + lines(w, plain[0]!, plain[1]!, ['C. ', u(C)], plain[3]!)],
  ['the whole option red', head() + lines(w, plain[0]!, plain[1]!, red(`C. ${C}`), plain[3]!)],
  ['only the letter red', head() + lines(w, plain[0]!, plain[1]!, [red('C'), `. ${C}`], plain[3]!)],
  [
    'one colour among blue options',
    head() +
      lines(
        w,
        colored('0070C0', plain[0]!),
        colored('0070C0', plain[1]!),
        colored('00B050', `C. ${C}`),
        colored('0070C0', plain[3]!),
      ),
  ],
  [
    'a red letter where all letters are blue and bold',
    head() +
      [A, B, C, D]
        .map((text, at) =>
          w.p([{ text: `${'ABCD'[at]}.`, look: { b: true, color: at === 2 ? 'FF0000' : '0000FF' } }, ` ${text}`]),
        )
        .join(''),
  ],
  ['highlighted', head() + lines(w, plain[0]!, plain[1]!, lit(`C. ${C}`), plain[3]!)],
  ['the letter highlighted', head() + lines(w, plain[0]!, plain[1]!, [lit('C.'), ` ${C}`], plain[3]!)],
  ['shaded', head() + lines(w, plain[0]!, plain[1]!) + w.p(`C. ${C}`, { shade: 'FFFF00' }) + w.p(plain[3]!)],
  ['a star before the letter', head() + lines(w, plain[0]!, plain[1]!, `*C. ${C}`, plain[3]!)],
  ['a star and a space before the letter', head() + lines(w, plain[0]!, plain[1]!, `* C. ${C}`, plain[3]!)],
  ['a star after the label', head() + lines(w, plain[0]!, plain[1]!, `C. *${C}`, plain[3]!)],
  ['a star at the end', head() + lines(w, plain[0]!, plain[1]!, `C. ${C} *`, plain[3]!)],
  ['a tick at the end', head() + lines(w, plain[0]!, plain[1]!, `C. ${C} ✓`, plain[3]!)],
  ['(x) at the end', head() + lines(w, plain[0]!, plain[1]!, `C. ${C} (x)`, plain[3]!)],
  ['Đáp án: C', head() + lines(w, ...plain, 'Đáp án: C')],
  ['Đáp án C.', head() + lines(w, ...plain, 'Đáp án C.')],
  ['Đáp án đúng là: C', head() + lines(w, ...plain, 'Đáp án đúng là: C')],
  ['ĐA: C', head() + lines(w, ...plain, 'ĐA: C')],
  ['Đ/A C', head() + lines(w, ...plain, 'Đ/A: C')],
  ['Chọn C', head() + lines(w, ...plain, 'Chọn C')],
  ['Chọn đáp án C.', head() + lines(w, ...plain, 'Chọn đáp án C.')],
  ['→ Chọn C', head() + lines(w, ...plain, '→ Chọn C')],
  ['Answer: C', head() + lines(w, ...plain, 'Answer: C')],
  ['ANSWER: C', head() + lines(w, ...plain, 'ANSWER: C')],
  ['Key: C', head() + lines(w, ...plain, 'Key: C')],
  ['bold Đáp án and a small c', head() + lines(w, ...plain, [b('Đáp án: '), 'c'])],
  ['Đáp án with the text of the option', head() + lines(w, ...plain, `Đáp án: C. ${C}`)],
  ['Đáp án with the text alone', head() + lines(w, ...plain, `Đáp án: ${C}.`)],
  ['Đáp án on the next line', head() + lines(w, ...plain, 'Đáp án:', 'C')],
  ['in brackets at the end of the stem', w.p(`Câu 1: ${STEM} (Đáp án: C)`) + lines(w, ...plain)],
  ['in the last option’s line', head() + lines(w, ...plain.slice(0, 3), `${plain[3]}\tĐáp án: C`)],
  ['Đáp án before the options', head() + lines(w, 'Đáp án: C', ...plain)],
  [
    'bold and underlined letter, all letters bold',
    head() +
      [A, B, C, D].map((text, at) => w.p([{ text: `${'ABCD'[at]}. `, look: { b: true, u: at === 2 } }, text])).join(''),
  ],
  ['two options a line, by tabs', head() + lines(w, `A. ${A}\tB. ${B}`, [u('C'), `. ${C}\tD. ${D}`])],
  ['four options a line, by tabs', head() + w.p([`A. ${A}\tB. ${B}\t`, u('C.'), ` ${C}\tD. ${D}`])],
  ['four options a line, by spaces', head() + w.p([`A. ${A}     B. ${B}     `, red(`C. ${C}`), `     D. ${D}`])],
  ['four options a line, by one space', head() + w.p([`A. ${A} B. ${B} `, u('C. '), `${C} D. ${D}`])],
  [
    'options after a line break in one paragraph',
    w.p(`Câu 1: ${STEM}\n${plain.slice(0, 2).join('\n')}\n*${plain[2]}\n${plain[3]}`),
  ],
  ['everything on one line', w.p([`Câu 1: ${STEM} A. ${A}  B. ${B}  `, u('C'), `. ${C}  D. ${D}`])],
  ['brackets: A)', head() + lines(w, `A) ${A}`, `B) ${B}`, [u('C)'), ` ${C}`], `D) ${D}`)],
  ['brackets: (A)', head() + lines(w, `(A) ${A}`, `(B) ${B}`, `(C) ${C}`, `(D) ${D}`, 'Đáp án: C')],
  ['A/', head() + lines(w, `A/ ${A}`, `B/ ${B}`, `C/ ${C}`, `D/ ${D}`, 'Đáp án: C')],
  ['small letters: a.', head() + lines(w, `a. ${A}`, `b. ${B}`, [u('c'), `. ${C}`], `d. ${D}`)],
  ['small letters: a)', head() + lines(w, `a) ${A}`, `b) ${B}`, [b('c)'), ' ', red(C)], `d) ${D}`)],
  ['no space after the point', head() + lines(w, `A.${A}`, `B.${B}`, [u('C'), `.${C}`], `D.${D}`)],
  ['in a table of one row', head() + w.table([[plain[0]!, plain[1]!, [u('C'), `. ${C}`], plain[3]!]])],
  [
    'in a table of two by two',
    head() +
      w.table([
        [plain[0]!, plain[1]!],
        [[u('C'), `. ${C}`], plain[3]!],
      ]),
  ],
  [
    'in a table read by columns',
    head() +
      w.table([
        [plain[0]!, [u('C'), `. ${C}`]],
        [plain[1]!, plain[3]!],
      ]),
  ],
  [
    'letters in cells of their own',
    head() +
      w.table([
        ['A.', A, 'B.', B],
        [u('C.'), C, 'D.', D],
      ]),
  ],
  [
    'letters without points in cells of their own',
    head() +
      w.table([
        ['A', A],
        ['B', B],
        [red('C'), red(C)],
        ['D', D],
      ]),
  ],
  [
    'a shaded cell',
    head() +
      w.table([
        [plain[0]!, plain[1]!],
        [{ xml: w.p(plain[2]!), shade: 'FFFF00' }, plain[3]!],
      ]),
  ],
  [
    'everything numbered by Word',
    w.p(STEM, { number: [1, 0] }) +
      w.p(A, { number: [1, 1] }) +
      w.p(B, { number: [1, 1] }) +
      w.p(u(C), { number: [1, 1], mark: { u: true } }) +
      w.p(D, { number: [1, 1] }),
    NUMBERS,
  ],
  [
    'numbered by Word, the key’s number red',
    w.p(STEM, { number: [1, 0] }) +
      w.p(A, { number: [1, 1] }) +
      w.p(B, { number: [1, 1] }) +
      w.p(C, { number: [1, 1], mark: { color: 'FF0000' } }) +
      w.p(D, { number: [1, 1] }),
    NUMBERS,
  ],
  [
    'numbered by a style',
    w.p(STEM, { style: 'Cau' }) + lines(w, plain[0]!, plain[1]!, [u('C'), `. ${C}`], plain[3]!),
    NUMBERS,
  ],
  ['key list below', head() + lines(w, ...plain) + w.p('ĐÁP ÁN') + w.p('1.C')],
  [
    'key table below',
    head() +
      lines(w, ...plain) +
      w.p(b('BẢNG ĐÁP ÁN')) +
      w.table([
        ['Câu', '1'],
        ['Đáp án', 'C'],
      ]),
  ],
  ['key as a question again', head() + lines(w, ...plain) + w.p('Câu 1: C')],
  ['solution below', head() + lines(w, ...plain) + lines(w, 'HƯỚNG DẪN GIẢI CHI TIẾT', 'Câu 1. Chọn C.')],
  [
    'empty paragraphs between',
    head() + w.p() + [plain[0]!, plain[1]!, `*${plain[2]}`, plain[3]!].map((text) => w.p(text) + w.p('  ')).join(''),
  ],
  [
    'non-breaking spaces',
    w.p(`Câu\u00a01:\u00a0${STEM}`) + lines(w, `A.\u00a0${A}`, `B.\u00a0${B}`, [u('C.'), `\u00a0${C}`], `D.\u00a0${D}`),
  ],
  [
    'decomposed letters',
    lines(
      w,
      `Câu 1: ${STEM}`.normalize('NFD'),
      ...[plain[0]!, plain[1]!, `*${plain[2]}`, plain[3]!].map((text) => text.normalize('NFD')),
    ),
  ],
  ['Cyrillic letters that look Latin', head() + lines(w, `А. ${A}`, `В. ${B}`, [u('С'), `. ${C}`], `D. ${D}`)],
  [
    'set in .VnTime',
    lines(
      w,
      font('.VnTime', 'C©u 1: ChuyÓn ®æi sè lµ g×?'),
      font('.VnTime', 'A. Sè ho¸ giÊy tê'),
      font('.VnTime', 'B. Mua m¸y tÝnh'),
      [{ text: 'C', look: { font: '.VnTime', u: true } }, font('.VnTime', '. Thay ®æi tæng thÓ')],
      font('.VnTime', 'D. LËp trang web'),
    ),
  ],
  [
    'set in VNI-Times',
    lines(
      w,
      font('VNI-Times', 'Caâu 1: Chuyeån ñoåi soá laø gì?'),
      font('VNI-Times', 'A. Soá hoaù giaáy tôø'),
      font('VNI-Times', 'B. Mua maùy tính'),
      font('VNI-Times', '*C. Thay ñoåi toång theå'),
      font('VNI-Times', 'D. Laäp trang web'),
    ),
  ],
  ['heading Bài 1', w.p(`Bài 1. ${STEM}`) + lines(w, ...plain, 'Đáp án: C')],
  ['heading Question 1', w.p(`Question 1: ${STEM}`) + lines(w, ...plain, 'Answer: C')],
  ['heading 1.', w.p(`1. ${STEM}`) + lines(w, ...plain, 'Đáp án: C')],
  ['heading 1)', w.p(`1) ${STEM}`) + lines(w, ...plain, 'Đáp án: C')],
  ['heading 01/', w.p(`01/ ${STEM}`) + lines(w, ...plain, 'Đáp án: C')],
  ['heading Câu 01)', w.p(`Câu 01) ${STEM}`) + lines(w, ...plain, 'Đáp án: C')],
  ['heading CÂU 1 without a sign', w.p(`CÂU 1 ${STEM}`) + lines(w, ...plain, 'Đáp án: C')],
  ['heading Câu hỏi 1:', w.p(`Câu hỏi 1: ${STEM}`) + lines(w, ...plain, 'Đáp án: C')],
  ['heading on a line of its own', w.p(b('Câu 1.')) + w.p(STEM) + lines(w, ...plain, 'Đáp án: C')],
  [
    'heading bold and coloured',
    w.p([{ text: 'Câu 1: ', look: { b: true, color: '0000FF' } }, STEM]) + lines(w, ...plain, 'Đáp án: C'),
  ],
  ['the whole stem bold', w.p(b(`Câu 1: ${STEM}`)) + lines(w, ...plain, 'Đáp án: C')],
  ['options in italics', w.p(`Câu 1: ${STEM}`) + lines(w, ...plain.map(i), 'Đáp án: C')],
  ['no number', w.p(STEM) + lines(w, ...plain, 'Đáp án: C')],
  [
    'title and school above',
    lines(
      w,
      'SỞ GIÁO DỤC VÀ ĐÀO TẠO',
      b('ĐỀ KIỂM TRA CHUYỂN ĐỔI SỐ'),
      'Thời gian: 45 phút',
      'Họ và tên: ………… Lớp: ……',
    ) +
      head() +
      lines(w, ...plain, 'Đáp án: C', '--- HẾT ---', 'Trang 1/2'),
  ],
]

describe.each(['word', 'libreoffice', 'google'] as const)('one question, however written, by %s', (program) => {
  const w = new WordWriter(program)
  it.each(casesOf(w))('%s', async (...[, body, numbering]) => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Cau"><w:name w:val="Cau"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const { rows } = await readDocx(wordFile({ body, styles, ...(numbering ? { numbering } : {}) }))
    expect(rows).toHaveLength(1)
    expect(rows[0]?.place).toBe('Câu 1')
    expect(rows[0]?.draft.body).toEqual({ type: 'single-choice', stem: STEM, options: OPTIONS, key: 2 })
    expect(rows[0]?.problems).toEqual([])
  })

  it.each([
    ['the text bold', lines(w, plain[0]!, plain[1]!, ['C. ', b(C)], plain[3]!)],
    ['the whole option bold', lines(w, plain[0]!, plain[1]!, b(`C. ${C}`), plain[3]!)],
    [
      'all letters bold and one text',
      [A, B, C, D].map((text, at) => w.p([b(`${'ABCD'[at]}. `), at === 2 ? b(text) : text])).join(''),
    ],
  ])('bold type is a weak mark: %s', async (_, options) => {
    const { rows } = await readDocx(wordFile({ body: w.p(`Câu 1: ${STEM}`) + options }))
    expect(rows[0]?.draft.body).toEqual({ type: 'single-choice', stem: STEM, options: OPTIONS, key: 2 })
    expect(rows[0]?.problems).toEqual([{ code: 'key_from_marking', detail: 'bold' }])
  })

  it('saying of every run what it is not', async () => {
    const looks = [A, B, C, D].map((text, at) =>
      w.p({ text: `${'ABCD'[at]}. ${text}`, look: { b: at === 2, i: false, u: at === 2 } }),
    )
    const { rows } = await readDocx(wordFile({ body: w.p(`Câu 1: ${STEM}`) + looks.join('') }))
    expect(rows[0]).toMatchObject({ problems: [], draft: { body: { options: OPTIONS, key: 2 } } })
  })
})
