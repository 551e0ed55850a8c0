/** Line drawings on a 24 by 24 grid, as the path data of one stroke each. */
export const icons = {
  home: 'M4 11 12 4l8 7v9h-5v-6H9v6H4z',
  order: 'M4 5h16v14H4zM4 10h16M4 14.5h16M10 10v9',
  orders: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6',
  service: 'M4 5h16v12h-9l-4 4v-4H4zM8 9h8M8 13h5',
  me: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5a7.5 7.5 0 0 1 15 0',
  customers: 'M4 10v10h16V10M3 10l2-6h14l2 6zM10 20v-6h4v6',
  products: 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
  prices: 'M4 4h8l8 8-8 8-8-8zM8.5 8.5h.01',
  imports: 'M12 15V4M8 8l4-4 4 4M4 15v5h16v-5',
  requests: 'M6 3h9l4 4v14H6zM15 3v4h4M9 12l2.2 2.2L15.5 10M9 17.5h6',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8 3v5M16 3v5',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14a6.5 6.5 0 0 1 3.5 6',
  done: 'M4 12.5 9.5 18 20 7',
  waiting: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2',
  attention: 'M12 4 2.5 20h19zM12 10v5M12 17.2v.6',
  refused: 'M6 6l12 12M18 6 6 18',
  withdrawn: 'M9 6 4 11l5 5M4 11h10a5 5 0 0 1 0 10h-3',
  aloud: 'M4 9.5v5h3.5L12 19V5L7.5 9.5zM15 9a4 4 0 0 1 0 6M17.5 6.5a8 8 0 0 1 0 11',
  call: 'M6 3h3.5l1.5 5-2.2 1.6a12 12 0 0 0 5.6 5.6L16 13l5 1.5V18a3 3 0 0 1-3 3C10.8 21 3 13.2 3 6a3 3 0 0 1 3-3z',
  messages: 'M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21h4',
  desk: 'M4 13a8 8 0 0 1 16 0M4 13v4h3v-5H4M20 13v4h-3v-5h3M20 17a4 4 0 0 1-4 4h-3',
  printer: 'M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z',
} as const

export type IconName = keyof typeof icons
