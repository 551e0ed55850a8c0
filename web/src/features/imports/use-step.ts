import { useMutation, useQueryClient } from '@tanstack/react-query'
import { importQuery, takeStep } from './import-queries.ts'

/** Begins a step of an import; its page then shows how it stands. */
export function useStep(importId: string, step: 'confirmation' | 'undo') {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => takeStep(importId, step),
    onSettled: () => client.invalidateQueries({ queryKey: importQuery(importId).queryKey }),
  })
}
