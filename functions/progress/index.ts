// Progress: which shops of a window have ordered, which are waited for, and reminding them.
export { countShops, onShopCounted } from './count-shop.ts'
export { listShopsWaitedFor } from './list-shops-waited-for.ts'
export { reminderRuns } from './reminder-runs.ts'
export { showOrderProgress } from './show-progress.ts'
