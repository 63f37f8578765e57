import { createHash } from 'node:crypto'
import type { ApiOutput } from '@thiso/contracts'
import { isConsistent, isHashIncluded, rootOf } from '../../api/src/kernel/merkle-tree'
import { type Checkpoint, openNote, parseCheckpoint } from '../../api/src/kernel/signed-note'
import { attemptLeaf } from '../../api/src/modules/proof/domain/leaf'
import { secretCommitment } from '../../api/src/modules/proof/domain/pool-commitment'
import { promiseText } from '../../api/src/modules/proof/domain/receipt'
import type { Client } from '../support/client'
import { eventually, useStage } from '../support/stage'
import { makeContest, makeItems, newHolder, type Story, takePart } from '../support/story'

const stage = useStage()
/** The job looks every ten seconds; after a closing it waits for grace and margin first. */
const SOON_MS = 40_000

let organizer: Client
beforeAll(async () => {
  organizer = await stage.client('organizer')
})

type Proof = ApiOutput<'roundProof'>
type Receipt = NonNullable<ApiOutput<'attemptReceipt'>['card']>['receipt']
type Included = Extract<ApiOutput<'leafProof'>, { state: 'included' }>

const proofOf = (roundId: string) => stage.guest().get('roundProof', { params: { roundId } })
const receiptOf = async (client: Client, attemptId: string): Promise<Receipt> => {
  const { card } = await client.get('attemptReceipt', { params: { attemptId } })
  if (!card) throw new Error('no receipt')
  expect(card.path).toMatch(/^\/kiem-chung\/bien-nhan#\S{250,}$/)
  return card.receipt
}
const leafOf = ({ salt, head }: Receipt) => attemptLeaf(Buffer.from(salt, 'hex'), Buffer.from(head, 'hex'))
const leafProof = (roundId: string, leaf: Buffer) =>
  stage.guest().get('leafProof', { params: { roundId, leaf: leaf.toString('hex') } })
const included = (receipt: Receipt) =>
  eventually(
    'the leaf in the log',
    async () => {
      const found = await leafProof(receipt.round, leafOf(receipt))
      return found.state === 'included' && found
    },
    SOON_MS,
  )
const fileOf = async (name: 'checkpointsFile' | 'poolFile', roundId: string) =>
  (await stage.guest().call(name, { params: { roundId } })).text
const secretOf = async (roundId: string): Promise<Buffer> =>
  (await stage.database.pool.query(`SELECT secret FROM round WHERE id = $1`, [roundId])).rows[0].secret

function signedCheckpoint(note: string, { keys, origin }: Proof): Checkpoint {
  const text = openNote(note, keys.find(({ isCurrent }) => isCurrent)?.verifierKey as string)
  const checkpoint = text && parseCheckpoint(text)
  if (!checkpoint || checkpoint.origin !== origin) throw new Error(`no checkpoint of ${origin}: ${note}`)
  return checkpoint
}

function demandHolds(receipt: Receipt, proof: Proof, { note, newestNote, leafIndex, path, consistency }: Included) {
  const hashes = (hex: string[]) => hex.map((each) => Buffer.from(each, 'hex'))
  const [first, newest] = [signedCheckpoint(note, proof), signedCheckpoint(newestNote, proof)]
  expect(isHashIncluded(leafOf(receipt), leafIndex, first.size, hashes(path), first.root)).toBe(true)
  expect(isConsistent(first, newest, hashes(consistency))).toBe(true)
}

describe('PF-1 before a round', () => {
  let story: Story
  beforeAll(async () => {
    story = await makeContest(organizer, { opensInS: 3_600, itemCount: 8, paperCount: 4 })
  })

  it('secret and pool are committed to in public and signed, and neither is told', async () => {
    const proof = await proofOf(story.roundId)
    expect(proof).toMatchObject({ secret: null, checkpoints: [], isEnded: false })
    const [commitment] = proof.commitments
    const secret = await secretOf(story.roundId)
    expect(commitment).toMatchObject({
      version: 1,
      poolSize: 8,
      secretCommitment: secretCommitment(story.roundId, secret).toString('hex'),
    })
    expect(openNote(commitment?.note as string, proof.keys[0]?.verifierKey as string)).toContain(`${proof.origin}\n`)
    expect(JSON.stringify(proof)).not.toContain(secret.toString('hex'))
    expect(await stage.guest().refusal('poolFile', { params: { roundId: story.roundId } })).toBe('PROOF.NOT_REVEALED')
  })

  it('another pool makes another version, and both stay', async () => {
    const [before] = (await proofOf(story.roundId)).commitments
    await makeItems(organizer, story.bankId, 2, 'them')
    await organizer.get('updateRound', { params: { roundId: story.roundId }, body: story.roundBody })
    const { commitments } = await proofOf(story.roundId)
    expect(commitments[0]).toEqual(before)
    expect(commitments.map(({ version, poolSize }) => [version, poolSize])).toEqual([
      [1, 8],
      [2, 10],
    ])
    expect(commitments[1]?.poolRoot).not.toBe(before?.poolRoot)
    expect(commitments[1]?.secretCommitment).toBe(before?.secretCommitment)
    // Saving what is there already commits to nothing new.
    await organizer.get('updateRound', { params: { roundId: story.roundId }, body: story.roundBody })
    expect((await proofOf(story.roundId)).commitments.length).toBe(2)
  })

  it('of a draft nobody hears anything', async () => {
    const { id } = await organizer.get('createRound', { params: { contestId: story.contestId }, body: story.roundBody })
    expect(await stage.guest().refusal('roundProof', { params: { roundId: id } })).toBe('ROUND.NOT_FOUND')
  })
})

describe('PF-8 receipts of an open round', () => {
  it('are signed, found in the log by whoever holds them, and are nobody else’s', async () => {
    const story = await makeContest(organizer, { itemCount: 4 })
    const [one, other] = [await stage.client(), await stage.client()]
    const holder = newHolder()
    const running = await other.get('startAttempt', { params: { roundId: story.roundId }, body: { holder } })
    expect(await other.get('attemptReceipt', { params: { attemptId: running.attempt.attemptId } })).toEqual({
      card: null,
    })
    const { attemptId, receipt: handedIn } = await takePart(one, story, 3)
    const receipt = await receiptOf(one, attemptId)
    expect(receipt).toMatchObject({
      attempt: attemptId,
      round: story.roundId,
      code: handedIn.receiptCode,
      submittedAt: Date.parse(handedIn.submittedAt),
    })
    expect(await other.refusal('attemptReceipt', { params: { attemptId } })).toBe('ATTEMPT.NOT_FOUND')
    const proof = await proofOf(story.roundId)
    const { promise, ...said } = receipt
    expect(openNote(promise, proof.keys[0]?.verifierKey as string)).toBe(promiseText(said))
    demandHolds(receipt, proof, await included(receipt))
    expect((await leafProof(story.roundId, Buffer.alloc(32, 1))).state).toBe('waiting')
    expect(await receiptOf(one, attemptId)).toEqual(receipt)
  })
})

describe('PF-7 a round that keeps counts back', () => {
  let story: Story
  let people: { client: Client; attemptId: string; receipt: Receipt }[]
  let sealed: Proof

  beforeAll(async () => {
    // Open for longer than from one checkpoint to the next.
    story = await makeContest(organizer, {
      opensInS: -601,
      itemCount: 8,
      paperCount: 4,
      rules: { prediction: { target: 'participants', unit: 'people', per: 'person', countsDisqualified: true } },
      resultPolicy: 'after_close',
    })
    people = []
    for (let n = 0; n < 3; n++) {
      const client = await stage.client()
      const { attemptId } = await takePart(client, story, n)
      people.push({ client, attemptId, receipt: await receiptOf(client, attemptId) })
    }
    sealed = await eventually(
      'a checkpoint',
      async () => {
        const proof = await proofOf(story.roundId)
        return proof.checkpoints.length > 0 && proof
      },
      SOON_MS,
    )
  }, 60_000)

  it('shows of its log only hashes of checkpoints, and to nobody where a leaf stands', async () => {
    expect(sealed.isSealed).toBe(true)
    expect(sealed.checkpoints.map(({ open }) => open)).toEqual(sealed.checkpoints.map(() => null))
    expect(sealed.checkpoints[0]?.line).toMatch(
      /^\S+\/rounds\/[0-9a-f-]{36} \| sealed [0-9a-f]{64} \| time \d{4}-\d\d-\d\dT[\d:.]{12}Z$/,
    )
    expect(await fileOf('checkpointsFile', story.roundId)).toBe(`${sealed.checkpoints[0]?.line}\n`)
    // A leaf that is in the log gets the same answer as one that is not.
    for (const leaf of [leafOf((people[0] as { receipt: Receipt }).receipt), Buffer.alloc(32)])
      expect(await leafProof(story.roundId, leaf)).toEqual({ state: 'sealed' })
  })

  it('gives receipts that say nothing of how many there are', () => {
    const [first, , last] = people.map(({ receipt }) => receipt) as [Receipt, Receipt, Receipt]
    const shapeOf = (receipt: Receipt) => [Object.keys(receipt), receipt.promise.split('\n').map((line) => line.length)]
    expect(shapeOf(first)).toEqual(shapeOf(last))
  })

  it('PF-6: afterwards opens what it kept back: log, secret, pool, and how each paper was drawn', async () => {
    const { client, attemptId } = people[1] as (typeof people)[number]
    expect(await client.get('paperProof', { params: { attemptId } })).toEqual({ proof: null })
    await organizer.get('closeRound', { params: { roundId: story.roundId } })
    expect((await proofOf(story.roundId)).isSealed).toBe(true)
    const proof = await eventually(
      'the end of the log',
      async () => {
        const now = await proofOf(story.roundId)
        return now.isEnded && now
      },
      SOON_MS,
    )
    const [last] = proof.checkpoints
    expect(last).toMatchObject({ isFinal: true, open: { size: 3 } })
    for (const { receipt } of people) demandHolds(receipt, proof, await included(receipt))
    expect((await leafProof(story.roundId, Buffer.alloc(32))).state).toBe('absent')
    // What was posted before is the hash of what is shown now.
    const [notes] = [await fileOf('checkpointsFile', story.roundId)]
    const first = proof.checkpoints.at(-1)?.open?.note as string
    expect(sealed.checkpoints[0]?.line).toContain(createHash('sha256').update(first).digest('hex'))
    expect(notes.startsWith(first)).toBe(true)

    const secret = Buffer.from(proof.secret as string, 'hex')
    const commitment = proof.commitments.at(-1)
    expect(secretCommitment(story.roundId, secret).toString('hex')).toBe(commitment?.secretCommitment)
    const lines = (await fileOf('poolFile', story.roundId)).split('\n').slice(0, -1)
    expect(rootOf(lines.map((line) => Buffer.from(line))).toString('hex')).toBe(commitment?.poolRoot)
    for (const person of people)
      expect(await person.client.get('paperProof', { params: { attemptId: person.attemptId } })).toMatchObject({
        proof: { isAsDrawn: true, isAsCommitted: true, secret: proof.secret, poolRoot: commitment?.poolRoot },
      })
    expect(await (people[0] as { client: Client }).client.refusal('paperProof', { params: { attemptId } })).toBe(
      'ATTEMPT.NOT_FOUND',
    )
  }, 90_000)
})
