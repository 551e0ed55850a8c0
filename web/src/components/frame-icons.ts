import { icons } from './icons.ts'

/** The drawings of the frame around a page: those that no island draws stand here alone, and cost no page a byte of script. */
export const frameIcons = {
  ...icons,
  company: 'M5 21V3h9v18M14 9h5v12M3 21h18M8 7h3M8 11h3M8 15h3',
} as const

export type FrameIconName = keyof typeof frameIcons
