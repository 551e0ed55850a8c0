// The shell of a page goes in the very frame in which its island shows something.
const island = document.querySelector('astro-island')
const watcher = new MutationObserver(() => {
  if (!island?.firstElementChild) return
  document.querySelector('.shell')?.remove()
  watcher.disconnect()
})
if (island) watcher.observe(island, { childList: true })
