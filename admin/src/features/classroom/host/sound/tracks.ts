/** Music as notes: no file has to be fetched, so it plays on a laptop without internet as well. */

export interface Note {
  /** Half tones above (or below) the A of 440 Hz. */
  tone: number
  /** When it begins and how long it sounds, in beats from the start of its beat. */
  at: number
  beats: number
  gain: number
  wave: OscillatorType
}

export interface Track {
  beatMs: number
  /** What sounds at a beat; beats count from 0 without end. */
  notes: (beat: number) => Note[]
}

export type TrackName = 'lobby' | 'thinking' | 'hurry'
export type HitName = 'join' | 'open' | 'locked' | 'reveal' | 'step' | 'podium' | 'bell'

/** Five tones that sound well in any order, as in much of Vietnamese music. */
const PENTATONIC = [-9, -7, -4, -2, 0, 3, 5, 8, 10, 12]
const LOBBY_TUNE = [0, 2, 4, 5, 7, 5, 4, 2, 1, 3, 5, 7, 8, 7, 5, 3]
const LOBBY_BASS = [-21, -21, -16, -16, -19, -19, -14, -14]

const note = (tone: number, at: number, beats: number, gain: number, wave: OscillatorType = 'triangle'): Note => ({
  tone,
  at,
  beats,
  gain,
  wave,
})

export const TRACKS: Record<TrackName, Track> = {
  lobby: {
    beatMs: 460,
    notes: (beat) => {
      const tune = PENTATONIC[LOBBY_TUNE[beat % LOBBY_TUNE.length] ?? 0] ?? 0
      const bass = beat % 2 === 0 ? [note(LOBBY_BASS[(beat / 2) % LOBBY_BASS.length] ?? -21, 0, 1.6, 0.12, 'sine')] : []
      // Every fourth beat rests, so that one can speak over it.
      return beat % 4 === 3 ? bass : [note(tune, 0, 0.8, 0.08), note(tune + 12, 0.5, 0.4, 0.025, 'sine'), ...bass]
    },
  },
  thinking: {
    beatMs: 1000,
    notes: (beat) => [
      note(beat % 2 === 0 ? 15 : 12, 0, 0.05, 0.07, 'square'),
      ...(beat % 4 === 0 ? [note(-21 + (beat % 8 === 0 ? 0 : 3), 0, 2.5, 0.07, 'sine')] : []),
    ],
  },
  hurry: {
    beatMs: 500,
    notes: (beat) => [note(beat % 2 === 0 ? 19 : 15, 0, 0.1, 0.09, 'square'), note(-9, 0, 0.4, 0.05, 'sine')],
  },
}

/** One beat is a second here. */
export const HITS: Record<HitName, Note[]> = {
  join: [note(12, 0, 0.09, 0.05), note(15, 0.07, 0.12, 0.05)],
  open: [note(3, 0, 0.12, 0.1), note(8, 0.12, 0.22, 0.1)],
  locked: [note(0, 0, 0.14, 0.1, 'sine'), note(-5, 0.14, 0.3, 0.1, 'sine')],
  reveal: [note(3, 0, 0.15, 0.1), note(7, 0.1, 0.15, 0.1), note(10, 0.2, 0.15, 0.1), note(15, 0.3, 0.6, 0.12)],
  step: [note(-9, 0, 0.25, 0.12, 'sine'), note(-2, 0.12, 0.4, 0.1)],
  podium: [0, 4, 7, 12, 7, 12, 16].map((tone, at) => note(tone, at * 0.16, at === 6 ? 1.4 : 0.24, 0.11)),
  /** A bell has tones that are no multiples of each other. */
  bell: [
    note(12, 0, 2.6, 0.14, 'sine'),
    note(23.2, 0, 1.8, 0.07, 'sine'),
    note(31.1, 0, 1.1, 0.05, 'sine'),
    note(12, 0.9, 2.6, 0.12, 'sine'),
    note(23.2, 0.9, 1.8, 0.06, 'sine'),
  ],
}
