import type { SameShape } from '../../text'
import type { vi } from './vi'

export const en: SameShape<typeof vi> = {
  seconds: 'seconds',
  presets: 'Take an order that is often used:',
  preset: {
    'prediction-then-earliest': 'Right → prediction → earliest',
    'fastest-then-earliest': 'Right → fastest → earliest',
    'fastest-then-prediction': 'Right → fastest → prediction',
  },
  chain: 'One after the other',
  by: {
    points: 'Points',
    'right-items': 'Right items',
    'prediction-error': 'Closest prediction',
    'time-used': 'Time used',
    'submitted-at': 'Earliest submission',
    'attempt-count': 'Fewer attempts',
    draw: 'Public draw',
  },
  each: 'in steps of',
  bucket: '{{name}}: equal within the same',
  up: 'Move up: {{name}}',
  down: 'Move down: {{name}}',
  leaveOut: 'Leave out: {{name}}',
}
