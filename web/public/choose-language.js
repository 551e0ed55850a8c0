// The bare address leads to the language last read in, Chinese at first.
;(() => {
  let language = 'zh'
  try {
    if (localStorage.getItem('dianlian.language') === 'en') language = 'en'
  } catch {
    // A browser that forbids storage starts in Chinese.
  }
  location.replace(`/${language}/`)
})()
