/** By what the list of profiles is sorted. Apart from the settings, because the page asks first. */
export const listSorts = ['name', 'expiry', 'last-used'] as const
export type ListSort = (typeof listSorts)[number]
