import type { ApiOutput } from '@thiso/contracts'
import {
  bring,
  download,
  forged,
  GUESSING,
  KNOWING,
  makeWholeSet,
  play,
  rowsOf,
  type Teacher,
} from '../support/carried-lesson'
import { closeSockets, items, openLesson, right, schoolYearNow, wrong } from '../support/lesson'
import { useStage } from '../support/stage'

type ResultsIn = ApiOutput<'importLessonResults'>

/** The server of the province, and a laptop that never saw it. */
const province = useStage()
const laptop = useStage()
afterEach(closeSockets)

/** The file of a set. */
async function setFile(title: string): Promise<string> {
  const teacher = await province.client('teacher')
  return (await download(teacher, 'lessonSetFile', (await makeWholeSet(teacher, title)).setId)).text
}

/** A lesson of two pupils on the laptop, with its file. */
async function playedAway(teacher: Teacher, title: string, classId: string | null = null) {
  const { setId, itemIds } = await makeWholeSet(teacher, title)
  const pupils = classId ? (await teacher.get('schoolClass', { params: { classId } })).pupils : []
  const seat = (index: number) => (pupils[index] ? { pupilId: pupils[index].id } : {})
  const lesson = await play(
    laptop,
    teacher,
    setId,
    [
      { name: 'Nguyễn Văn An', answers: KNOWING, ...seat(0) },
      { name: 'Lê Bình', answers: GUESSING, ...seat(1) },
      { name: 'Trần Chi', answers: GUESSING, ...seat(2) },
    ],
    classId,
  )
  const running = await teacher.refusal('lessonResultsFile', { params: { lessonId: lesson.id } })
  await lesson.act('end')
  const report = await teacher.get('lessonReport', { params: { lessonId: lesson.id } })
  return { lesson, itemIds, running, report, ...(await download(teacher, 'lessonResultsFile', lesson.id)) }
}

describe('CR-82: the results of a lesson', () => {
  it('are carried out once it is over, by its owner, without what a phone would need to be a seat', async () => {
    const teacher = await laptop.client('teacher')
    const { lesson, running, text, file } = await playedAway(teacher, 'Chơi xa')
    expect(running).toBe('LESSON.STILL_RUNNING')
    for (const other of [await laptop.client('teacher'), await laptop.client('administrator')])
      expect(await other.refusal('lessonResultsFile', { params: { lessonId: lesson.id } })).toBe('LESSON.NOT_FOUND')
    expect(file).toMatchObject({ file: 'thiso-lesson-results', hasKeys: true })
    expect(file.notice.vi).toContain('TÊN HỌC SINH')
    const { rows } = await laptop.database.pool.query<Record<string, string>>(
      `SELECT s.token_hash, s.device_hash, encode(l.secret, 'hex') AS hex, encode(l.secret, 'base64') AS base64
       FROM lesson_seat s JOIN lesson l ON l.id = s.lesson_id WHERE l.id = $1`,
      [lesson.id],
    )
    expect(rows).toHaveLength(3)
    for (const row of rows) for (const secret of Object.values(row)) expect(text).not.toContain(secret)
  })

  it('say the same there as where it was played, whatever becomes of the items meanwhile', async () => {
    const teacher = await laptop.client('teacher')
    const { lesson, itemIds, report, text } = await playedAway(teacher, 'Chơi xa 2')
    const owner = await province.client('teacher')
    const { status, body } = await bring(owner, 'importLessonResults', text)
    expect(status).toBe(200)
    const came = body as ResultsIn
    expect(came).toMatchObject({
      isKnown: false,
      lesson: { isCarriedIn: true, title: 'Chơi xa 2', seatCount: 3, phase: 'ended', pin: null },
    })
    const there = await owner.get('lessonReport', { params: { lessonId: came.lesson.id } })
    const plain = (own: typeof report) => {
      // Pictures have ids of their own on every server.
      const text = JSON.stringify({ ...own, lesson: null }).replace(/media:[\w-]+/g, 'media:')
      return JSON.parse(text) as object
    }
    expect(plain(there)).toEqual(plain(report))
    expect(there.items[0]).toMatchObject({ rightCount: 1, misconception: { text: { vi: 'Lá cờ' }, count: 2 } })
    expect(there.seats.map(({ name, rightCount }) => [name, rightCount])).toEqual([
      ['Nguyễn Văn An', 7],
      ['Lê Bình', 0],
      ['Trần Chi', 0],
    ])
    expect((await owner.get('lessons', { query: {} })).rows).toMatchObject([{ id: came.lesson.id, isCarriedIn: true }])
    // CR-60: entries outlive the lesson, so they have no words of it.
    const entries = await Promise.all(
      [laptop, province].map(({ database }) =>
        database.pool.query(`SELECT act, detail FROM audit_entry WHERE act LIKE 'lesson.%' OR act LIKE 'item.%'`),
      ),
    )
    expect(entries.flatMap(({ rows }) => rows as { act: string }[]).map(({ act }) => act)).toEqual(
      expect.arrayContaining(['lesson.carried_out', 'lesson.carried_in']),
    )
    expect(JSON.stringify(entries.map(({ rows }) => rows))).not.toContain('Chơi xa')

    // Another key in the bank makes a version of its own: what was played stays what it was.
    const item = await teacher.get('item', { params: { itemId: itemIds[2] as string } })
    await teacher.get('updateItem', {
      params: { itemId: item.id },
      body: { ...item, body: { type: 'true-false', stem: 'Mã OTP chỉ để chính chủ dùng.', isTrue: false } },
    })
    expect(await teacher.get('lessonReport', { params: { lessonId: lesson.id } })).toEqual(report)
    expect(
      (
        (await bring(owner, 'importLessonResults', (await download(teacher, 'lessonResultsFile', lesson.id)).text))
          .body as ResultsIn
      ).isKnown,
    ).toBe(true)
    // Nothing of it went into a bank.
    expect((await owner.get('banks')).banks).toEqual([])
  })

  it('are merged once: again they are known, with other content they are refused; others may have them too', async () => {
    const teacher = await laptop.client('teacher')
    const { lesson, text } = await playedAway(teacher, 'Chơi xa 3')
    const owner = await province.client('teacher')
    const both = await Promise.all(['once', 'twice'].map(() => bring(owner, 'importLessonResults', text)))
    const [lessonId] = both.map(({ body }) => (body as ResultsIn).lesson.id)
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(new Set(both.map(({ body }) => (body as ResultsIn).lesson.id)).size).toBe(1)
    const before = await rowsOf(province)
    expect(((await bring(owner, 'importLessonResults', text)).body as ResultsIn).isKnown).toBe(true)
    const better = forged(text, ((content: { answers: [number, number, unknown][]; seats: { name: string }[] }) => {
      content.answers.splice(0, 1)
    }) as never)
    expect((await bring(owner, 'importLessonResults', better)).code).toBe('LESSON.FILE_DIFFERS')
    expect({ ...(await rowsOf(province)), media: before?.['media'] }).toEqual(before)
    // Where it was played it is itself.
    expect((await bring(teacher, 'importLessonResults', text)).body).toMatchObject({
      isKnown: true,
      lesson: { id: lesson.id, isCarriedIn: false },
    })
    expect((await bring(teacher, 'importLessonResults', better)).code).toBe('LESSON.FILE_DIFFERS')
    // Nobody can keep a lesson out by bringing it first.
    const other = await province.client('teacher')
    expect(((await bring(other, 'importLessonResults', text)).body as ResultsIn).isKnown).toBe(false)
    expect(await other.refusal('lessonReport', { params: { lessonId: lessonId as string } })).toBe('LESSON.NOT_FOUND')
  })

  it('that are no record of a lesson are refused whole', async () => {
    const teacher = await laptop.client('teacher')
    const { text } = await playedAway(teacher, 'Chơi xa 4')
    const owner = await province.client('teacher')
    const before = await rowsOf(province)
    interface Content {
      deleteOn: string
      acts: { act: { kind: string } }[]
      seats: { number: number; joinedPlace: number }[]
      answers: unknown[][]
      items: { key: object }[]
    }
    const forgeries: [string, (content: Content) => void, string][] = [
      ['no end', ({ acts }) => acts.pop(), 'LESSON.FILE_UNREADABLE'],
      ['acts that do not fit', ({ acts }) => acts.reverse(), 'LESSON.FILE_UNREADABLE'],
      [
        'an act of another kind',
        ({ acts }) => Object.assign(acts[0] ?? {}, { act: { kind: 'win' } }),
        'LESSON.FILE_UNREADABLE',
      ],
      ['an answer of nobody', ({ answers }) => Object.assign(answers[0] ?? [], { 1: 77 }), 'LESSON.FILE_UNREADABLE'],
      ['an answer twice', ({ answers }) => answers.push(answers[0] as unknown[]), 'LESSON.FILE_UNREADABLE'],
      ['words for options', ({ answers }) => Object.assign(answers[0] ?? [], { 2: 'A' }), 'LESSON.FILE_UNREADABLE'],
      ['a seat twice', ({ seats }) => seats.push(seats[0] as Content['seats'][0]), 'LESSON.FILE_UNREADABLE'],
      ['no key', ({ items }) => Object.assign(items[0] ?? {}, { key: null }), 'LESSON.FILE_UNREADABLE'],
      ['a day that has passed', (content) => Object.assign(content, { deleteOn: '2020-01-01' }), 'LESSON.FILE_TOO_OLD'],
    ]
    for (const [name, change, code] of forgeries)
      expect([name, (await bring(owner, 'importLessonResults', forged(text, change as never))).code]).toEqual([
        name,
        code,
      ])
    expect((await bring(owner, 'importLessonResults', await setFile('Bài 10'))).code).toBe('LESSON.FILE_UNREADABLE')
    expect(
      (await bring(owner, 'importLessonResults', text, { classId: '3f7fb0de-0000-4000-8000-000000000000' })).code,
    ).toBe('CLASS.NOT_FOUND')
    expect((await bring(owner, 'importLessonResults', text, { classId: 'x' })).code).toBe('CLASS.NOT_FOUND')
    const after = await rowsOf(province)
    for (const table of ['lesson', 'lesson_seat', 'lesson_answer', 'carried_lesson'])
      expect(after?.[table]).toBe(before?.[table])
  })
})

describe('CR-82: the results of a lesson in every mode', () => {
  /** Without ids that each server gives itself. */
  const plain = (report: ApiOutput<'lessonReport'>) => ({ ...report, lesson: null })
  const carry = async (teacher: Teacher, lessonId: string) => {
    const there = await province.client('teacher')
    const { text } = await download(teacher, 'lessonResultsFile', lessonId)
    const { lesson } = (await bring(there, 'importLessonResults', text)).body as ResultsIn
    const [here, came] = await Promise.all([
      teacher.get('lessonReport', { params: { lessonId } }),
      there.get('lessonReport', { params: { lessonId: lesson.id } }),
    ])
    expect(plain(came)).toEqual(plain(here))
    return came
  }

  it.each(['teams', 'bell'] as const)('%s', async (mode) => {
    const teacher = await laptop.client('teacher')
    const lesson = await openLesson(laptop, teacher, items(3), { mode, teams: { count: 2 } })
    const team = (number: number) => (mode === 'teams' ? { team: number } : {})
    const pupils = [
      await lesson.join('An', team(1)),
      await lesson.join('Bình', team(2)),
      await lesson.join('Chi', team(2)),
    ]
    for (const place of [1, 2]) {
      const item = await lesson.next()
      for (const [index, pupil] of pupils.entries()) await pupil.answer(place, index < 2 ? right(item) : wrong(item))
      await lesson.reveal(place)
    }
    // A pause, a skipped place and a seat that was removed are part of the record.
    await lesson.next()
    await lesson.act('pause')
    await lesson.act('resume')
    await lesson.act('skip')
    await lesson.seats({ kind: 'remove', seat: pupils[2]?.seat as number })
    await lesson.act('end')
    const { seats, items: played } = await carry(teacher, lesson.id)
    expect(seats.map(({ rightCount, isRemoved }) => [rightCount, isRemoved])).toEqual([
      [2, false],
      [2, false],
      [0, true],
    ])
    expect(played[2]?.isSkipped).toBe(true)
  })

  it('race', async () => {
    const teacher = await laptop.client('teacher')
    const until = new Date(Date.now() + 600_000).toISOString()
    const lesson = await openLesson(laptop, teacher, items(2), { mode: 'race', until })
    const pupil = await lesson.join('An')
    await lesson.act('next')
    await lesson.phase('open')
    await pupil.next()
    for (const place of [1, 2]) {
      const item = pupil.view.item
      expect(await pupil.answer(place, place === 1 ? right(item) : wrong(item))).toMatchObject({ place })
      await pupil.next()
    }
    await lesson.act('end')
    const { seats } = await carry(teacher, lesson.id)
    expect(seats).toMatchObject([{ name: 'An', rightCount: 1, answeredCount: 2 }])
  })
})

describe('CR-83: a class and its pupils', () => {
  const names = ['Nguyễn Văn An', 'Lê Bình', 'Trần Chi']
  const makeClass = async (teacher: Teacher, list: string[]) => {
    const made = await teacher.get('createSchoolClass', {
      body: { name: '7A', grade: 7, schoolYear: schoolYearNow() },
    })
    await teacher.get('setPupils', { params: { classId: made.id }, body: { pupils: list.map((name) => ({ name })) } })
    return made
  }

  it('are met again by the list, in a class that the teacher names', async () => {
    const teacher = await laptop.client('teacher')
    const away = await makeClass(teacher, names)
    const { text, report } = await playedAway(teacher, 'Chơi xa 5', away.id)
    const owner = await province.client('teacher')
    const here = await makeClass(owner, ['trần chi', 'NGUYỄN VĂN AN', 'Người Khác'])
    const stranger = await province.client('teacher')
    expect((await bring(stranger, 'importLessonResults', text, { classId: here.id })).code).toBe('CLASS.NOT_FOUND')
    const { lesson } = (await bring(owner, 'importLessonResults', text, { classId: here.id })).body as ResultsIn
    expect(lesson).toMatchObject({ className: '7A', deleteOn: report.lesson.deleteOn })
    const { progress, pupils, lessonCount } = await owner.get('schoolClass', { params: { classId: here.id } })
    expect(lessonCount).toBe(1)
    const rightOf = Object.fromEntries(
      pupils.map(({ id, name }) => [
        name,
        progress.find(({ pupilId }) => pupilId === id)?.lessons[0]?.rightCount ?? null,
      ]),
    )
    expect(rightOf).toEqual({ 'trần chi': 0, 'NGUYỄN VĂN AN': 7, 'Người Khác': null })
  })

  it('are the same by their ids; without a class here the names stay with the seats', async () => {
    const teacher = await laptop.client('teacher')
    const away = await makeClass(teacher, names)
    const { text } = await playedAway(teacher, 'Chơi xa 6', away.id)
    const nobody = await province.client('teacher')
    const alone = (await bring(nobody, 'importLessonResults', text)).body as ResultsIn
    expect(alone.lesson.className).toBe('7A')
    const report = await nobody.get('lessonReport', { params: { lessonId: alone.lesson.id } })
    expect(report.seats.map(({ name }) => name)).toEqual(names)
    expect((await nobody.get('schoolClasses')).classes).toEqual([])

    // A laptop that was set up from the province's data knows class and pupils by the same ids.
    const owner = await province.client('teacher')
    const { rows } = await laptop.database.pool.query(`SELECT id, name, number FROM pupil WHERE class_id = $1`, [
      away.id,
    ])
    await province.database.pool.query(
      `INSERT INTO school_class (id, owner_id, name, school_year, delete_on) VALUES ($1, $2, 'Lớp 7A', 2026, current_date + 100)`,
      [away.id, owner.person.accountId],
    )
    for (const { id, name, number } of rows)
      await province.database.pool.query(`INSERT INTO pupil (id, class_id, name, number) VALUES ($1, $2, $3, $4)`, [
        id,
        away.id,
        `${name} (7A)`,
        number,
      ])
    const { lesson } = (await bring(owner, 'importLessonResults', text)).body as ResultsIn
    expect(lesson.className).toBe('Lớp 7A')
    const { progress } = await owner.get('schoolClass', { params: { classId: away.id } })
    expect(progress.map(({ lessons }) => lessons[0]?.rightCount)).toEqual([7, 0, 0])
  })
})
