import { showCompany } from './show-company.ts'
import { watchIsland } from './watch-island.ts'

/** What every page does behind its first paint. */
export function behindPage(): void {
  void showCompany()
  const island = document.querySelector<HTMLElement>('astro-island')
  if (island) watchIsland(island)
}
