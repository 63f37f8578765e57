import { call } from '@thiso/kit/api/client'

/** What more than one feature asks for, under one key, so that a page opens with what another has already fetched. */

interface Context {
  signal: AbortSignal
}

export const homeQuery = {
  queryKey: ['home'],
  queryFn: ({ signal }: Context) => call('home', { signal }),
}

export const roundQuery = (roundId: string) => ({
  queryKey: ['round', roundId],
  queryFn: ({ signal }: Context) => call('round', { params: { roundId }, signal }),
})

export const myStandingQuery = (roundId: string) => ({
  queryKey: ['my-standing', roundId],
  queryFn: ({ signal }: Context) => call('myStanding', { params: { roundId }, signal }),
})

/** Spread over the minutes, so that a thousand phones that were opened together do not ask together. */
const LOOK_AGAIN_MS = (4 + 2 * Math.random()) * 60_000

/** How many notices a person has not read. */
export const unreadNoticesQuery = {
  queryKey: ['unread-notices'],
  queryFn: async ({ signal }: Context) => {
    const { unreadCount } = await call('myNotices', { query: { size: 1 }, signal })
    return { unreadCount }
  },
  staleTime: 60_000,
  refetchInterval: LOOK_AGAIN_MS,
}

export const unitsQuery = {
  queryKey: ['units'],
  queryFn: ({ signal }: Context) => call('units', { signal }),
  // The list changes a few times a year and weighs more than the rest of a form together.
  staleTime: 60 * 60_000,
}
