import { Icon } from '@thiso/kit'
import CircleAlert from 'lucide-react/icons/circle-alert'
import Lightbulb from 'lucide-react/icons/lightbulb'
import type { Finding } from './queries'
import { useBankWords } from './use-words'
import './item-bank.css'

/** What the quality check found, each as a sentence that says what to do; grave ones first. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const words = useBankWords()
  const sorted = [...findings].sort((a, b) => Number(b.weight === 'error') - Number(a.weight === 'error'))
  return (
    <ul className="bank-findings">
      {sorted.map((finding) => (
        <li key={`${finding.code} ${finding.detail}`} data-weight={finding.weight}>
          <Icon of={finding.weight === 'error' ? CircleAlert : Lightbulb} size={18} />
          <span>
            <strong>{words(`weight.${finding.weight}`)}.</strong> {words(`lint.${finding.code}`, finding)}
          </span>
        </li>
      ))}
    </ul>
  )
}
