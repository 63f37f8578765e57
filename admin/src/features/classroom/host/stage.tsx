import { notify } from '@thiso/kit'
import { type HostState, isHostPaced, nextAct } from '@thiso/kit/lesson/host-state'
import type { HostAct, HostLesson, SeatAct } from '@thiso/kit/lesson/use-host-lesson'
import { useEffect, useRef, useState } from 'react'
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
import { PauseBand } from './parts/pause-band'
import { Reactions, type useReactions } from './parts/reactions'
import { Scene } from './parts/scene'
import { ScriptPanel } from './parts/script-panel'
import { useSounds } from './sound/use-sounds'
import { useFullScreen } from './use-full-screen'
import { useShortcuts } from './use-shortcuts'

/** A second press of the space bar right after the item opened was meant for opening it, not for locking it. */
const CALM_MS = 700

interface StageProps {
  state: HostState
  lesson: HostLesson
  reactions: ReturnType<typeof useReactions>
}

/** The class screen with its buttons, keys and dialogs. */
export function Stage({ state, lesson, reactions }: StageProps) {
  const { view } = state
  const { step } = view
  const problemText = useProblemText()
  const navigate = useNavigate()
  const sounds = useSounds(state)
  const full = useFullScreen()
  const [asking, setAsking] = useState<Asking | null>(null)
  const [seat, setSeat] = useState<number | null>(null)
  const [isScriptOpen, setScriptOpen] = useState(false)
  const [isFloorWanted, setFloorWanted] = useState(false)
  const standsSince = useRef({ where: '', at: 0 })
  const where = `${step.phase} ${step.place}`
  if (standsSince.current.where !== where) standsSince.current = { where, at: performance.now() }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new phase or place shows itself first
  useEffect(() => setFloorWanted(false), [step.phase, step.place])

  const isPaced = isHostPaced(view)
  const act = (wanted: HostAct) => {
    if (lesson.acting === wanted.kind) return
    lesson.act(wanted).catch((error: unknown) => notify(problemText(error), { tone: 'bad', duration: 8000 }))
  }
  const seatAct = (wanted: SeatAct) => {
    lesson.actOnSeats(wanted).catch((error: unknown) => notify(problemText(error), { tone: 'bad', duration: 8000 }))
  }
  const ask = (what: Asking) => (what === 'leave' ? void navigate('/buoi-choi') : setAsking(what))
  const isOpen = step.phase === 'open' && isPaced
  const goOn = () => {
    const main = nextAct(view)
    if (main === 'end') setAsking('end')
    else if (main === 'lock' && !isPaced) setAsking('lock-own')
    else if (main === 'lock' && performance.now() - standsSince.current.at < CALM_MS) return
    else if (main) act({ kind: main })
  }
  useShortcuts({
    ' ': goOn,
    p: isOpen ? () => act({ kind: step.pausedAt === null ? 'pause' : 'resume' }) : undefined,
    '+': isOpen ? () => act({ kind: 'add-time', seconds: 10 }) : undefined,
    m: sounds.toggle,
    f: full.toggle,
    l: () => setScriptOpen((before) => !before),
    h: () => setAsking('people'),
    s: view.settings.mode === 'bell' && step.place > 0 ? () => setFloorWanted((before) => !before) : undefined,
    '?': () => setAsking('help'),
  })

  const chosen = seat === null ? undefined : view.seats.find((row) => row.seat === seat && !row.isRemoved)
  const close = () => setAsking(null)
  return (
    <div className="hs" data-phase={step.phase} data-mode={view.settings.mode}>
      <Head view={view} />
      <div className="hs-middle">
        <div className="hs-scene">
          <Scene
            key={step.phase === 'ended' ? 'podium' : step.phase}
            state={state}
            isFloorWanted={isFloorWanted}
            onSeat={(row) => setSeat(row.seat)}
            onTold={(isFirst) => sounds.hit(isFirst ? 'podium' : 'step')}
          />
          <Reactions floating={reactions.floating} />
        </div>
        {isScriptOpen && <ScriptPanel view={view} onClose={() => setScriptOpen(false)} />}
      </div>
      <PauseBand step={step} connection={lesson.connection} />
      <ControlBar
        view={view}
        acting={lesson.acting}
        onAct={act}
        onAsk={ask}
        isMuted={sounds.isMuted}
        onMute={sounds.toggle}
        isFull={full.isFull}
        onFull={full.toggle}
        isScriptOpen={isScriptOpen}
        onScript={() => setScriptOpen((before) => !before)}
      />
      <ConfirmActs asking={asking} view={view} onAct={act} onSeatAct={seatAct} onClose={close} />
      {asking === 'help' && <HelpDialog onClose={close} />}
      {asking === 'remote' && <RemoteDialog lessonId={view.id} onClose={close} />}
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
