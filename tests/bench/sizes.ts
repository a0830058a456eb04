/** How much is measured. */
export interface Sizes {
  /** Profiles of the large desk. */
  readonly many: number
  /** Profiles of the desk whose countdowns are looked at. */
  readonly counting: number
  readonly startRounds: number
  /** Starts of each program that are not counted: they fill the caches of disk and V8. */
  readonly warmUps: number
  readonly settleMs: number
  readonly idleRounds: number
  readonly idleMs: number
  readonly tokenRounds: number
  readonly saveRounds: number
  readonly jwtRounds: number
  readonly searches: number
  readonly scrollMs: number
}

export const fullSizes: Sizes = {
  many: 10_000,
  counting: 1000,
  startRounds: 7,
  warmUps: 1,
  settleMs: 5000,
  idleRounds: 3,
  idleMs: 30_000,
  tokenRounds: 100,
  saveRounds: 100,
  jwtRounds: 31,
  searches: 12,
  scrollMs: 6000,
}

/** Enough to see that everything still works; its figures mean nothing. */
export const shortSizes: Sizes = {
  many: 60,
  counting: 20,
  startRounds: 1,
  warmUps: 0,
  settleMs: 200,
  idleRounds: 1,
  idleMs: 500,
  tokenRounds: 5,
  saveRounds: 5,
  jwtRounds: 3,
  searches: 1,
  scrollMs: 500,
}
