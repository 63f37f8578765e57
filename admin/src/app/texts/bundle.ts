type Module = Record<string, Record<string, unknown>>

/** { '../../features/contests/texts/vi.ts': module } becomes { contests: texts }: each feature is its own namespace. */
export function namespaces(modules: Record<string, Module>): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(modules).map(([path, module]) => {
      const texts = module['default'] ?? module['vi'] ?? module['en']
      return [path.split('/features/')[1]!.split('/')[0]!, texts ?? {}]
    }),
  )
}
