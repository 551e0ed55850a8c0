import type { SignedInList } from '#shared/identity'
import { read, write } from '../../api.ts'

export const placesQuery = {
  queryKey: ['signed-in'],
  queryFn: () => read<SignedInList>('/people/me/sessions'),
}

/** Ends one other session of mine, or all others when none is named. */
export function endSessionsElsewhere(id: string | undefined): Promise<{ ended: number }> {
  return write('DELETE', id ? `/people/me/sessions/${id}` : '/people/me/sessions')
}
