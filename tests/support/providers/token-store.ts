export interface IssuedTokens {
  readonly accessToken: string
  readonly refreshToken: string
  /** Seconds. */
  readonly expiresIn: number
}

export interface TokenStore {
  issue(): IssuedTokens
  /** New tokens for a refresh token that is still good; it is used up by that. */
  refresh(refreshToken: string): IssuedTokens | undefined
  revokeRefreshTokens(): void
  setExpiresIn(seconds: number): void
  /** Every token ever issued. */
  all(): readonly string[]
}

interface Makers {
  readonly accessToken: (expiresIn: number) => string
  readonly refreshToken: () => string
  readonly expiresIn: number
}

/** Remembers what an emulator gave out. */
export function createTokenStore(makers: Makers): TokenStore {
  let { expiresIn } = makers
  const good = new Set<string>()
  const all: string[] = []

  function issue(): IssuedTokens {
    const accessToken = makers.accessToken(expiresIn)
    const refreshToken = makers.refreshToken()
    good.add(refreshToken)
    all.push(accessToken, refreshToken)
    return { accessToken, refreshToken, expiresIn }
  }

  return {
    issue,
    refresh: (refreshToken) => (good.delete(refreshToken) ? issue() : undefined),
    revokeRefreshTokens: () => good.clear(),
    setExpiresIn: (seconds) => {
      expiresIn = seconds
    },
    all: () => all,
  }
}
