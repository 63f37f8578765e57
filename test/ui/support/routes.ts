import { readFile } from 'node:fs/promises'
import { at } from '../../support/place'

// Read from the sources, so that a page that is added is looked at from its first day or makes a spec fail.

async function matches(file: string, pattern: RegExp): Promise<string[]> {
  const source = await readFile(at(file), 'utf8')
  const found = [...source.matchAll(pattern)].map((match) => match[1] ?? '')
  if (found.length < 5) throw new Error(`the routes in ${file} are written in another way now`)
  return found
}

/** '/dot/:roundId' and the like. */
export const contestantRoutes = () =>
  matches('web/src/app/pages.ts', /^ {2}'(\/[^']*)': \(\) =>\s+(?:withWords\(\w+, )?import\(/gm)

/** 'dot/:roundId' and the like; '' is the overview. */
export const organizerRoutes = () =>
  matches('admin/src/app/router.tsx', /\bpage\((?:'([^']*)'|undefined), \(\) => import\(/g)

/** Puts examples in the place of the parameters; no example is a mistake in the spec. */
export function filled(route: string, examples: Record<string, string>): string {
  return route.replace(/:(\w+)/g, (_, name: string) => {
    const example = examples[name]
    if (!example) throw new Error(`${route} needs an example of ${name}`)
    return example
  })
}
