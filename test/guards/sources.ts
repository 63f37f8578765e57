import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../support/place'

const GENERATED = new Set(['node_modules', 'dist', '.git', '.out', 'data'])

/** Files of the repository below a folder, as paths from its top; what is built or installed is left out. */
export function filesBelow(folder: string, isWanted: (file: string) => boolean = () => true): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (GENERATED.has(entry.name)) return []
    const file = path.posix.join(folder, entry.name)
    if (entry.isDirectory()) return filesBelow(file, isWanted)
    return entry.isFile() && isWanted(file) ? [file] : []
  })
}

export const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8')

/** Source code without its comments, line by line, so that a comment may name what the code must not use. */
export function codeOf(file: string): string[] {
  return textOf(file)
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .split('\n')
    .map((line) => line.replace(/(^|\s)\/\/.*$/, ''))
}

/** Where a pattern stands, as file:line. */
export function findIn(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    codeOf(file).flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  )
}

export const isSpec = (file: string) => /\.spec\.tsx?$/.test(file)
export const isCode = (file: string) => /\.tsx?$/.test(file) && !isSpec(file)
