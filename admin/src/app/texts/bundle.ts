type Module = Record<string, Record<string, unknown>>

/**
 * { '../../features/contests/texts/vi.ts': module } becomes { contests: texts }: each feature is its own namespace.
 * So is each part of a feature: '../../features/classroom/sets/texts/vi.ts' becomes 'classroom-sets'.
 */
export function namespaces(modules: Record<string, Module>): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(modules).map(([path, module]) => {
      const texts = module['default'] ?? module['vi'] ?? module['en']
      return [path.split('/features/')[1]!.split('/texts/')[0]!.replace('/', '-'), texts ?? {}]
    }),
  )
}
