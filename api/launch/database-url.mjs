// @ts-check
import { Problem } from './say.mjs'

/**
 * Tries a database given by the person before anything else starts, so that a slip in it gets a sentence.
 * @param {string} url
 * @returns {Promise<string>} the server's version
 */
export async function tryDatabase(url) {
  let place = 'DATABASE_URL'
  try {
    const parsed = new URL(url)
    if (!/^postgres(ql)?:$/.test(parsed.protocol) || !parsed.hostname) throw new Error('not a postgres address')
    place = `${parsed.hostname}:${parsed.port || 5432}${parsed.pathname}`
  } catch (cause) {
    throw new Problem(
      'DATABASE_URL không đúng dạng. Ví dụ: postgres://nguoidung:matkhau@maychu:5432/thiso (ký tự đặc biệt trong mật khẩu viết dạng %XX).',
      'DATABASE_URL is malformed. Example: postgres://user:password@host:5432/thiso (special characters of the password as %XX).',
      { cause },
    )
  }
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query('show server_version')
    return rows[0].server_version.split(' ')[0]
  } catch (error) {
    throw explain(/** @type {Error & { code?: string }} */ (error), place)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** @param {Error & { code?: string }} error @param {string} place */
function explain(error, place) {
  const more = { cause: error, lines: [error.message].filter(Boolean) }
  if (error.code === '28P01' || error.code === '28000') {
    return new Problem(
      `PostgreSQL ở ${place} từ chối người dùng hoặc mật khẩu trong DATABASE_URL. Sửa lại rồi chạy lại.`,
      `PostgreSQL at ${place} refuses the user or password in DATABASE_URL. Correct it and start again.`,
      more,
    )
  }
  if (error.code === '3D000') {
    return new Problem(
      `Cơ sở dữ liệu trong DATABASE_URL chưa có (${place}). Tạo nó bằng CREATE DATABASE rồi chạy lại.`,
      `The database in DATABASE_URL does not exist (${place}). Create it with CREATE DATABASE and start again.`,
      more,
    )
  }
  return new Problem(
    `Không kết nối được PostgreSQL ở ${place}. Kiểm tra máy chủ và DATABASE_URL, hoặc bỏ DATABASE_URL để dùng cơ sở dữ liệu đi kèm.`,
    `PostgreSQL at ${place} cannot be reached. Check the server and DATABASE_URL, or leave DATABASE_URL out to use the bundled database.`,
    more,
  )
}
