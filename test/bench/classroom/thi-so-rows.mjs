// @ts-check
// What a class of Thi Số needs before it begins, written by SQL: the bench measures the class, not how it was prepared.
import { createHash, randomBytes, randomUUID } from 'node:crypto'

/** @typedef {import('pg').Client} Database */

export async function makeTeacher(/** @type {Database} */ database) {
  const accountId = randomUUID()
  const token = randomBytes(32).toString('base64url')
  await database.query(
    `INSERT INTO account (id, role, login, password_hash, full_name, name_folded) VALUES ($1, 'teacher', $2, 'none', 'Cô giáo', 'co giao')`,
    [accountId, `bench.${accountId}`],
  )
  await database.query(
    `INSERT INTO session (id, token_hash, account_id, label, expires_at) VALUES ($1, $2, $3, 'bench', now() + interval '1 day')`,
    [randomUUID(), createHash('sha256').update(token).digest(), accountId],
  )
  return { accountId, token }
}

export async function makeSet(
  /** @type {Database} */ database,
  /** @type {string} */ ownerId,
  /** @type {number} */ count,
) {
  const [bankId, setId] = [randomUUID(), randomUUID()]
  await database.query(`INSERT INTO item_bank (id, name, is_open_for_practice) VALUES ($1, $2, true)`, [
    bankId,
    `bench ${bankId}`,
  ])
  const places = []
  for (let index = 0; index < count; index++) {
    const [itemId, versionId] = [randomUUID(), randomUUID()]
    await database.query(
      `INSERT INTO item (id, bank_id, code, type, topic, level, state, version, stem_text, search_folded, points)
       VALUES ($1, $2, $3, 'single-choice', 'concepts', 'recall', 'approved', 1, '', '', 1)`,
      [itemId, bankId, `B-${itemId}`],
    )
    const question = {
      type: 'single-choice',
      stem: `Câu ${index + 1}: chuyển đổi số khác gì với tin học hóa trong công việc hằng ngày của một cơ quan?`,
      options: ['Thay đổi cách làm việc', 'Mua thêm máy tính', 'Gửi thư điện tử', 'In ít giấy hơn'],
      choices: [],
      unit: '',
      translations: {},
    }
    await database.query(`INSERT INTO item_version (id, item_id, version, question) VALUES ($1, $2, 1, $3)`, [
      versionId,
      itemId,
      question,
    ])
    await database.query(
      `INSERT INTO item_key (item_version_id, key, explanation, citations) VALUES ($1, '{"type":"single-choice","option":0}', '{"vi":"","en":""}', '[]')`,
      [versionId],
    )
    places.push({ kind: 'item', itemId, prompt: '', choices: [], limitS: 120, points: 1, section: '' })
  }
  await database.query(`INSERT INTO lesson_set (id, owner_id, title, places) VALUES ($1, $2, 'Bench', $3)`, [
    setId,
    ownerId,
    JSON.stringify(places),
  ])
  return setId
}
