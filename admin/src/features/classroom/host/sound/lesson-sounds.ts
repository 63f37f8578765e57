import { HITS, type HitName, type Note, TRACKS, type TrackName } from './tracks'

const AHEAD_S = 0.6
const LOOK_MS = 200
const LOUDNESS = 0.8
const FADE_S = 0.25

const hertz = (tone: number) => 440 * 2 ** (tone / 12)

/** Plays tracks and single sounds with the browser's own oscillators. Silent until `wake`, which must come from a gesture. */
export class LessonSounds {
  private context: AudioContext | null = null
  private master: GainNode | null = null
  /** What the track sounds through, so that a change of track fades the one before. */
  private channel: GainNode | null = null
  private wanted: TrackName | null = null
  private playing: TrackName | null = null
  private nextBeat = 0
  private nextAt = 0
  private timer: ReturnType<typeof setInterval> | undefined
  private isMuted = false

  /** From a tap or a key: browsers let no page sound before one. */
  wake(): void {
    if (this.context) {
      if (this.context.state === 'suspended') void this.context.resume()
      return
    }
    if (typeof AudioContext === 'undefined') return
    this.context = new AudioContext()
    this.master = this.context.createGain()
    this.master.gain.value = this.isMuted ? 0 : LOUDNESS
    this.master.connect(this.context.destination)
    this.timer = setInterval(() => this.schedule(), LOOK_MS)
    this.schedule()
  }

  mute(isMuted: boolean): void {
    this.isMuted = isMuted
    const { context, master } = this
    if (context && master) master.gain.setTargetAtTime(isMuted ? 0 : LOUDNESS, context.currentTime, 0.05)
  }

  /** The track from now on; null: none. The same one again goes on where it is. */
  play(track: TrackName | null): void {
    this.wanted = track
    this.schedule()
  }

  hit(name: HitName): void {
    const { context, master } = this
    if (!context || !master || this.isMuted || context.state !== 'running') return
    for (const each of HITS[name]) this.sound(each, context.currentTime + 0.01 + each.at, 1, master)
  }

  close(): void {
    clearInterval(this.timer)
    void this.context?.close()
    this.context = null
  }

  private schedule(): void {
    const { context } = this
    if (context?.state !== 'running') return
    if (this.playing !== this.wanted) this.change(context)
    const track = this.playing && TRACKS[this.playing]
    if (!track || !this.channel) return
    const beatS = track.beatMs / 1000
    // A sleeping tab is behind by many beats; they are not played in a heap.
    if (this.nextAt < context.currentTime) this.nextAt = context.currentTime + 0.02
    while (this.nextAt < context.currentTime + AHEAD_S) {
      for (const each of track.notes(this.nextBeat))
        this.sound(each, this.nextAt + each.at * beatS, beatS, this.channel)
      this.nextBeat++
      this.nextAt += beatS
    }
  }

  private change(context: AudioContext): void {
    const before = this.channel
    if (before) {
      before.gain.setTargetAtTime(0, context.currentTime, FADE_S / 3)
      setTimeout(() => before.disconnect(), FADE_S * 4000)
    }
    this.playing = this.wanted
    this.nextBeat = 0
    this.nextAt = context.currentTime + (before ? FADE_S : 0.05)
    this.channel = context.createGain()
    if (this.master) this.channel.connect(this.master)
  }

  private sound({ tone, beats, gain, wave }: Note, at: number, beatS: number, into: GainNode): void {
    const { context } = this
    if (!context) return
    const length = Math.max(0.04, beats * beatS)
    const oscillator = context.createOscillator()
    const shape = context.createGain()
    oscillator.type = wave
    oscillator.frequency.value = hertz(tone)
    shape.gain.setValueAtTime(0.0001, at)
    shape.gain.exponentialRampToValueAtTime(gain, at + 0.015)
    shape.gain.exponentialRampToValueAtTime(0.0001, at + length)
    oscillator.connect(shape).connect(into)
    oscillator.start(at)
    oscillator.stop(at + length + 0.02)
  }
}
