/** How much is measured. */
export interface Sizes {
  /** Profiles of the large list. */
  readonly many: number
  /** Profiles of the list whose countdowns are measured. */
  readonly counting: number
  readonly startRounds: number
  readonly packagedRounds: number
  /** Rounds of starts in the comparison with another checkout. */
  readonly againstRounds: number
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
  /** Profiles of the lists that show how costs grow. */
  readonly growth: readonly number[]
  readonly growthRounds: number
  /** For each list: openings of the vault, savings, renewals. */
  readonly growthTurns: number
  /** Milliseconds for which the screen must not change before it is taken for what a program shows. */
  readonly stillMs: number
  /** Of the large list that is sorted by expiry. */
  readonly folders: number
}

export const fullSizes: Sizes = {
  many: 10_000,
  counting: 1000,
  startRounds: 13,
  packagedRounds: 5,
  againstRounds: 13,
  warmUps: 1,
  settleMs: 5000,
  idleRounds: 3,
  idleMs: 30_000,
  tokenRounds: 100,
  saveRounds: 100,
  jwtRounds: 31,
  searches: 12,
  scrollMs: 6000,
  growth: [10, 100, 1000, 10_000],
  growthRounds: 3,
  growthTurns: 15,
  stillMs: 4000,
  folders: 50,
}

/** Enough to see that everything still works; its figures mean nothing. */
export const shortSizes: Sizes = {
  many: 60,
  counting: 20,
  startRounds: 1,
  packagedRounds: 1,
  againstRounds: 1,
  warmUps: 0,
  settleMs: 200,
  idleRounds: 1,
  idleMs: 500,
  tokenRounds: 5,
  saveRounds: 5,
  jwtRounds: 3,
  searches: 1,
  scrollMs: 500,
  growth: [10, 60],
  growthRounds: 1,
  growthTurns: 2,
  stillMs: 800,
  folders: 5,
}
