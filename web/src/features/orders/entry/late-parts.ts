/** What the order page brings right behind its script, as one file, while the assortment is on its way. */

export { NothingFound, NothingToOrder } from './NoRows.tsx'
export { RowWrongWords } from './RowWrongWords.tsx'
export { refusalWords } from './refusal-words.ts'
export { SheetHelp } from './SheetHelp.tsx'
export { SheetNotices } from './SheetNotices.tsx'
export { LeastTotal, MoneyAside, SideDetails, SideFoot, SideMoney, TotalAloud } from './SideNotes.tsx'
export { SideWrong } from './SideWrong.tsx'
export { WaysToFill } from './WaysToFill.tsx'
