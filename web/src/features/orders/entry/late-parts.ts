/** What the order page brings right behind its script, as one file, while the assortment is on its way. */

export { LeastTotal } from './LeastTotal.tsx'
export { NothingFound, NothingToOrder } from './NoRows.tsx'
export { RowWrongWords } from './RowWrongWords.tsx'
export { refusalWords } from './refusal-words.ts'
export { SendNotice } from './SendNotice.tsx'
export { SheetHelp } from './SheetHelp.tsx'
export { SheetNotices } from './SheetNotices.tsx'
export { MoneyAside, SideDetails, SideFoot, SideMoney } from './SideNotes.tsx'
export { SideOver } from './SideOver.tsx'
export { SideWrong } from './SideWrong.tsx'
export { TotalAloud } from './TotalAloud.tsx'
export { WaysToFill } from './WaysToFill.tsx'
