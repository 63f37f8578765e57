import type { RoundState } from '@thiso/contracts'
import { Card, type DotState, formatDate, Road } from '@thiso/kit'
import type { MouseEvent } from 'react'
import { useNavigate } from 'react-router'
import { useLocalized } from '../../../lib/localized'
import type { PublicRoundData } from '../../../lib/shapes'
import { useLibTexts } from '../../../lib/texts/use-lib-texts'
import { useHomeTexts } from '../texts/use-home-texts'

const dots: Record<RoundState, DotState> = { draft: 'blank', scheduled: 'blank', open: 'current', closed: 'done' }

interface SeasonRoadProps {
  rounds: readonly PublicRoundData[]
  states: readonly RoundState[]
}

/** The season as a road: what is behind, where we are, what comes. */
export function SeasonRoad({ rounds, states }: SeasonRoadProps) {
  const t = useHomeTexts()
  const words = useLibTexts()
  const localized = useLocalized()
  const navigate = useNavigate()

  const stops = rounds.map((round, index) => {
    const state = states[index] ?? round.state
    return {
      id: round.id,
      label: localized(round.name),
      hint: `${words(`roundState.${state}`)}, ${formatDate(state === 'scheduled' ? round.opensAt : round.closesAt)}`,
      state: dots[state],
      href: `/dot/${round.id}`,
    }
  })

  // The road's stops are plain links, so that they can be opened in a new tab; a plain tap stays in the app.
  const stay = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    navigate(link.pathname)
  }

  return (
    <Card title={t('rounds')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: catches the clicks of the links inside, keys included */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link turns Enter into a click by itself */}
      <div onClick={stay}>
        <Road label={t('rounds')} stops={stops} />
      </div>
    </Card>
  )
}
