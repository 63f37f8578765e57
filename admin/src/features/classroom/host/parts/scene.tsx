import { Loading } from '@thiso/kit'
import { type HostState, isHostPaced, type SeatRow } from '@thiso/kit/lesson/host-state'
import { BoardScene } from '../scenes/board-scene'
import { FloorScene } from '../scenes/floor-scene'
import { ItemScene } from '../scenes/item-scene'
import { LobbyScene } from '../scenes/lobby-scene'
import { OwnPaceScene } from '../scenes/own-pace-scene'
import { PodiumScene } from '../scenes/podium-scene'
import { RevealScene } from '../scenes/reveal-scene'
import type { OtherDoor } from '../use-door'
import { useHostText } from '../use-host-text'

interface SceneProps {
  state: HostState
  /** bell: the host wants to look at the floor now. */
  isFloorWanted: boolean
  otherDoor: OtherDoor | null
  onSeat: (seat: SeatRow) => void
  /** The podium was told before, and the class comes back to it. */
  isPodiumTold: boolean
  onTold: (isFirstPlace: boolean) => void
}

/** What the class looks at, by where the lesson stands. */
export function Scene({ state, isFloorWanted, otherDoor, onSeat, isPodiumTold, onTold }: SceneProps) {
  const t = useHostText()
  const { view } = state
  const { step, item, reveal, settings } = view
  if (step.phase === 'lobby') return <LobbyScene view={view} otherDoor={otherDoor} onSeat={onSeat} />
  if (step.phase === 'podium' || step.phase === 'ended')
    return <PodiumScene view={view} wasTold={isPodiumTold} onTold={onTold} />
  if (!isHostPaced(view)) return <OwnPaceScene view={view} />
  if (settings.mode === 'bell' && (isFloorWanted || (step.phase === 'board' && !step.isSkipped)))
    return <FloorScene view={view} />
  if (step.phase === 'board') return <BoardScene view={view} />
  if (!item || (step.phase === 'revealed' && !reveal)) return <Loading block label={t('loading')} />
  if (step.phase === 'revealed' && reveal) return <RevealScene view={view} item={item} reveal={reveal} />
  return <ItemScene state={state} item={item} />
}
