import { Loading } from '@thiso/kit'
import { type HostState, isHostPaced, type SeatRow } from '@thiso/kit/lesson/host-state'
import { BoardScene } from '../scenes/board-scene'
import { FloorScene } from '../scenes/floor-scene'
import { ItemScene } from '../scenes/item-scene'
import { LobbyScene } from '../scenes/lobby-scene'
import { OwnPaceScene } from '../scenes/own-pace-scene'
import { PodiumScene } from '../scenes/podium-scene'
import { RevealScene } from '../scenes/reveal-scene'
import { useHostText } from '../use-host-text'

interface SceneProps {
  state: HostState
  /** bell: the host wants to look at the floor now. */
  isFloorWanted: boolean
  onSeat: (seat: SeatRow) => void
  onTold: (isFirstPlace: boolean) => void
}

/** What the class looks at, by where the lesson stands. */
export function Scene({ state, isFloorWanted, onSeat, onTold }: SceneProps) {
  const t = useHostText()
  const { view } = state
  const { step, item, reveal, settings } = view
  if (step.phase === 'lobby') return <LobbyScene view={view} onSeat={onSeat} />
  if (step.phase === 'podium' || step.phase === 'ended') return <PodiumScene view={view} onTold={onTold} />
  if (!isHostPaced(view)) return <OwnPaceScene view={view} />
  if (settings.mode === 'bell' && (isFloorWanted || (step.phase === 'board' && !step.isSkipped)))
    return <FloorScene view={view} />
  if (step.phase === 'board') return <BoardScene view={view} />
  if (!item || (step.phase === 'revealed' && !reveal)) return <Loading block label={t('loading')} />
  if (step.phase === 'revealed' && reveal) return <RevealScene view={view} item={item} reveal={reveal} />
  return <ItemScene state={state} item={item} />
}
