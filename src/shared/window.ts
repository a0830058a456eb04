// Apart from the schemas that use them, so that the page's first script does not load zod.

/** The orders of the list of profiles. */
export const listSorts = ['name', 'expiry', 'last-used'] as const
export type ListSort = (typeof listSorts)[number]

/** The key of *Lock now*, with Ctrl, or Command on a Mac. The application menu binds it. */
export const lockKey = 'L'
