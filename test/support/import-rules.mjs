// @ts-check
import { existsSync } from 'node:fs'
import path from 'node:path'
import { at } from '../../api/launch/place.mjs'
import { run } from '../../api/launch/process.mjs'

const PLACES = ['api/src', 'api/contracts/src', 'web/src', 'web/kit/src', 'admin/src', 'seed/src', 'test']

/**
 * Judges the imports of a checkout by its .dependency-cruiser.cjs.
 * @param {string} root
 * @param {'err' | 'json'} [form]
 * @param {string} [file] where the result goes instead of the output
 * @returns {Promise<import('../../api/launch/process.mjs').Outcome>}
 */
export function cruise(root, form = 'err', file = '-') {
  const places = PLACES.filter((place) => existsSync(path.join(root, place)))
  const program = at('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const patch = at('test/support/cruise-typescript-6.cjs')
  const args = [
    '--require',
    patch,
    program,
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    form,
    '--output-to',
    file,
    ...places,
  ]
  return run(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    keep: 1_000_000,
  })
}
