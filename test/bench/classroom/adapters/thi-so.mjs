// @ts-check
// Drives a class of Thi Số: seats by HTTP, everything else by plain websockets that speak just enough of the socket.io protocol.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import http from 'node:http'
import pg from 'pg'
import WebSocket from 'ws'

export async function open(
  /** @type {{ url: string, databaseUrl: string, items: number }} */ { url, databaseUrl, items },
) {
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  const teacher = await makeTeacher(database)
  const setId = await makeSet(database, teacher.accountId, items)
  const post = (
    /** @type {string} */ path,
    /** @type {unknown} */ body,
    /** @type {string | undefined} */ token,
    /** @type {string | undefined} */ from,
  ) => ask(`${url}/api${path}`, { body, token, from })
  const lesson = await post(
    '/classroom/lessons',
    {
      setId,
      settings: { leadS: 0, revealsItself: false, locksWhenAllAnswered: false },
    },
    teacher.token,
  )
  /** @type {{ send: (line: string) => Promise<any>, close: () => void }[]} */
  const players = []
  let place = 0
  /** @type {string[]} */
  let tokens = []
  let { version } = lesson.step
  const act = async (/** @type {string} */ kind) => {
    const step = await post(`/classroom/lessons/${lesson.id}/acts`, { version, act: { kind } }, teacher.token)
    version = step.version
  }
  return {
    async join(/** @type {number} */ index, /** @type {(what: 'item' | 'outcome' | 'other') => void} */ heard) {
      const { token } = await post(
        '/classroom/seats',
        {
          pin: lesson.pin,
          name: `Học sinh ${index}`,
          device: randomBytes(16).toString('base64url'),
        },
        undefined,
        addressOf(index),
      )
      players[index] = await connect(url, addressOf(index), (text) => {
        if (text.startsWith('["lesson:outcome"')) heard('outcome')
        else if (text.startsWith('["lesson:step"') && text.includes('"item":{')) {
          if (tokens.length === 0)
            tokens = JSON.parse(text)[1].item.options.map((/** @type {any} */ option) => option.token)
          heard('item')
        } else heard('other')
      })
      await players[index]?.send(`["lesson:seat",{"token":"${token}"}]`)
    },
    async next() {
      tokens = []
      place++
      await act('next')
    },
    async answer(/** @type {number} */ index) {
      const token = tokens[index % tokens.length]
      const reply = await players[index]?.send(`["lesson:answer",{"place":${place},"answer":"${token}"}]`)
      if (reply?.refused) throw new Error(`an answer was refused: ${reply.refused}`)
    },
    async reveal() {
      await act('lock')
      await act('reveal')
    },
    async stored() {
      const { rows } = await database.query(`SELECT count(*)::int AS n FROM lesson_answer WHERE lesson_id = $1`, [
        lesson.id,
      ])
      return rows[0].n
    },
    async end() {
      await act('end')
      for (const player of players) player.close()
      await database.end()
    },
  }
}

/** A phone on 4G has an address of its own: each player comes from one of this machine's loopback addresses. */
function addressOf(/** @type {number} */ index) {
  return `127.1.${index >> 7}.${1 + (index & 127)}`
}

function ask(
  /** @type {string} */ url,
  /** @type {{ body: unknown, token?: string | undefined, from?: string | undefined }} */ { body, token, from },
) {
  return new Promise((resolve, reject) => {
    const request = http.request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-thi-so': '1', ...(token ? { cookie: `thiso=${token}` } : {}) },
      ...(from ? { localAddress: from } : {}),
    })
    request.on('error', reject)
    request.on('response', async (response) => {
      let text = ''
      for await (const part of response.setEncoding('utf8')) text += part
      if (response.statusCode === 200 || response.statusCode === 201) resolve(JSON.parse(text))
      else reject(new Error(`${url}: ${response.statusCode} ${text}`))
    })
    request.end(JSON.stringify(body))
  })
}

/** One device: a websocket, and acknowledgements by their number. */
function connect(
  /** @type {string} */ url,
  /** @type {string} */ localAddress,
  /** @type {(text: string) => void} */ heard,
) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      perMessageDeflate: false,
      localAddress,
    })
    /** @type {Map<number, (reply: any) => void>} */
    const waiting = new Map()
    let number = 0
    socket.on('error', reject)
    socket.on('message', (/** @type {Buffer} */ data) => {
      const first = data[0]
      if (first === 48) socket.send('40{"protocol":1}')
      else if (first === 50) socket.send('3')
      else if (first === 52 && data[1] === 48)
        resolve({
          send: (/** @type {string} */ line) =>
            new Promise((done) => {
              waiting.set(++number, done)
              socket.send(`42${number}${line}`)
            }),
          close: () => socket.terminate(),
        })
      else if (first === 52 && data[1] === 51) {
        const text = data.toString('utf8', 2)
        const at = text.indexOf('[')
        const id = Number(text.slice(0, at))
        waiting.get(id)?.(JSON.parse(text.slice(at))[0])
        waiting.delete(id)
      } else if (first === 52 && data[1] === 50) heard(data.toString('utf8', 2))
    })
  })
}

async function makeTeacher(/** @type {pg.Client} */ database) {
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

async function makeSet(/** @type {pg.Client} */ database, /** @type {string} */ ownerId, /** @type {number} */ count) {
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
