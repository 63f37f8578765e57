// @ts-check
// Drives a class of Thi Số: seats and the host's taps by HTTP, everything else by websockets. The host's screen watches too.
import { randomBytes } from 'node:crypto'
import http from 'node:http'
import pg from 'pg'
import { startStage } from '../../stage.mjs'
import { makeSet, makeTeacher } from '../thi-so-rows.mjs'
import { addressOf, connect } from '../wire.mjs'

/** @type {import('../adapter.js').Adapter['start']} */
export async function start(say) {
  const stage = await startStage(say)
  return {
    url: `http://127.0.0.1:${stage.api.port}`,
    pid: stage.api.pid,
    databasePid: stage.postmasterPid,
    facts: { databaseUrl: stage.databaseUrl },
    stop: stage.stop,
  }
}

/** @type {import('../adapter.js').Adapter['open']} */
export async function open({ url, facts, items }) {
  const database = new pg.Client({ connectionString: facts['databaseUrl'] })
  await database.connect()
  const teacher = await makeTeacher(database)
  const setId = await makeSet(database, teacher.accountId, items)
  const cookie = `thiso=${teacher.token}`
  const settings = { leadS: 0, revealsItself: false, locksWhenAllAnswered: false }
  const lesson = await post(`${url}/api/classroom/lessons`, { body: { setId, settings }, cookie })
  let hostMessages = 0
  const host = await connect(url, '127.0.0.1', () => hostMessages++, { cookie })
  await host.send(`["lesson:host",{"lessonId":"${lesson.id}"}]`)
  /** @type {Awaited<ReturnType<typeof connect>>[]} */
  const players = []
  let place = 0
  /** @type {string[]} */
  let tokens = []
  let { version } = lesson.step
  const act = async (/** @type {string} */ kind) => {
    const body = { version, act: { kind } }
    const step = await post(`${url}/api/classroom/lessons/${lesson.id}/acts`, { body, cookie })
    version = step.version
  }
  return {
    async join(index, heard) {
      const device = randomBytes(16).toString('base64url')
      const body = { pin: lesson.pin, name: `Học sinh ${index}`, device }
      const { token } = await post(`${url}/api/classroom/seats`, { body, from: addressOf(index) })
      const player = await connect(url, addressOf(index), (text) => {
        if (text.startsWith('["lesson:outcome"')) heard('outcome')
        else if (text.startsWith('["lesson:step"') && text.includes('"item":{')) {
          heard('item')
          if (tokens.length === 0)
            tokens = JSON.parse(text)[1].item.options.map((/** @type {any} */ option) => option.token)
        } else heard('other')
      })
      await player.send(`["lesson:seat",{"token":"${token}"}]`)
      players[index] = player
    },
    async next() {
      tokens = []
      place++
      await act('next')
    },
    async answer(index) {
      const token = tokens[index % tokens.length]
      const reply = await players[index]?.send(`["lesson:answer",{"place":${place},"answer":"${token}"}]`)
      if (reply?.refused) throw new Error(`an answer was refused: ${reply.refused}`)
    },
    async reveal() {
      await act('lock')
      await act('reveal')
    },
    async stored() {
      const sql = `SELECT count(*)::int AS n FROM lesson_answer WHERE lesson_id = $1`
      return (await database.query(sql, [lesson.id])).rows[0].n
    },
    hostMessages: () => hostMessages,
    async end() {
      await act('end')
      for (const player of [...players, host]) player.close()
      await database.end()
    },
  }
}

/** @returns {Promise<any>} */
function post(
  /** @type {string} */ url,
  /** @type {{ body: unknown, cookie?: string, from?: string }} */ { body, cookie, from },
) {
  return new Promise((resolve, reject) => {
    const request = http.request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-thi-so': '1', ...(cookie ? { cookie } : {}) },
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
