const MOST_SHOWN = 99

/** Shows in the frame how many messages are unread; none shows nothing. */
export function showUnread(count: number): void {
  for (const badge of document.querySelectorAll<HTMLElement>('[data-unread]')) {
    badge.hidden = count === 0
    const figure = badge.querySelector('b')
    if (figure) figure.textContent = count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count)
  }
}
