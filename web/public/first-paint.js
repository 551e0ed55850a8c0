// Before the first paint: theme, size of type, whose navigation and what is in it, and the company's colour as they were last time.
{
  const root = document.documentElement
  const kept = (name) => {
    try {
      return localStorage.getItem(`dianlian.${name}`)
    } catch {
      return null
    }
  }
  const theme = kept('theme')
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  if (kept('large') === 'on') root.dataset.large = ''
  root.dataset.who = kept('who') || 'dealer'
  root.dataset.may = kept('may') || ''
  const brand = /^(#[0-9a-f]{6}) (#[0-9a-f]{6})$/.exec(kept('brand') || '')
  if (brand) {
    root.style.setProperty('--brand-light', brand[1])
    root.style.setProperty('--brand-dark', brand[2])
  }
}
