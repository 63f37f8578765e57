/** PE-7: the attempt's code, faint over the paper: seen in a photo, passed over by screen readers, touched by nothing. */
export function Watermark({ code }: { code: string }) {
  return (
    <svg className="at-watermark" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="ma-luot" width="190" height="96" patternUnits="userSpaceOnUse" patternTransform="rotate(-24)">
          <text x="10" y="54">
            {code}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#ma-luot)" />
    </svg>
  )
}
