/** True in `npm run test:deep`, which proves everything at its full size. */
export const isDeep = process.env['TOKEN_DESK_DEEP'] === '1'

/** Chooses the size of a test: `usual` for each change, `deep` for the deep tests. */
export function sized<Size>({ usual, deep }: { readonly usual: Size; readonly deep: Size }): Size {
  return isDeep ? deep : usual
}

/** Returns the seed for a generated test: its own, unless `TOKEN_DESK_SEED` gives another. */
export function seedOr(own: number): number {
  const given = process.env['TOKEN_DESK_SEED']
  return given === undefined || given === '' ? own : Number(given)
}
