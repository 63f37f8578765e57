import { formatNumber } from '@thiso/kit'
import { useId } from 'react'

/** How far a work has come; the number is real, so the bar may stand still for a moment. */
export function Progress({ label, percent }: { label: string; percent: number }) {
  const id = useId()
  return (
    <div className="exchange-progress">
      <div className="exchange-progress-head">
        <label htmlFor={id}>{label}</label>
        <span className="ts-number">{formatNumber(percent)}%</span>
      </div>
      <progress id={id} max={100} value={percent} />
    </div>
  )
}
