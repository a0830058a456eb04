import { z } from 'zod'
import { secretName } from './profile.ts'
import { presetId } from './settings/about.ts'
import { importedSettings } from './settings/index.ts'

/** The maximum length of a text to import: 1 MiB of plain text. */
export const maxImportLength = 1024 * 1024

/** The maximum number of profiles that one text offers. */
export const maxCandidates = 20

/** The forms in which details arrive. */
export const importSources = [
  'curl',
  'powershell',
  'postman-environment',
  'postman-collection',
  'ionapi',
  'share-file',
  /** The address of a sign-in page, as a browser shows it. */
  'address',
] as const
export type ImportSource = (typeof importSources)[number]

/** The reasons for which a text gives no profile; the renderer chooses the words. */
export const noImportReasons = [
  'not-recognised',
  'unknown-file',
  'unclosed-quote',
  'no-address',
  'no-token-request',
  /** A script of a Postman collection asks for it. */
  'token-in-script',
  'other-grant',
  'damaged-json',
  'newer-share-file',
  'damaged-share-file',
  /** Reading it took more time or memory than any text that people receive. */
  'too-complicated',
] as const
export type NoImportReason = (typeof noImportReasons)[number]

/** The reasons for which a part of the text is not used. */
export const leftOutReasons = [
  /** Its effect is unknown, so the part after it was not guessed either. */
  'unknown-option',
  /** A word without a place, after what is named. */
  'stray-word',
  /** It shows, saves or hurries something, and does not shape the request. */
  'no-effect',
  /** Token Desk always checks certificates. */
  'unsafe',
  /** Proxies, certificates and addresses of the connection are the system's matter. */
  'connection',
  'cookies',
  /** Another kind of sign-in than a client ID with its secret. */
  'other-credentials',
  /** The client is authenticated twice; only one of the two is kept. */
  'second-authentication',
  /** The value is in a file that did not come along. */
  'reads-file',
  /** A script makes the value when it runs; nothing is carried out here. */
  'computed',
  'always-post',
  'sent-as-form',
  /** Stood in the address, where secrets are not kept. */
  'moved-to-body',
  /** Stood in the address, and is sent in the body as the standard asks. */
  'sent-in-body',
  'not-sendable',
  'repeated',
  /** Of two members of a JSON object with one name the last counts. */
  'repeated-last',
  'nested',
  'not-needed',
  /** A place for a value, or a value that the text does not contain. */
  'to-fill-in',
  /** A code that was for one sign-in. */
  'used-up',
  /** A parameter of another grant. */
  'not-used',
  /** The client ID stood in the body besides the Basic header. */
  'sent-once',
  /** A header for which Token Desk has a value of its own. */
  'own-value',
  /** A Host header: it asks a server for another site. */
  'other-site',
  /** A JSON body is called a form. */
  'says-form',
  /** A number or a truth value of a JSON body. */
  'sent-as-text',
  /** curl leaves out what stands behind a semicolon of a form field. */
  'after-semicolon',
  /** Line breaks at the end of a secret were left out. */
  'line-break',
  /** It shows a secret of the same text, or a part of one. */
  'repeats-secret',
] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

const leftOut = z.strictObject({
  /** Its name: of an option, a header or a field; never its value. */
  what: z.string().min(1).max(60),
  why: z.enum(leftOutReasons),
})
export type LeftOut = z.infer<typeof leftOut>

/** Warnings about the addresses of a profile that comes from others. */
const addressWarnings = [
  /** A provider of ours, and an address for secrets or token that is not known to be its own. */
  'other-address',
  /** The token itself would go to another server than the one that hands it out. */
  'service-elsewhere',
] as const
export type AddressWarning = (typeof addressWarnings)[number]

const importWarnings = [
  ...addressWarnings,
  /** A `+` that a server reads as a space stood in a credential. */
  'plus-is-space',
] as const
export type ImportWarning = (typeof importWarnings)[number]

/** A profile that can be created from the received text. */
export const importCandidate = z.strictObject({
  /** Its name in the text; empty if there is none. */
  title: z.string().max(120),
  settings: importedSettings,
  /** The provider that it may be for, where that is not certain; only the user can tell. */
  suggestedPresetId: presetId.nullable(),
  /** The secrets that stand in the text. They stay there: main reads them again on creation. */
  given: z.array(secretName),
  leftOut: z.array(leftOut).max(200),
  warnings: z.array(z.enum(importWarnings)),
})
export type ImportCandidate = z.infer<typeof importCandidate>

/** A text as main understood it, without the secrets in it. */
export const importReading = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('profiles'),
    source: z.enum(importSources),
    candidates: z.array(importCandidate).min(1).max(maxCandidates),
  }),
  z.strictObject({ kind: z.literal('nothing'), reason: z.enum(noImportReasons) }),
])
export type ImportReading = z.infer<typeof importReading>

/** The reasons for which a file that the system opened with this app is not shown. */
const refusedFileReasons = [
  'too-large',
  'unreadable',
  /** Of a later version of the app. */
  'newer',
  'damaged',
  /** No share file, in spite of its name. */
  'foreign',
  /** Reading it took too long. */
  'too-complicated',
] as const

/** A share file that the system has opened with this app. */
export const openedFile = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  /** Nothing is opened while the window is locked; it is asked for again then. */
  z.strictObject({ kind: z.literal('waits') }),
  /** A whole share file, which holds no secret; anything else is refused without its text. */
  z.strictObject({
    kind: z.literal('opened'),
    name: z.string().max(255),
    text: z.string().min(1).max(maxImportLength),
  }),
  z.strictObject({
    kind: z.literal('refused'),
    name: z.string().max(255),
    reason: z.enum(refusedFileReasons),
  }),
])
export type OpenedFile = z.infer<typeof openedFile>
export type RefusedFile = Extract<OpenedFile, { kind: 'refused' }>

/** Such a text, as a page sends it. */
export const importText = z.string().min(1).max(maxImportLength)
