interface AuthenticationFacts {
  /** The names of the secrets that it sends. */
  readonly secrets: readonly string[]
  /** Only a public client may lack an ID. */
  readonly needsId: boolean
  /** The part of the request that names the client. Servers log the query string. */
  readonly sentIn: 'header' | 'body' | 'query'
}

/**
 * The declarative half of each client authentication method (RFC 6749 §2.3), in the order in which
 * a user chooses from them. The schemas of their settings are apart, so that the page's first chunk
 * needs no zod.
 */
export const authentications = {
  basic: { secrets: ['clientSecret'], needsId: true, sentIn: 'header' },
  body: { secrets: ['clientSecret'], needsId: true, sentIn: 'body' },
  query: { secrets: ['clientSecret'], needsId: true, sentIn: 'query' },
  none: { secrets: [], needsId: false, sentIn: 'body' },
} as const satisfies Readonly<Record<string, AuthenticationFacts>>

export type AuthenticationMethod = keyof typeof authentications
export const authenticationMethods = Object.keys(authentications) as AuthenticationMethod[]
export type AuthenticationSecret = (typeof authentications)[AuthenticationMethod]['secrets'][number]
