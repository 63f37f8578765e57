/** A hash or a key under its name. */
export function Value({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <span className="ts-quiet-text ts-small">{name}</span>
      <code className="proof-value">{children}</code>
    </div>
  )
}
