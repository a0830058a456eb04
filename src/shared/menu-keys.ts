/** The key of *Lock now*, with Ctrl, or Command on a Mac. Main's menu binds it. */
export const lockKey = 'L'
