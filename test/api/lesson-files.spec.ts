import type { ApiOutput } from '@thiso/contracts'
import { bodies, bring, download, forged, KNOWING, makeWholeSet, play, rowsOf } from '../support/carried-lesson'
import { closeSockets } from '../support/lesson'
import { useStage } from '../support/stage'
import { makeContest } from '../support/story'

type SetIn = ApiOutput<'importLessonSet'>

/** The server of the province, and a laptop that never saw it. */
const province = useStage()
const laptop = useStage()
afterEach(closeSockets)

async function carriedSet(title = 'Ôn tập: An toàn/mạng "7A"') {
  const home = await province.client('teacher')
  const { setId, itemIds } = await makeWholeSet(home, title)
  const { text, file, headers } = await download(home, 'lessonSetFile', setId)
  return { home, setId, itemIds, text, file, headers }
}

describe('CR-80: the file of a set', () => {
  it('says in words and in a field that it has keys, has everything to play it, and a name that is safe in both forms', async () => {
    const { file, headers, text, home, setId } = await carriedSet()
    expect(file).toMatchObject({ file: 'thiso-lesson-set', version: 1, hasKeys: true })
    expect(text.indexOf('TỆP CÓ ĐÁP ÁN')).toBeLessThan(100)
    expect(file.notice.en).toContain('KEYS')
    const content = file.content as {
      items: { question: { type: string }; key: object }[]
      media: { base64: string }[]
    }
    expect(content.items.map(({ question }) => question.type)).toEqual(bodies('').map(({ type }) => type))
    expect(content.items[0]?.key).toEqual({ type: 'single-choice', option: 0 })
    expect(
      Buffer.from(content.media[0]?.base64 ?? '', 'base64')
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
    const disposition = headers.get('content-disposition') ?? ''
    expect(disposition).toMatch(
      /^attachment; filename="bo-cau-hoi-on-tap-an-toan-mang-7a-[\d-]+\.json"; filename\*=UTF-8''/,
    )
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toMatch(
      /^Bộ câu hỏi - Ôn tập An toàn mạng 7A - [\d-]+\.json$/,
    )
    expect(headers.get('cache-control')).toBe('no-store')
    // Whoever takes so many keys leaves a trace (IB-4).
    const { rows } = await province.database.pool.query(
      `SELECT detail FROM audit_entry WHERE actor_id = $1 AND act = 'item.keys_read'`,
      [home.person.accountId],
    )
    expect(rows).toMatchObject([{ detail: { count: 8 } }])
    // The same set is the same file.
    expect((await download(home, 'lessonSetFile', setId)).file.sha256).toBe(file.sha256)
  })

  it('is for the owner alone', async () => {
    const { setId } = await carriedSet()
    for (const other of [await province.client('teacher'), await province.client('administrator')])
      expect(await other.refusal('lessonSetFile', { params: { setId } })).toBe('SET.NOT_FOUND')
    expect(await (await province.client('contestant')).refusal('lessonSetFile', { params: { setId } })).toBe(
      'AUTH.NOT_ALLOWED',
    )
    expect(await province.guest().refusal('lessonSetFile', { params: { setId } })).toBe('AUTH.SIGN_IN_NEEDED')
  })

  it('takes no item of a round that runs or is to come', async () => {
    const organizer = await province.client('organizer')
    const { items } = await makeContest(organizer, { itemCount: 2, opensInS: 3_600 })
    const { rows } = await province.database.pool.query<{ id: string }>(
      `INSERT INTO lesson_set (id, owner_id, title, places) VALUES (gen_random_uuid(), $1, 'Lén', $2) RETURNING id`,
      [
        organizer.person.accountId,
        JSON.stringify([
          { kind: 'item', itemId: items[0]?.itemId, prompt: '', choices: [], limitS: null, points: 1, section: '' },
        ]),
      ],
    )
    const reply = await organizer.call('lessonSetFile', { params: { setId: rows[0]?.id as string } })
    expect(reply.code).toBe('SET.ITEM_UNUSABLE')
    expect(reply.text).not.toContain('option')
  })
})

describe('CR-81: a set that is taken in', () => {
  it('is played by who brought it, pictures and all; its items wait for a second person before anybody else gets them', async () => {
    const { text } = await carriedSet('Bài 5')
    const teacher = await laptop.client('teacher', 'Cô Hạnh')
    const { status, body } = await bring(teacher, 'importLessonSet', text)
    expect(status).toBe(200)
    const { set, isKnown } = body as SetIn
    expect([isKnown, set.title, set.placeCount]).toEqual([false, 'Bài 5', 9])
    // An entry of the audit outlives the set, so it has no words of it.
    const { rows: entries } = await laptop.database.pool.query(
      `SELECT detail FROM audit_entry WHERE actor_id = $1 AND act = 'item.imported'`,
      [teacher.person.accountId],
    )
    expect(entries).toHaveLength(1)
    expect(JSON.stringify(entries)).not.toContain('Bài 5')
    const { places } = await teacher.get('lessonSet', { params: { setId: set.id } })
    expect(places.map(({ trouble }) => trouble)).toEqual(places.map(() => null))
    expect(places.map(({ section }) => section)).toEqual(['Phần một', '', '', '', '', '', '', '', 'Phần hai'])
    const picture = /media:([\w-]+)/.exec(places[0]?.item?.stem.vi ?? '')?.[1] as string
    expect((await laptop.guest().call('media', { params: { mediaId: picture } })).headers.get('content-type')).toBe(
      'image/png',
    )

    const { banks } = await teacher.get('banks')
    expect(banks).toMatchObject([
      { name: 'Câu hỏi mang theo của Cô Hạnh', isOwn: true, itemCount: 8, approvedCount: 0 },
    ])
    const item = await teacher.get('item', { params: { itemId: places[7]?.itemId as string } })
    expect(item).toMatchObject({ state: 'draft', body: bodies(picture)[7], explanation: 'Vì sách nói vậy.' })
    expect((await teacher.get('classItems', { query: { size: 50 } })).total).toBe(8)
    // Even with the bank open to them, others get approved items alone.
    await teacher.get('updateBank', {
      params: { bankId: banks[0]?.id as string },
      body: { isOpenForPractice: true },
    })
    expect((await (await laptop.client('teacher')).get('classItems', { query: {} })).total).toBe(0)

    const lesson = await play(laptop, teacher, set.id, [{ name: 'An', answers: KNOWING }], null, 2)
    const report = await teacher.get('lessonReport', { params: { lessonId: lesson.id } })
    expect(report.items.map(({ rightCount }) => rightCount)).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0])
  })

  it('comes once: the same file again makes nothing, nor do two at the same moment; a changed set brings only what is new', async () => {
    const { text, home, setId, itemIds } = await carriedSet('Bài 6')
    const teacher = await laptop.client('teacher')
    const both = await Promise.all([bring(teacher, 'importLessonSet', text), bring(teacher, 'importLessonSet', text)])
    const [first, second] = both.map(({ body }) => body as SetIn)
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(second?.set.id).toBe(first?.set.id)
    expect(both.filter(({ body }) => (body as SetIn).isKnown)).toHaveLength(1)
    const before = await rowsOf(laptop)
    const again = (await bring(teacher, 'importLessonSet', text)).body as SetIn
    expect([again.isKnown, again.set.id]).toEqual([true, first?.set.id])
    expect(await rowsOf(laptop)).toEqual(before)

    await home.get('updateLessonSet', {
      params: { setId },
      body: { title: 'Bài 6 mới', places: itemIds.slice(0, 3).map((itemId) => ({ itemId })) },
    })
    const changed = await download(home, 'lessonSetFile', setId)
    const next = (await bring(teacher, 'importLessonSet', changed.text)).body as SetIn
    expect([next.isKnown, next.set.title]).toEqual([false, 'Bài 6 mới'])
    expect(await rowsOf(laptop)).toEqual({ ...before, lesson_set: (before?.['lesson_set'] ?? 0) + 1 })
  })

  it('that was made here is known here; a colleague who has the items gets the set without copies of them', async () => {
    const { text, home, setId } = await carriedSet('Bài 7')
    const own = (await bring(home, 'importLessonSet', text)).body as SetIn
    expect([own.isKnown, own.set.id]).toEqual([true, setId])
    const colleague = await province.client('organizer')
    const before = await rowsOf(province)
    const theirs = (await bring(colleague, 'importLessonSet', text)).body as SetIn
    expect(theirs.isKnown).toBe(false)
    expect(await rowsOf(province)).toEqual({ ...before, lesson_set: (before?.['lesson_set'] ?? 0) + 1 })
  })
})

it('IB-11: an item that a round here still needs is not brought back in by a file', async () => {
  const organizer = await province.client('organizer')
  const { items: held } = await makeContest(organizer, { itemCount: 2, opensInS: 3_600 })
  const { text } = await carriedSet('Bài 11')
  const teacher = await province.client('teacher')
  const before = await rowsOf(province)
  const same = forged(text, ((content: { items: { id: string }[] }) => {
    Object.assign(content.items[3] ?? {}, { id: held[0]?.itemId })
  }) as never)
  const { code, body } = await bring(teacher, 'importLessonSet', same)
  expect([code, (body as { params: object }).params]).toEqual(['SET.ITEM_UNUSABLE', { place: 4 }])
  expect(await rowsOf(province)).toEqual(before)
})

describe('CR-80: a hostile file', () => {
  interface Content {
    title: string
    places: { kind: string; item: number | null; prompt: string; limitS: number | null }[]
    items: {
      question: { stem: string; options: string[] }
      key: Record<string, unknown>
      explanation: { vi: string }
    }[]
    media: { id: string; base64: string }[]
  }
  const forgeries: [string, (content: Content) => void][] = [
    ['a key that points nowhere', ({ items }) => Object.assign(items[0]?.key ?? {}, { option: 9 })],
    [
      'a key of another type',
      ({ items }) => Object.assign(items[0] ?? {}, { key: { type: 'true-false', isTrue: true } }),
    ],
    ['a place of no item', ({ places }) => Object.assign(places[0] ?? {}, { item: 99 })],
    ['an item without text', ({ items }) => Object.assign(items[4]?.question ?? {}, { stem: '<script>1</script>' })],
    ['two equal options', ({ items }) => items[0]?.question.options.fill('Như nhau')],
    ['a poll without choices', ({ places }) => Object.assign(places[8] ?? {}, { choices: ['Một'] })],
    [
      'a picture that is none',
      ({ media }) => Object.assign(media[0] ?? {}, { base64: Buffer.from('<svg/>').toString('base64') }),
    ],
    [
      'a picture of another server',
      ({ items }) =>
        Object.assign(items[1]?.question ?? {}, {
          stem: 'Hình <img src="media:0d4ad3c1-0000-4000-8000-000000000000">',
        }),
    ],
    ['a text that no database keeps', (content) => Object.assign(content, { title: 'A\u0000B' })],
    ['a time of years', ({ places }) => Object.assign(places[0] ?? {}, { limitS: 1e9 })],
    ['more places than a set has', (content) => Object.assign(content, { places: Array(101).fill(content.places[8]) })],
    ['no title', (content) => Object.assign(content, { title: '   ' })],
  ]

  it('is refused with one clear sentence, and nothing of it is kept', async () => {
    const { text } = await carriedSet('Bài 8')
    const teacher = await laptop.client('teacher')
    const before = await rowsOf(laptop)
    const depth = '['.repeat(200_000)
    const files: [string, string | Uint8Array, string][] = [
      ...forgeries.map(([name, change]): [string, string, string] => [
        name,
        forged(text, change as never),
        'SET.FILE_UNREADABLE',
      ]),
      ['an edited one', text.replace('Ổ khóa', 'Ổ khoá'), 'SET.FILE_UNREADABLE'],
      ['half of one', text.slice(0, text.length / 2), 'SET.FILE_UNREADABLE'],
      ['none', 'xin chào', 'SET.FILE_UNREADABLE'],
      ['null', 'null', 'SET.FILE_UNREADABLE'],
      ['no UTF-8', Uint8Array.from([0xff, 0xfe, 0, 1]), 'SET.FILE_UNREADABLE'],
      [
        'a deep one',
        `{"file":"thiso-lesson-set","version":1,"sha256":"","content":${depth}${']'.repeat(200_000)}}`,
        'SET.FILE_UNREADABLE',
      ],
      ['one of a later version', text.replace('"version": 1', '"version": 2'), 'LESSON.FILE_NEWER'],
      ['results', text.replace('thiso-lesson-set', 'thiso-lesson-results'), 'SET.FILE_UNREADABLE'],
      ['a large one', ' '.repeat(21 * 1024 * 1024), 'UPLOAD.TOO_LARGE'],
      ['an empty one', '', 'UPLOAD.MISSING'],
    ]
    for (const [name, content, code] of files)
      expect([name, (await bring(teacher, 'importLessonSet', content)).code]).toEqual([name, code])
    const after = await rowsOf(laptop)
    // A picture that was kept before a later item turned out unsound belongs to nobody and is shown nowhere.
    expect({ ...after, media: before?.['media'] }).toEqual(before)
  })

  it('brings no script along', async () => {
    const { text } = await carriedSet('Bài 9')
    const teacher = await laptop.client('teacher')
    const evil = forged(text, ((content: Content) => {
      for (const { question, explanation } of content.items) {
        question.stem += '<script>alert(1)</script><img src=x onerror=alert(2)>'
        explanation.vi += '<a href="javascript:alert(3)">đây</a>'
      }
    }) as never)
    const { set } = (await bring(teacher, 'importLessonSet', evil)).body as SetIn
    const { places } = await teacher.get('lessonSet', { params: { setId: set.id } })
    const itemIds = places.flatMap(({ itemId }) => itemId ?? [])
    expect(itemIds).toHaveLength(8)
    for (const itemId of itemIds) {
      const said = JSON.stringify(await teacher.get('item', { params: { itemId } }))
      expect(said).toContain('đây')
      expect(said).not.toMatch(/script|onerror|javascript/)
    }
  })
})
