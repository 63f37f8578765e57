import { notify } from '@thiso/kit'
import { serverNow } from '@thiso/kit/api/server-clock'
import {
  addedSeconds,
  hasClock,
  type HostState,
  isHostPaced,
  isPodiumEarly,
  nextAct,
} from '@thiso/kit/lesson/host-state'
import { isLead } from '@thiso/kit/lesson/lesson-clock'
import type { HostAct, HostLesson, SeatAct } from '@thiso/kit/lesson/use-host-lesson'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { useProblemText } from '../../../lib/problem'
import { ConfirmActs } from './dialogs/confirm-acts'
import { HelpDialog } from './dialogs/help-dialog'
import { PeopleDialog } from './dialogs/people-dialog'
import { RemoteDialog } from './dialogs/remote-dialog'
import { RescueDialog } from './dialogs/rescue-dialog'
import { SeatDialog } from './dialogs/seat-dialog'
import { type Asking, ControlBar } from './parts/control-bar'
import { Head } from './parts/head'
import { LookBackBar } from './parts/look-back-bar'
import { PauseBand } from './parts/pause-band'
import { Reactions, type useReactions } from './parts/reactions'
import { Scene } from './parts/scene'
import { ScriptPanel } from './parts/script-panel'
import { Tools } from './parts/tools'
import { LookBackScene } from './scenes/look-back-scene'
import { useSounds } from './sound/use-sounds'
import { useDoor } from './use-door'
import { useFullScreen } from './use-full-screen'
import { useShortcuts } from './use-shortcuts'

/** A press right after the item opened was meant for opening it, or fell on what just changed; it does not lock it. */
const CALM_MS = 700

interface StageProps {
  state: HostState
  lesson: HostLesson
  reactions: ReturnType<typeof useReactions>
}

/** The class screen with its buttons, keys and dialogs. */
export function Stage({ state: told, lesson, reactions }: StageProps) {
  const { host, door, other } = useDoor(told.view.door)
  const state = { ...told, view: { ...told.view, door } }
  const { view } = state
  const { step } = view
  const problemText = useProblemText()
  const navigate = useNavigate()
  const sounds = useSounds(told)
  const full = useFullScreen()
  const [asking, setAsking] = useState<Asking | null>(null)
  const [seat, setSeat] = useState<number | null>(null)
  const [isScriptOpen, setScriptOpen] = useState(false)
  const [isFloorWanted, setFloorWanted] = useState(false)
  const [looked, setLooked] = useState<number | null>(null)
  const [isPodiumTold, setPodiumTold] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new phase or place shows itself first
  useEffect(() => {
    setFloorWanted(false)
    setLooked(null)
  }, [step.phase, step.place])

  const isPaced = isHostPaced(view)
  const act = (wanted: HostAct) => {
    if (lesson.acting === wanted.kind) return
    lesson.act(wanted).catch((error: unknown) => notify(problemText(error), { tone: 'bad', duration: 8000 }))
  }
  const seatAct = (wanted: SeatAct) => {
    lesson.actOnSeats(wanted).catch((error: unknown) => notify(problemText(error), { tone: 'bad', duration: 8000 }))
  }
  const ask = (what: Asking) => (what === 'leave' ? void navigate('/buoi-choi') : setAsking(what))
  const isClocked = step.phase === 'open' && hasClock(view)
  const goOn = () => {
    const now = serverNow()
    const main = nextAct(view, isLead(step, now))
    if (main === 'end' || (main === 'podium' && isPodiumEarly(view))) setAsking(main)
    else if (main === 'lock' && !isPaced) setAsking('lock-own')
    else if (main === 'lock' && now - Date.parse(step.opensAt ?? '') < CALM_MS) return
    else if (main) act({ kind: main })
  }
  // At an own pace nothing was looked at together yet; elsewhere it is for the end.
  const isOver = step.phase === 'podium' || step.phase === 'ended'
  const canLookBack = step.place > 0 && (isOver || (!isPaced && (step.phase === 'revealed' || step.phase === 'board')))
  const lookAt = (place: number) => setLooked(Math.max(1, Math.min(step.place, place)))
  const isLooking = looked !== null && canLookBack
  useShortcuts({
    ' ': isLooking ? () => lookAt(looked + 1) : goOn,
    arrowright: isLooking ? () => lookAt(looked + 1) : undefined,
    arrowleft: isLooking ? () => lookAt(looked - 1) : undefined,
    p: isClocked ? () => act({ kind: step.pausedAt === null ? 'pause' : 'resume' }) : undefined,
    '+': isClocked ? () => act({ kind: 'add-time', seconds: addedSeconds(view) }) : undefined,
    m: sounds.toggle,
    f: full.toggle,
    l: () => setScriptOpen((before) => !before),
    h: () => setAsking('people'),
    s: view.settings.mode === 'bell' && step.place > 0 ? () => setFloorWanted((before) => !before) : undefined,
    '?': () => setAsking('help'),
  })
  const tools = (
    <Tools
      view={view}
      onAct={act}
      onAsk={ask}
      isMuted={sounds.isMuted}
      onMute={sounds.toggle}
      isFull={full.isFull}
      onFull={full.toggle}
      isScriptOpen={isScriptOpen}
      onScript={() => setScriptOpen((before) => !before)}
    />
  )

  const chosen = seat === null ? undefined : view.seats.find((row) => row.seat === seat && !row.isRemoved)
  const close = () => setAsking(null)
  return (
    <div className="hs" data-phase={step.phase} data-mode={view.settings.mode}>
      <Head view={view} looked={isLooking ? looked : null} />
      <div className="hs-middle">
        <div className="hs-scene">
          {isLooking ? (
            <LookBackScene view={view} place={looked} lesson={lesson} />
          ) : (
            <Scene
              key={step.phase === 'ended' ? 'podium' : step.phase}
              state={state}
              isFloorWanted={isFloorWanted}
              otherDoor={other}
              onSeat={(row) => setSeat(row.seat)}
              isPodiumTold={isPodiumTold}
              onTold={(isFirst) => {
                sounds.hit(isFirst ? 'podium' : 'step')
                if (isFirst) setPodiumTold(true)
              }}
            />
          )}
          <Reactions floating={reactions.floating} />
        </div>
        {isScriptOpen && <ScriptPanel state={state} onClose={() => setScriptOpen(false)} />}
      </div>
      <PauseBand step={step} connection={lesson.connection} />
      {isLooking ? (
        <LookBackBar place={looked} placeCount={step.place} onPlace={lookAt} onClose={() => setLooked(null)}>
          {tools}
        </LookBackBar>
      ) : (
        <ControlBar
          view={view}
          acting={lesson.acting}
          onAct={act}
          onAsk={ask}
          onMain={goOn}
          onLookBack={canLookBack ? () => lookAt(1) : undefined}
        >
          {tools}
        </ControlBar>
      )}
      <ConfirmActs asking={asking} view={view} onAct={act} onSeatAct={seatAct} onClose={close} />
      {asking === 'help' && <HelpDialog onClose={close} />}
      {asking === 'remote' && <RemoteDialog lessonId={view.id} doorHost={host} onClose={close} />}
      {asking === 'rescue' && (
        <RescueDialog view={view} onRescue={(seats) => lesson.act({ kind: 'rescue', seats })} onClose={close} />
      )}
      {asking === 'people' && !chosen && (
        <PeopleDialog view={view} onAct={lesson.actOnSeats} onSeat={(row) => setSeat(row.seat)} onClose={close} />
      )}
      {chosen && (
        <SeatDialog
          key={chosen.seat}
          view={view}
          seat={chosen}
          onAct={lesson.actOnSeats}
          onClose={() => setSeat(null)}
        />
      )}
    </div>
  )
}
