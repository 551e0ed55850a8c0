import type { ImportState } from '#shared/import-words'

/** The lifecycle of an import: what may follow what. Drawn into ARCHITECTURE.md. A phase that fails leads back to where
 * it began. */
export const importStates = {
  waiting: { to: ['read', 'discarded'] },
  read: { to: ['read', 'previewing', 'discarded'] },
  previewing: { to: ['previewed', 'read'] },
  previewed: { to: ['read', 'previewing', 'applying', 'discarded'] },
  applying: { to: ['applied', 'previewed'] },
  applied: { to: ['undoing'] },
  undoing: { to: ['undone', 'applied'] },
  undone: { to: [] },
  discarded: { to: [] },
} as const satisfies Record<ImportState, { to: readonly ImportState[] }>

/** The phases that a job does: what it is called, and where the import stands before, in and after it. */
export const importPhases = {
  preview: { before: 'read', during: 'previewing', after: 'previewed' },
  apply: { before: 'previewed', during: 'applying', after: 'applied' },
  undo: { before: 'applied', during: 'undoing', after: 'undone' },
} as const

export type ImportPhase = keyof typeof importPhases

/** True when an import in state `from` may go to state `to`. */
export function mayGo(from: ImportState, to: ImportState): boolean {
  const next: readonly ImportState[] = importStates[from].to
  return next.includes(to)
}
