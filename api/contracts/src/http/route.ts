import type { Role } from '../vocab/index.js'

/** `access`: 'public' = anyone; 'signed-in' = any account; a list = these roles only. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly access: 'public' | 'signed-in' | readonly Role[]
  /** The response is a file, not JSON. */
  readonly file?: true
}
