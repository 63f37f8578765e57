import {
  eitherText,
  entryLines,
  formLines,
  paragraphs,
  rankingLines,
  scoringLines,
  WORDS,
} from '@thiso/contracts/rule-words'
import { ARTICLE_KEYS, type ArticleKey, type ContestTable, type Locale, type Localized } from '@thiso/contracts/vocab'
import type { Article, Passage, RoundFacts, RulebookFacts } from './rulebook-facts.js'

/** RB-1: the articles of a contest's thể lệ as its settings make them. The same settings give the same articles. */
export function articlesOf(facts: RulebookFacts, locale: Locale): Article[] {
  return ARTICLE_KEYS.map((key) => ({ key, title: TITLES[key][locale], passages: MAKERS[key](facts, locale) }))
}

const TITLES: Record<ArticleKey, Localized> = {
  name: { vi: 'Tên cuộc thi và đơn vị tổ chức', en: 'Name and organizer' },
  purpose: { vi: 'Mục đích', en: 'Purpose' },
  participants: { vi: 'Đối tượng dự thi', en: 'Who may take part' },
  content: { vi: 'Nội dung thi', en: 'Content' },
  form: { vi: 'Hình thức thi', en: 'Form' },
  time: { vi: 'Thời gian', en: 'Time' },
  scoring: { vi: 'Cách tính điểm', en: 'Scoring' },
  ranking: { vi: 'Cách xếp hạng', en: 'Ranking' },
  prizes: { vi: 'Cơ cấu giải thưởng', en: 'Prizes' },
  rights: { vi: 'Quyền và trách nhiệm của thí sinh', en: 'Rights and duties' },
  complaints: { vi: 'Khiếu nại, phúc khảo', en: 'Complaints' },
  'personal-data': { vi: 'Bảo vệ dữ liệu cá nhân', en: 'Personal data' },
  effect: { vi: 'Hiệu lực và sửa đổi thể lệ', en: 'Effect and amendments' },
}

const MAKERS: Record<ArticleKey, (facts: RulebookFacts, locale: Locale) => Passage[]> = {
  name: ({ title, organizerName }, locale) => [
    say(locale, `Tên cuộc thi: ${title.vi}.`, `Name of the contest: ${eitherText(title, locale)}.`),
    say(locale, `Đơn vị tổ chức: ${organizerName.vi}.`, `Organizer: ${eitherText(organizerName, locale)}.`),
  ],
  purpose: ({ summary }, locale) => paragraphs(eitherText(summary, locale)),
  participants,
  content({ rounds }, locale) {
    const topics = [...new Set(rounds.flatMap((round) => round.topics))].map((topic) => WORDS[locale].topics[topic])
    if (topics.length === 0) return []
    return [
      say(
        locale,
        `Câu hỏi thuộc các chủ đề: ${WORDS.vi.join(topics)}.`,
        `Questions are about ${WORDS.en.join(topics)}.`,
      ),
    ]
  },
  form: (facts, locale) => [
    say(
      locale,
      'Thi trực tuyến trên trang của cuộc thi, bằng điện thoại hoặc máy tính có trình duyệt.',
      'The contest is taken online on its site, with the browser of a phone or a computer.',
    ),
    ...byRound(facts.rounds, locale, formLines),
  ],
  time({ rounds }, locale) {
    const words = WORDS[locale]
    const entries = rounds.map((round) =>
      locale === 'vi'
        ? `${round.name.vi}: từ ${words.moment(round.opensAtMs)} đến ${words.moment(round.closesAtMs)}.`
        : `${eitherText(round.name, locale)}: from ${words.moment(round.opensAtMs)} to ${words.moment(round.closesAtMs)}.`,
    )
    return [
      ...list(entries),
      say(
        locale,
        'Thời gian tính theo đồng hồ máy chủ. Lượt thi đang làm dừng khi hết giờ hoặc khi đợt thi đóng; những gì đã lưu được chấm.',
        'The server’s clock decides. An attempt ends with its time or with the round; what was saved is marked.',
      ),
    ]
  },
  scoring: ({ rounds }, locale) => byRound(rounds, locale, scoringLines),
  ranking,
  prizes,
  rights: ({ rules }, locale) => [
    ...list(
      locale === 'vi'
        ? [
            'Mỗi người dùng một tài khoản, khai đúng họ tên, ngày sinh và đơn vị; khai sai thì kết quả không được công nhận.',
            'Tự mình làm bài; không nhờ người khác làm hộ, không dùng công cụ tự động.',
            'Được xem lại bài, điểm và lý do của thứ hạng theo thể lệ này; được giữ mã biên nhận của từng lượt thi.',
            'Người tổ chức, người soạn và người duyệt câu hỏi của đợt thi không được dự thi và không được xét giải.',
            ...(rules.onePrizeEach ? ['Mỗi người nhận nhiều nhất một giải cá nhân, là giải cao nhất.'] : []),
          ]
        : [
            'One account a person, with the right name, birth date and unit; with wrong ones a result is not recognized.',
            'Everybody works alone; nobody else and no program answers.',
            'Everybody may look at the own paper, score and the reasons for a place as these rules say, and keeps a receipt of each attempt.',
            'Who organizes, and who writes or reviews a round’s questions, neither takes part in it nor gets a prize.',
            ...(rules.onePrizeEach ? ['Nobody gets more than one individual prize: the highest.'] : []),
          ],
    ),
  ],
  complaints: ({ rules: { complaintHours } }, locale) =>
    complaintHours === 0
      ? [say(locale, 'Kết quả đã công bố là kết quả cuối cùng.', 'Published results are final.')]
      : [
          say(
            locale,
            `Thí sinh gửi khiếu nại về một câu hỏi hoặc về kết quả ngay trên trang của cuộc thi, trong ${WORDS.vi.duration(complaintHours * 3_600)} kể từ khi công bố kết quả, và theo dõi được việc giải quyết ở đó.`,
            `A complaint about a question or about the result is filed on the contest’s site within ${WORDS.en.duration(complaintHours * 3_600)} after the results were published; its state can be followed there.`,
          ),
          say(
            locale,
            'Khi đáp án được sửa hoặc một câu bị hủy, mọi bài có câu đó được chấm lại như nhau, kết quả mới ghi rõ lý do và người duyệt, người thay đổi thứ hạng được báo.',
            'When a key is corrected or a question is struck out, all papers with it are marked again alike; the new results name the reason, two people approve them, and whoever moved is told.',
          ),
        ],
  'personal-data': (_, locale) => [
    say(
      locale,
      'Ban tổ chức chỉ thu thập họ tên, ngày sinh, đơn vị và thông tin đăng nhập để tổ chức thi, xét giải; không thu thập số căn cước khi đăng ký. Người dưới 16 tuổi cần cha mẹ hoặc người giám hộ đồng ý.',
      'The organizers collect name, birth date, unit and sign-in data to hold the contest and award prizes; no national id number is asked for at sign-up. Under 16 a parent or guardian must consent.',
    ),
    say(
      locale,
      'Trong lúc làm bài, hệ thống ghi giờ bắt đầu, từng lần chọn câu trả lời, giờ nộp, thiết bị và mạng ở dạng rút gọn, chỉ để chấm bài, bù giờ khi có sự cố và giải quyết phúc khảo.',
      'While a paper is taken, the start, each choice, the submission, the device and a shortened form of the network are recorded, only for marking, for giving time back after outages and for complaints.',
    ),
    say(
      locale,
      'Danh tính chỉ được kiểm tra với người được đề nghị trao giải. Thí sinh xem và tải dữ liệu của mình trong mục Tài khoản; tên trên bảng công khai hiện theo lựa chọn của cuộc thi.',
      'Identity is checked only of those who are proposed for a prize. Everybody can see and download the own data in the account; names in public standings are shown as the contest has chosen.',
    ),
  ],
  effect: (_, locale) => [
    say(
      locale,
      'Thể lệ có hiệu lực từ khi công bố. Sau khi một đợt thi đã có người dự thi, quy định của đợt chỉ được sửa khi có lý do, có người thứ hai duyệt và công khai nội dung trước, sau; lượt thi đã bắt đầu theo quy định lúc bắt đầu.',
      'These rules take effect when they are published. Once a round has participants, its rules change only with a reason, a second approver and a public before and after; attempts keep the rules under which they began.',
    ),
  ],
}

function participants({ rules, rounds, unitNames }: RulebookFacts, locale: Locale): Passage[] {
  const { minAge, maxAge, ageOn, unitIds, roles, invitedOnly } = rules.eligibility
  const words = WORDS[locale]
  const lines: string[] = []
  const age = ageLine(minAge, maxAge, locale)
  if (age) {
    const on =
      ageOn === null
        ? locale === 'vi'
          ? 'vào ngày dự thi'
          : 'on the day of the attempt'
        : `${locale === 'vi' ? 'tính đến ngày' : 'on'} ${words.day(ageOn)}`
    lines.push(locale === 'vi' ? `Người ${age}, ${on}.` : `People ${age}, ${on}.`)
  }
  if (unitIds.length > 0) {
    const names = words.join(unitIds.map((id) => unitNames.get(id) ?? id))
    lines.push(
      locale === 'vi'
        ? `Người thuộc ${names} và các đơn vị trực thuộc.`
        : `People of ${names} and the units below them.`,
    )
  }
  if (roles.length > 0) {
    const named = words.join(roles.map((role) => words.roles[role]))
    lines.push(locale === 'vi' ? `Chỉ tài khoản ${named} được dự thi.` : `Only accounts of ${named} may take part.`)
  }
  if (invitedOnly)
    lines.push(
      locale === 'vi' ? 'Chỉ người có trong danh sách của ban tổ chức.' : 'Only people on the organizers’ list.',
    )
  if (lines.length === 0)
    lines.push(
      locale === 'vi'
        ? 'Mọi người có tài khoản trên hệ thống, trừ người tổ chức.'
        : 'Everybody with an account, but for the organizers.',
    )
  const tables = rules.tables.map((table) => tableLine(table, unitNames, locale))
  return [
    ...lines.map((text): Passage => ({ kind: 'paragraph', text })),
    ...(tables.length > 0
      ? [say(locale, 'Cuộc thi chia thành các bảng:', 'The contest has tables:'), ...list(tables)]
      : []),
    ...byRound(rounds, locale, (round, language) => {
      const named = [...rules.tables, ...rounds.map(({ id, name }) => ({ code: id, name }))]
      const nameOf = (id: string) => {
        const found = named.find(({ code }) => code === id)
        return found && eitherText(found.name, language)
      }
      return entryLines(round.rules, language, nameOf, rules.tables.length > 0)
    }),
  ]
}

function ageLine(min: number | null, max: number | null, locale: Locale): string {
  if (min !== null && max !== null) return locale === 'vi' ? `từ ${min} đến ${max} tuổi` : `aged ${min} to ${max}`
  if (min !== null) return locale === 'vi' ? `từ ${min} tuổi trở lên` : `aged ${min} or more`
  if (max !== null) return locale === 'vi' ? `không quá ${max} tuổi` : `aged ${max} at most`
  return ''
}

function tableLine(table: ContestTable, unitNames: ReadonlyMap<string, string>, locale: Locale): string {
  const words = WORDS[locale]
  const conditions = [
    ageLine(table.minAge, table.maxAge, locale),
    words.join(table.unitKinds.map((kind) => words.unitKinds[kind])),
    words.join(table.unitIds.map((id) => unitNames.get(id) ?? id)),
  ].filter(Boolean)
  const name =
    locale === 'vi'
      ? `Bảng ${table.code} (${table.name.vi})`
      : `Table ${table.code} (${eitherText(table.name, locale)})`
  return `${name}${conditions.length > 0 ? `: ${conditions.join('; ')}` : ''}.`
}

function ranking({ rounds, rules }: RulebookFacts, locale: Locale): Passage[] {
  const passages = byRound(rounds, locale, (round, language) =>
    rankingLines(round.rules.ranking, round.rules.prediction, language),
  )
  const perTable =
    rules.tables.length > 0 ? [say(locale, 'Mỗi bảng xếp hạng riêng.', 'Each table has a ranking of its own.')] : []
  if (!rules.total) return [...perTable, ...passages]
  const rounds_ = rules.total.bestRounds
  const total = say(
    locale,
    `Xếp hạng chung cuộc theo tổng ${rounds_ === null ? 'các đợt thi' : `của ${rounds_} đợt tốt nhất`}, lần lượt theo:`,
    `The overall ranking goes by the total over ${rounds_ === null ? 'all rounds' : `the best ${rounds_} rounds`}, in this order:`,
  )
  return [...perTable, ...passages, total, ...list(rankingLines(rules.total.ranking, null, locale))]
}

function prizes({ prizes: all, rules }: RulebookFacts, locale: Locale): Passage[] {
  const words = WORDS[locale]
  const entryOf = ({ tier, count, reward, table }: RulebookFacts['prizes'][number]) => {
    const place = table === null ? '' : locale === 'vi' ? ` bảng ${table}` : ` of table ${table}`
    const some = locale === 'vi' ? String(count).padStart(2, '0') : `${count} ×`
    return `${some} ${words.tiers[tier]}${place}: ${eitherText(reward, locale)}.`
  }
  const ofScope = (scope: 'round' | 'total') => all.filter((prize) => prize.scope === scope)
  const passages: Passage[] = []
  if (ofScope('round').length > 0)
    passages.push(
      say(locale, 'Giải cá nhân của mỗi đợt thi:', 'Individual prizes of each round:'),
      ...list(ofScope('round').map(entryOf)),
    )
  if (ofScope('total').length > 0)
    passages.push(
      say(locale, 'Giải cá nhân chung cuộc:', 'Individual prizes overall:'),
      ...list(ofScope('total').map(entryOf)),
    )
  if (passages.length === 0) return [say(locale, 'Cuộc thi không có giải cá nhân.', 'There are no individual prizes.')]
  if (rules.onePrizeEach)
    passages.push(
      say(
        locale,
        'Người đạt nhiều giải nhận giải cao nhất; giải còn lại trao cho người kế tiếp.',
        'Whoever wins several prizes gets the highest; the others go to the next in order.',
      ),
    )
  return passages
}

/** Lines that are the same for all rounds stand once; the others under the round's name. Rounds without any are left out. */
function byRound(
  rounds: readonly RoundFacts[],
  locale: Locale,
  linesOf: (round: RoundFacts, locale: Locale) => string[],
): Passage[] {
  const groups = new Map<string, { names: string[]; lines: string[] }>()
  for (const round of rounds) {
    const lines = linesOf(round, locale)
    const name = JSON.stringify(lines)
    const group = groups.get(name) ?? { names: [], lines }
    group.names.push(eitherText(round.name, locale))
    groups.set(name, group)
  }
  if (groups.size === 1) return [...groups.values()].flatMap(({ lines }) => list(lines))
  return [...groups.values()]
    .filter(({ lines }) => lines.length > 0)
    .flatMap(({ names, lines }) => [
      { kind: 'paragraph' as const, text: `${WORDS[locale].join(names)}:` },
      ...list(lines),
    ])
}

function say(locale: Locale, vi: string, en: string): Passage {
  return { kind: 'paragraph', text: locale === 'vi' ? vi : en }
}

function list(entries: string[]): Passage[] {
  return entries.length > 0 ? [{ kind: 'list', entries }] : []
}
