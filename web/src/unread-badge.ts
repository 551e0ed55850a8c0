const MOST_SHOWN = 99

/** Shows in the frame how many messages are unread, and describes the way home by it; none shows nothing. */
export function showUnread(count: number): void {
  for (const badge of document.querySelectorAll<HTMLElement>('[data-unread]')) {
    const shown = count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count)
    const [figure, words] = badge.children
    badge.hidden = count === 0
    if (figure) figure.textContent = shown
    if (words) words.textContent = count === 0 ? '' : `${shown} ${badge.dataset.unread}`
  }
}
