import { settingsSchema } from '../../api/src/platform/config/settings'
import { textOf } from './sources'

/** Name to value, with the comment block above each. */
function parse(text: string) {
  const found: { name: string; value: string; comment: string }[] = []
  let comment: string[] = []
  let isAfterBlank = true
  for (const line of text.split('\n')) {
    const variable = /^([A-Z_]+)=(.*)$/.exec(line)
    if (line.startsWith('#')) {
      if (isAfterBlank) comment = []
      comment.push(line.slice(1).trim())
    } else if (variable) {
      found.push({ name: variable[1] as string, value: variable[2] as string, comment: comment.join(' ') })
    }
    isAfterBlank = line.trim() === ''
  }
  return found
}

const variables = parse(textOf('.env.example'))

it('names every setting once, and nothing that is none', () => {
  const names = variables.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect([...names].sort((a, b) => a.localeCompare(b))).toEqual(
    Object.keys(settingsSchema.shape).sort((a, b) => a.localeCompare(b)),
  )
})

it('says of each what it is', () => {
  for (const { name, comment } of variables) expect([name, comment.length > 30]).toEqual([name, true])
})

it('gives values that fit', () => {
  for (const { name, value } of variables) {
    if (value === '') continue
    const field = settingsSchema.shape[name as keyof typeof settingsSchema.shape]
    expect([name, field.safeParse(value).success]).toEqual([name, true])
  }
})

it('brings no secret that somebody might use', () => {
  expect(variables.find(({ name }) => name === 'SESSION_SECRET')?.value).toBe('')
  for (const { value } of variables) expect(value).not.toMatch(/:\/\/[^/]*:[^/]*@/)
})
