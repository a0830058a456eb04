import { z } from 'zod'
import { clientAuthentication } from './client-authentication/index.ts'
import { instant } from './clock.ts'
import { oauthError, outcome } from './outcome.ts'
import { profileId, secretName } from './profile.ts'
import { profileSettings } from './settings/index.ts'
import { tokenView } from './token.ts'

/**
 * The kind of request: a token by the profile's grant, a new one by its refresh token, or a token by
 * each of the other client authentication methods.
 */
const requestKind = z.enum(['obtain', 'refresh', 'other-methods'])
export type RequestKind = z.infer<typeof requestKind>

/** Something that arrived instead of a redirect, and that the person may want to know about. */
export const redirectNotices = [
  /** The browser spoke TLS: it was set to use https only, and shows an error now. */
  'tls',
  /**
   * The right path without parameters: probably those of a fragment (OAuth 2.0 Multiple Response
   * Types §2.1), which a browser never sends.
   */
  'no-parameters',
] as const
export type RedirectNotice = (typeof redirectNotices)[number]

/** The activity of a token run, for the window to show. */
const runProgress = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('requesting') }),
  z.strictObject({
    kind: z.literal('waiting-for-browser'),
    /** The host at which the person signs in. */
    host: z.string(),
    /** False if the redirect goes elsewhere: the person has to paste where they landed. */
    isListening: z.boolean(),
    /** False if no browser could be opened. */
    isOpened: z.boolean(),
    /** Redirects with another `state`, which were refused. */
    strayRedirects: z.number().int().nonnegative(),
    /** The error of a redirect without a `state`, which may be of another sign-in. */
    reportedError: oauthError.exactOptional(),
    /** Requests that arrived instead of a redirect, by kind. */
    notices: z.array(z.enum(redirectNotices)).exactOptional(),
    expiresAt: instant,
  }),
  /** The code that a person types at the address, until it expires (RFC 8628 §3.3). */
  z.strictObject({
    kind: z.literal('showing-device-code'),
    code: z.string(),
    address: z.string(),
    /** The address with the code in it (RFC 8628 §3.3.1). */
    completeAddress: z.string().nullable(),
    expiresAt: instant,
  }),
])
export type RunProgress = z.infer<typeof runProgress>

/** A client authentication method (RFC 6749 §2.3), and whether the server refused it. */
const triedMethod = z.strictObject({
  authentication: clientAuthentication,
  /** `false`: it was not sent, or no answer to it said anything about the client. */
  isRefused: z.boolean(),
})
export type TriedMethod = z.infer<typeof triedMethod>

/** The endpoints of a sign-in that a failed run may have asked, before any token request. */
const askedEndpoints = [
  'authorizationEndpoint',
  'deviceAuthorizationEndpoint',
  'pushedAuthorizationRequestEndpoint',
] as const

/** An event in the history of a profile. */
export const activityEntry = z.strictObject({
  at: instant,
  what: requestKind,
  /** By the user's click, or by the app keeping the token fresh. */
  by: z.enum(['user', 'renewal']),
  outcome,
  /** The endpoint that failed. Absent: that for tokens or, if there is one, for refresh tokens. */
  endpoint: z.enum(askedEndpoints).exactOptional(),
  /** Nothing of the request left this computer. Absent: the server may have received it. */
  neverSent: z.literal(true).optional(),
  /** For `other-methods` that ended with a refused client: every method, the profile's own first. */
  methods: z.array(triedMethod).max(5).optional(),
})
export type ActivityEntry = z.infer<typeof activityEntry>

/** A profile as the window sees it. */
export const profileView = z.strictObject({
  id: profileId,
  /** A practice profile lives until the app is closed. */
  lifetime: z.enum(['saved', 'session']),
  settings: profileSettings,
  /** The names of the known secrets; their values stay in main. */
  savedSecrets: z.array(secretName),
  locked: z.boolean(),
  token: tokenView.nullable(),
  /** The token run under way, if there is one. */
  tokenRun: z.strictObject({ what: requestKind, progress: runProgress }).nullable(),
  /** The refresh token is dead, or may be: the user has to sign in again. */
  needsSignIn: z.boolean(),
  /** The server refused the client, and it may yet accept another way to authenticate it. */
  hasOtherMethods: z.boolean(),
  /** There is a report for support of the last request since the app was started. */
  hasReport: z.boolean(),
  /** Time of the next automatic renewal, if one is planned. */
  renewsAt: instant.nullable(),
  /** The last renewal failed because of the network, and it is retried without the user. */
  waitsForNetwork: z.boolean(),
  /** When the user last got or copied a token; `null`: never, or unknown. */
  lastUsed: instant.nullable(),
  /** Newest first. */
  activity: z.array(activityEntry),
  /** `false`: something shown here could not be written to the disk yet. */
  saved: z.boolean(),
  /** Its newest file was damaged: what is shown is the one before, until it is saved. */
  isOlderGeneration: z.boolean(),
})
export type ProfileView = z.infer<typeof profileView>
