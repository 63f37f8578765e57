import { BundleError } from '../modules/proof/domain/bundle-reader.js'
import { SIMULATED_SIGNER } from './simulated-bundle.js'
import type { Simulation } from './simulated-bundle.js'
import { failuresOf, linesOfKind, tampered } from './tampering.js'
import { BundleVerifier } from './verify-bundle.js'
import { bundle, checkpoints, codes, KEY, LINES, said } from './full-round.sample.js'

describe('VB-4 to VB-6: a bundle that nobody touched', () => {
  it('holds, with ties, a draw, rulings, prizes, tables, balanced papers and second attempts in it', () => {
    expect(failuresOf(LINES, { keys: [KEY], checkpoint: checkpoints(LINES)[1] })).toEqual([])
    expect(linesOfKind(LINES, 'person').filter(({ isTied }) => isTied).length).toBeGreaterThan(10)
    expect(linesOfKind(LINES, 'person').some(({ attempts }) => attempts === 2)).toBe(true)
    expect(linesOfKind(LINES, 'prize').flatMap(({ winners }) => winners)).toHaveLength(8)
  })

  it('says what it took as it stands: who was passed over, and that no checkpoint was kept', () => {
    const verifier = new BundleVerifier()
    for (const line of LINES) verifier.line(line)
    const notes = verifier.end().list.filter(({ state }) => state === 'note')
    expect(notes.map(({ code }) => code)).toEqual(['KEY_FROM_FILE', 'PASSED_TAKEN', 'KEPT_NONE'])
  })
})

describe('VB-9: tampering is caught and named', () => {
  it('one answer flipped', () => {
    const forged = tampered(LINES, 'attempt', 7, (line) => {
      const answer = line.records[0] as ['answer', number, number, number[], number]
      const records = [...line.records]
      records[0] = [answer[0], answer[1], answer[2], [((answer[3][0] as number) + 1) % 4], answer[4]]
      return { ...line, records }
    })
    const { id } = linesOfKind(LINES, 'attempt')[7] as { id: string }
    expect(said(forged, 'CHAIN_BROKEN')).toContain(`Attempt ${id} (leaf 7)`)
    expect(codes(forged)).toEqual(expect.arrayContaining(['CHAIN_BROKEN', 'CHECKPOINT_WRONG', 'SECTION_WRONG']))
  })

  it('an instant, an order of answers, a submission moved', () => {
    for (const change of [
      (records: unknown[][]) => {
        ;(records[0] as number[])[4] = ((records[0] as number[])[4] as number) + 1
      },
      (records: unknown[][]) => records.splice(0, 2, records[1] as unknown[], records[0] as unknown[]),
      (records: unknown[][]) => {
        ;(records.at(-1) as number[])[1] = ((records.at(-1) as number[])[1] as number) - 1_000
      },
    ]) {
      const forged = tampered(LINES, 'attempt', 3, (line) => {
        change(line.records as unknown[][])
        return line
      })
      expect(codes(forged)).toContain('CHAIN_BROKEN')
    }
  })

  it('one row deleted: of an attempt, of a person', () => {
    expect(
      said(
        tampered(LINES, 'attempt', 5, () => null),
        'ATTEMPT_MISSING',
      ),
    ).toContain('leaf 5')
    const { code } = linesOfKind(LINES, 'person')[4] as { code: string }
    expect(
      said(
        tampered(LINES, 'person', 4, () => null),
        'PERSON_MISSING',
      ),
    ).toContain(code)
  })

  it('the last row deleted, so that no number is missing', () => {
    const last = linesOfKind(LINES, 'attempt').length - 1
    expect(codes(tampered(LINES, 'attempt', last, () => null))).toEqual(
      expect.arrayContaining(['CHECKPOINT_BEYOND', 'SECTION_WRONG']),
    )
  })

  it('two ranks swapped', () => {
    const people = linesOfKind(LINES, 'person')
    const [one, other] = [people[0], people.find(({ rank, table }) => table === people[0]?.table && rank !== 1)]
    const swap = (from: typeof one, to: typeof one) => (lines: string[]) =>
      tampered(lines, 'person', people.indexOf(from as never), (line) => ({
        ...line,
        rank: (to as { rank: number }).rank,
      }))
    const forged = swap(other, one)(swap(one, other)([...LINES]))
    const wrong = failuresOf(forged).filter(({ code }) => code === 'RANK_WRONG')
    expect(wrong.map(({ said: text }) => text.split(' ')[1]?.replace(':', '')).sort()).toEqual(
      [one?.code, other?.code].sort(),
    )
  })

  it('the key edited after closing', () => {
    const forged = tampered(LINES, 'item', 2, (line) => ({
      ...line,
      leaf: { ...line.leaf, key: { type: 'single-choice' as const, option: 3 } },
    }))
    const { leaf } = linesOfKind(LINES, 'item')[2] as { leaf: { item: string } }
    expect(said(forged, 'ITEM_CHANGED')).toContain(leaf.item)
    expect(codes(forged)).toEqual(expect.arrayContaining(['POOL_ROOT_WRONG', 'VALUE_WRONG', 'COMMITMENT_OTHER']))
  })

  it('a ruling removed, about an item and about a person', () => {
    expect(
      said(
        tampered(LINES, 'ruling', 0, () => null),
        'RULING_MISSING',
      ),
    ).toBe('Ruling number 1 is missing.')
    const forged = tampered(LINES, 'ruling', 1, () => null)
    const { person } = linesOfKind(LINES, 'ruling')[1] as { person: string }
    expect(said(forged, 'EXCLUDED_WITHOUT_RULING')).toContain(person)
    expect(codes(forged)).toContain('SECTION_WRONG')
  })

  it('a voided attempt without its ruling, and a ruling that nobody carried out', () => {
    expect(codes(tampered(LINES, 'ruling', 2, () => null))).toEqual(
      expect.arrayContaining(['SECTION_WRONG', 'COUNTED_WRONG']),
    )
    const others = linesOfKind(LINES, 'person')[0]?.attempt as string
    const moved = tampered(LINES, 'ruling', 2, (line) => ({ ...line, attempt: others }))
    expect(codes(moved).length).toBeGreaterThan(1)
    const single = bundle({ attemptsMost: 1 })
    const unfounded = tampered(single, 'ruling', 2, () => null)
    const voided = linesOfKind(single, 'person').find(({ out }) => out === 'voided')
    expect(said(unfounded, 'SECTION_WRONG')).toContain('rulings')
    expect(failuresOf(unfounded).find(({ code }) => code === 'VOIDED_WITHOUT_RULING')?.said).toContain(voided?.code)
  })

  it('the target of a prediction', () => {
    const rules: Simulation['rules'] = {
      prediction: { target: 'participants', unit: 'people', per: 'attempt', countsDisqualified: false },
      ranking: [{ by: 'right-items' }, { by: 'prediction-error' }, { by: 'submitted-at' }],
    }
    const predicted = bundle({ rules, isDrawn: false })
    expect(codes(predicted)).toEqual([])
    expect(
      new Set(linesOfKind(predicted, 'person').map(({ predictionError }) => predictionError)).size,
    ).toBeGreaterThan(9)
    const forged = tampered(predicted, 'version', 0, (line) => ({ ...line, predictionTarget: 3 }))
    expect(codes(forged)).toEqual(expect.arrayContaining(['TARGET_WRONG', 'VALUE_WRONG']))
  })

  it('a checkpoint replaced by one of another log, one removed, one signed by somebody else', () => {
    const other = linesOfKind(bundle({ seed: 'another' }), 'note').find(({ of }) => of === 'checkpoint')
    const replaced = tampered(LINES, 'note', 2, () => other as never)
    expect(codes(replaced)).toEqual(expect.arrayContaining(['NOTE_UNREADABLE', 'CHECKPOINTS_CHANGED']))
    expect(codes(tampered(LINES, 'note', 2, () => null))).toEqual(['CHECKPOINTS_CHANGED'])
    const signer = { name: SIMULATED_SIGNER.name, seed: Buffer.alloc(32, 9) }
    const own = linesOfKind(bundle({ signer }), 'note')[2]
    expect(
      said(
        tampered(LINES, 'note', 2, () => own as never),
        'NOTE_SIGNATURE',
      ),
    ).toContain('Note number 3')
  })

  it('a prize moved', () => {
    const people = linesOfKind(LINES, 'person')
    const thief = people.at(-1)?.code as string
    const forged = tampered(LINES, 'prize', 0, (line) => ({ ...line, winners: [thief, ...line.winners.slice(1)] }))
    const robbed = linesOfKind(LINES, 'prize')[0]?.winners[0]
    expect(said(forged, 'PRIZE_WRONG')).toBe(
      `Prize round:first::1: given to ${thief}, by the order it goes to ${robbed}.`,
    )
  })

  it('the results note removed', () => {
    const last = linesOfKind(LINES, 'note').length - 1
    expect(
      said(
        tampered(LINES, 'note', last, () => null),
        'NOTE_MISSING',
      ),
    ).toContain('edition 1')
  })

  it('the secret changed, the draw’s order changed, its list changed', () => {
    const otherSecret = tampered(LINES, 'round', 0, (line) => ({ ...line, secret: 'ab'.repeat(32) }))
    expect(codes(otherSecret)).toEqual(expect.arrayContaining(['SECRET_WRONG', 'ITEM_SALT_WRONG', 'CHAIN_BROKEN']))
    const drawn = tampered(LINES, 'person', 0, (line) => ({ ...line, drawOrder: (line.drawOrder as number) + 1 }))
    expect(codes(drawn)).toContain('DRAW_ORDER_WRONG')
    expect(codes(tampered(LINES, 'listed', 3, (line) => ({ ...line, rank: 1_000 })))).toContain('DRAW_LIST_WRONG')
    expect(codes(tampered(LINES, 'draw', 0, (line) => ({ ...line, entry: 'ab'.repeat(48) })))).toContain(
      'DRAW_BEACON_WRONG',
    )
  })

  it('whatever single value of any line is changed, something does not hold', () => {
    const kinds = [
      'round',
      'item',
      'ruling',
      'attempt',
      'version',
      'person',
      'draw',
      'listed',
      'prize',
      'passed',
    ] as const
    for (const kind of kinds) {
      const fields = Object.keys(linesOfKind(LINES, kind)[0] as object).filter((name) => name !== 'kind')
      for (const field of fields) {
        const forged = tampered(LINES, kind, 0, (line) => ({ ...line, [field]: another(line[field as never]) }))
        expect([kind, field, refusedOrFailed(forged)]).toEqual([kind, field, true])
      }
    }
  })
})

function refusedOrFailed(lines: readonly string[]): boolean {
  try {
    return failuresOf(lines).length > 0
  } catch (error) {
    return error instanceof BundleError
  }
}

function another(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  if (typeof value === 'string') return `${value}0`
  if (value === null) return 'x'
  if (Array.isArray(value)) return [...value, value[0] ?? 'x']
  return { ...(value as object), extra: 1 }
}
