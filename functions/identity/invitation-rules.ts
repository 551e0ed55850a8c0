import type { CustomerId, PersonId } from '#shared/ids'

/** A shop is opened with its owner and a few buyers, never with so many in one day. */
const MOST_INTO_AN_ACCOUNT = 20
/** An administrator brings in a new branch by hand; more people come by file, which tells nobody. */
const MOST_BY_A_PERSON = 100

/** Whose invitations of a day are counted, and how many they may be. */
export type Allowance = { whose: PersonId | CustomerId; most: number }

/** What an invitation is counted against: the account that it leads into, and the person who sends it; a machine is none. */
export function allowancesOf({ by, into }: { by?: PersonId; into?: CustomerId }): Allowance[] {
  return [
    ...(into ? [{ whose: into, most: MOST_INTO_AN_ACCOUNT }] : []),
    ...(by ? [{ whose: by, most: MOST_BY_A_PERSON }] : []),
  ]
}
