import { z } from 'zod'
import { apiAddress } from './api-address.ts'
import { appSettings } from './app-settings.ts'
import { backupPreview, chosenBackup, restoreChoice, restored, writtenBackup } from './backup.ts'
import { instant } from './clock.ts'
import { copied, snippetForms } from './copying.ts'
import { desktopView } from './desktop.ts'
import { appError } from './errors.ts'
import { redirectAddress } from './grants/authorization-code.ts'
import { importReading, importText, maxCandidates, openedFile } from './import.ts'
import { languages, type SystemLanguage } from './language.ts'
import { maxFirstRows, maxPassphraseLength, minPassphraseLength } from './limits.ts'
import { outcome } from './outcome.ts'
import { preset } from './preset.ts'
import { profileDraft, profileId } from './profile.ts'
import { profileView } from './profile-view.ts'
import { findResult, maxTypedAddress } from './server-metadata.ts'
import { marks } from './settings/about.ts'
import { maxRedirectText, pasteResult, remedies } from './sign-in.ts'
import { maxPasteLength, pastedContents, tokenContents } from './token.ts'
import { introspection, signatureChecks, tokenEnding, userinfo } from './token-checks.ts'
import { tokenTest } from './token-test.ts'
import { lookResult, updatesView, versionText } from './updates.ts'
import { vaultView } from './vault-view.ts'

/** The result of the last lock, for the page that is loaded after it; sent once. */
const lockNews = z.strictObject({
  /** The reason why a lock failed after its start. */
  refused: appError.nullable(),
  /** True if an automatic lock discarded unsaved input. */
  lostTyping: z.boolean(),
})
export type LockNews = z.infer<typeof lockNews>

const systemLanguage: z.ZodType<SystemLanguage> = z.strictObject({
  language: z.enum(languages),
  region: z.string().max(8).nullable(),
})

export const snapshot = z.strictObject({
  revision: z.number().int().nonnegative(),
  profiles: z.array(profileView),
  /**
   * Set while more profiles are being read, which follow in `changed` events: their number, and how
   * many of the profiles here are at the top of the list and shown before the others are read.
   */
  opening: z
    .strictObject({ atTop: z.number().int().nonnegative(), toCome: z.number().int().positive() })
    .nullable(),
  presets: z.array(preset),
  vault: vaultView,
  settings: appSettings,
  /** Version of the app. */
  version: z.string(),
  /** The system's language, which applies until the user chooses one. */
  system: systemLanguage,
  /** `null`: there is none, or the app is still locked. */
  lockNews: lockNews.nullable(),
})
export type Snapshot = z.infer<typeof snapshot>

const nothing = z.strictObject({})
const passphrase = z.strictObject({ passphrase: z.string().min(1).max(maxPassphraseLength) })
/** The present passphrase, if one is set; protects it from changes at an unattended window. */
const current = z.string().min(1).max(maxPassphraseLength).optional()
const newPassphrase = z.strictObject({
  passphrase: z.string().min(minPassphraseLength).max(maxPassphraseLength),
  current,
})
const oneProfile = z.strictObject({ id: profileId })
/** How the practice server gives its token: for a password, or after a sign-in of one of two kinds. */
const practiceWay = z.enum(['password', 'browser', 'device'])
export type PracticeWay = z.infer<typeof practiceWay>
/** `expiresAt` of the new token; `null`: no token, or unknown. */
const asked = z.strictObject({ outcome, expiresAt: instant.nullable() })

const knownUpdates = z.strictObject({ updates: updatesView.nullable() })

/** Every request that a page may send to the main process. */
export const requests = {
  getSnapshot: { input: nothing, output: snapshot },
  createProfile: { input: z.strictObject({ draft: profileDraft }), output: oneProfile },
  updateProfile: {
    input: z.strictObject({ id: profileId, draft: profileDraft }),
    output: nothing,
  },
  deleteProfile: { input: oneProfile, output: nothing },
  /** Changes what a click changes, without the form. */
  changeMarks: { input: z.strictObject({ id: profileId, marks }), output: nothing },
  /** Runs the profile's grant. */
  obtainToken: { input: oneProfile, output: asked },
  /** Uses the refresh token; without one, runs the grant again. */
  refreshToken: { input: oneProfile, output: asked },
  /**
   * Tries the other client authentication methods, once each, and keeps the one that works. Stops
   * at the first response about anything but the client.
   */
  tryOtherMethods: { input: oneProfile, output: asked },
  cancelRequest: { input: oneProfile, output: nothing },
  /** Runs the profile's grant, and asks the server to let the user choose another account. */
  signInAsSomebodyElse: { input: oneProfile, output: asked },
  /** Makes a change of the settings that a click offers, and runs the grant. */
  applyRemedy: {
    input: z.strictObject({ id: profileId, remedy: z.enum(remedies) }),
    output: asked,
  },
  /** Opens the page of the sign-in under way in the browser once more. */
  openSignIn: { input: oneProfile, output: nothing },
  /** Copies the address of that page. */
  copySignInAddress: { input: oneProfile, output: nothing },
  /** Copies the code of the sign-in on another device. */
  copyDeviceCode: { input: oneProfile, output: nothing },
  /** Copies an address for the list of redirect addresses at the service. */
  copyRedirectAddress: { input: z.strictObject({ address: redirectAddress }), output: nothing },
  /** Takes the address at which the user arrived after signing in. */
  pasteRedirect: {
    input: z.strictObject({ id: profileId, text: z.string().max(maxRedirectText) }),
    output: z.strictObject({ result: pasteResult }),
  },
  readToken: { input: oneProfile, output: tokenContents },
  copyHeader: { input: oneProfile, output: copied },
  copyToken: { input: oneProfile, output: copied },
  /** Copies a request that sends the token to the known API address. */
  copySnippet: {
    input: z.strictObject({ id: profileId, form: z.enum(snippetForms) }),
    output: copied,
  },
  /**
   * Sends a GET request with the token to an address that the user chose, and reads the beginning of
   * the response. The profile keeps an address that accepts the token.
   */
  testToken: { input: z.strictObject({ id: profileId, address: apiAddress }), output: tokenTest },
  cancelTest: { input: oneProfile, output: nothing },
  /** Looks for the settings that the server at a typed address publishes; keeps nothing. */
  findSettings: {
    input: z.strictObject({ address: z.string().max(maxTypedAddress) }),
    output: findResult,
  },
  cancelFindSettings: { input: nothing, output: nothing },
  /** Asks the server to end the token, and removes from the profile what it ended. */
  endToken: { input: oneProfile, output: tokenEnding },
  /** Asks the server whether the token is active, and whose it is. */
  introspectToken: { input: oneProfile, output: introspection },
  /** Checks the token's signature with the keys of the profile's server. */
  checkSignature: { input: oneProfile, output: signatureChecks },
  /** Asks the server for the person who signed in. */
  readUserinfo: { input: oneProfile, output: userinfo },
  /** Cancels whichever of these four is under way. */
  cancelCheck: { input: oneProfile, output: nothing },
  /** Copies the last request and response, with every secret replaced by its length. */
  copyReport: { input: oneProfile, output: nothing },
  /** Decodes a pasted token; keeps nothing of it. */
  inspectToken: {
    input: z.strictObject({ text: z.string().max(maxPasteLength) }),
    output: pastedContents,
  },
  /** Unlocks the vault. */
  unlock: { input: passphrase, output: nothing },
  /** Tries the system's key store again; `isOpen`: it opened the vault. */
  tryKeyStoreAgain: { input: nothing, output: z.strictObject({ isOpen: z.boolean() }) },
  /** Restarts the app, which some systems require before the key store can be tried again. */
  restart: { input: nothing, output: nothing },
  /** Continues without the locked secrets; nothing is written. */
  workInMemory: { input: nothing, output: nothing },
  setPassphrase: { input: newPassphrase, output: nothing },
  removePassphrase: { input: z.strictObject({ current }), output: nothing },
  /** Lets the key store open the vault from now on. */
  addKeyStore: { input: nothing, output: nothing },
  /** Makes the passphrase the only key. */
  leaveKeyStore: { input: passphrase, output: nothing },
  /** Locks, and ends this page, which discards unsaved input. */
  lockNow: { input: nothing, output: nothing },
  /** Reports that a form holds unsaved input, without the input. */
  reportTyping: { input: z.strictObject({ hasTyped: z.boolean() }), output: nothing },
  /** Shows a save dialog and writes all saved profiles into a file that this passphrase opens. */
  writeBackup: { input: newPassphrase, output: writtenBackup },
  /** Shows an open dialog; the main process keeps the file until `closeBackup`. */
  chooseBackup: { input: nothing, output: chosenBackup },
  /** Decrypts the chosen file and returns what restoring it would change. */
  openBackup: { input: passphrase, output: backupPreview },
  restoreBackup: { input: z.strictObject({ choice: restoreChoice }), output: restored },
  closeBackup: { input: nothing, output: nothing },
  /** Parses a received command or file; keeps nothing of it. */
  readImport: { input: z.strictObject({ text: importText }), output: importReading },
  /**
   * Creates a profile from a draft. Missing secrets are read again from candidate `which` of the
   * text, so that no secret was sent to the page.
   */
  createFromImport: {
    input: z.strictObject({
      text: importText,
      which: z.number().int().min(0).lt(maxCandidates),
      draft: profileDraft,
    }),
    output: oneProfile,
  },
  /** Shows a save dialog and writes the settings, without secrets, into a file for a colleague. */
  shareProfile: { input: oneProfile, output: z.strictObject({ saved: z.boolean() }) },
  /** Returns, once, the share file that the system opened with this app. */
  takeOpenedFile: { input: nothing, output: openedFile },
  /**
   * Starts the practice server, if it is not running, creates its profile and begins to get a token.
   * A sign-in is not waited for.
   */
  startPractice: { input: z.strictObject({ way: practiceWay }), output: oneProfile },
  changeSettings: { input: appSettings, output: nothing },
  /** Returns what this desktop can do for the app. */
  getDesktop: { input: nothing, output: desktopView },
  /** Reports which profile is shown, for which no notifications appear. */
  reportShown: { input: z.strictObject({ id: profileId.nullable() }), output: nothing },
  /** Reports that the first rows of a long list are drawn, so the others may be read. */
  reportDrawn: { input: nothing, output: nothing },
  /** Reports the profiles at the top of the list, which are read first at the next start. */
  reportFirstRows: {
    input: z.strictObject({ ids: z.array(profileId).max(maxFirstRows) }),
    output: nothing,
  },
  /** Returns the known new version; `null`: this app has no feed. */
  getUpdates: { input: nothing, output: knownUpdates },
  /** Checks the distributor's feed. This and the following are refused if there is none. */
  lookForUpdate: {
    input: nothing,
    output: z.strictObject({ result: lookResult, updates: updatesView }),
  },
  /** Dismisses the update notice for a version. */
  dismissUpdate: { input: z.strictObject({ version: versionText }), output: knownUpdates },
  /** Opens the page of the new version in the browser. */
  openUpdatePage: { input: nothing, output: nothing },
} as const

/** Every event that the main process sends to a page. */
export const events = {
  changed: z.strictObject({
    /** Increases with every change; a page ignores lower ones. */
    revision: z.number().int().positive(),
    /** The complete changed profiles. */
    profiles: z.array(profileView),
    removed: z.array(profileId),
    /** Number of profiles that are still being read. */
    toCome: z.number().int().nonnegative(),
    vault: vaultView,
  }),
  /** *Lock now* was chosen in the menu, or with its key. */
  lockAsked: nothing,
  /** An automatic lock failed; this page continues. */
  lockRefused: z.strictObject({ error: appError }),
  /** The system opened a share file with this app; `takeOpenedFile` returns it. */
  fileOpened: nothing,
  /** A profile was chosen outside the window, in a notification or in the tray. */
  profileAsked: oneProfile,
  /** A copy was requested outside the window on a system where only the window can copy. */
  copyAsked: oneProfile,
  /** A check of the feed found a new version. */
  updatesChanged: updatesView,
} as const

export type RequestName = keyof typeof requests
export type RequestInput<Name extends RequestName> = z.input<(typeof requests)[Name]['input']>
export type ParsedInput<Name extends RequestName> = z.output<(typeof requests)[Name]['input']>
export type RequestOutput<Name extends RequestName> = z.output<(typeof requests)[Name]['output']>
export type EventName = keyof typeof events
export type EventData<Name extends EventName> = z.output<(typeof events)[Name]>
