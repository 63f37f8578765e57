/** Five dots that join into a line and part again; still, they read as a road half walked. */
export function DotLoader({ size = 72 }: { size?: number }) {
  return (
    <svg className="ts-loader" width={size} height={size / 6} viewBox="0 0 72 12" aria-hidden="true">
      <path d="M6 6H66" pathLength="100" className="ts-loader-line" />
      {[6, 21, 36, 51, 66].map((x) => (
        <circle key={x} cx={x} cy="6" r="3.5" />
      ))}
    </svg>
  )
}
