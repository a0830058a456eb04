import { z } from 'zod'
import { apiAddress } from './api-address.ts'
import { appSettings } from './app-settings.ts'
import { backupPreview, chosenBackup, restoreChoice, restored, writtenBackup } from './backup.ts'
import { instant } from './clock.ts'
import { copied, snippetForms } from './copying.ts'
import { desktopView } from './desktop.ts'
import { appError } from './errors.ts'
import { maxFirstRows } from './first-rows.ts'
import { importReading, importText, maxCandidates, openedFile } from './import.ts'
import { languages, type SystemLanguage } from './language.ts'
import { outcome } from './outcome.ts'
import { maxPassphraseLength, minPassphraseLength } from './passphrase.ts'
import { preset } from './preset.ts'
import { profileDraft, profileId } from './profile.ts'
import { profileView } from './profile-view.ts'
import { maxPasteLength, pastedContents, tokenContents } from './token.ts'
import { tokenTest } from './token-test.ts'
import { lookResult, updatesView, versionText } from './updates.ts'
import { vaultView } from './vault-view.ts'

/** What became of the last lock, for a page that came after it; told once. */
const lockNews = z.strictObject({
  /** Why a lock that had begun came to nothing. */
  refused: appError.nullable(),
  /** It came by itself and cost what was being typed. */
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
   * While more are being read, which come in changes: how many, and how many of the profiles
   * here, the first, are at the top of the list and shown before all are there.
   */
  opening: z
    .strictObject({ atTop: z.number().int().nonnegative(), toCome: z.number().int().positive() })
    .nullable(),
  presets: z.array(preset),
  vault: vaultView,
  settings: appSettings,
  /** Of the app. */
  version: z.string(),
  /** What the system is set to: the language of whoever chose none. */
  system: systemLanguage,
  /** `null`: nothing, or nothing before it is unlocked. */
  lockNews: lockNews.nullable(),
})
export type Snapshot = z.infer<typeof snapshot>

const nothing = z.strictObject({})
const passphrase = z.strictObject({ passphrase: z.string().min(1).max(maxPassphraseLength) })
/** The passphrase that is set, if one is: so that nobody else changes it at an open window. */
const current = z.string().min(1).max(maxPassphraseLength).optional()
const newPassphrase = z.strictObject({
  passphrase: z.string().min(minPassphraseLength).max(maxPassphraseLength),
  current,
})
const oneProfile = z.strictObject({ id: profileId })
/** `expiresAt` is that of the new token; `null` if there is none, or nobody knows. */
const asked = z.strictObject({ outcome, expiresAt: instant.nullable() })

const knownUpdates = z.strictObject({ updates: updatesView.nullable() })

/** Every request a page may make of main: the whole app on one page. */
export const requests = {
  getSnapshot: { input: nothing, output: snapshot },
  createProfile: { input: z.strictObject({ draft: profileDraft }), output: oneProfile },
  updateProfile: {
    input: z.strictObject({ id: profileId, draft: profileDraft }),
    output: nothing,
  },
  deleteProfile: { input: oneProfile, output: nothing },
  setKeepFresh: {
    input: z.strictObject({ id: profileId, keepFresh: z.boolean() }),
    output: nothing,
  },
  /** Runs the profile's grant. */
  obtainToken: { input: oneProfile, output: asked },
  /** Uses the refresh token; without one, runs the grant again. */
  refreshToken: { input: oneProfile, output: asked },
  /**
   * Tries the remaining ways to authenticate the client, once each, and keeps the one
   * that works. Stops at the first answer that speaks of anything but the client.
   */
  tryOtherMethods: { input: oneProfile, output: asked },
  cancelRequest: { input: oneProfile, output: nothing },
  readToken: { input: oneProfile, output: tokenContents },
  copyHeader: { input: oneProfile, output: copied },
  copyToken: { input: oneProfile, output: copied },
  /** A request with the token in it, to the address that is known. */
  copySnippet: {
    input: z.strictObject({ id: profileId, form: z.enum(snippetForms) }),
    output: copied,
  },
  /**
   * Sends a GET with the token to an address of the user's choice, and reads the beginning. The
   * profile keeps an address that accepts it.
   */
  testToken: { input: z.strictObject({ id: profileId, address: apiAddress }), output: tokenTest },
  cancelTest: { input: oneProfile, output: nothing },
  /** The last request and its answer, with every secret replaced by its length. */
  copyReport: { input: oneProfile, output: nothing },
  /** Reads any token that a user pastes, keeps nothing of it. */
  inspectToken: {
    input: z.strictObject({ text: z.string().max(maxPasteLength) }),
    output: pastedContents,
  },
  /** Opens what is locked. */
  unlock: { input: passphrase, output: nothing },
  /** Asks the key store of the system once more; `isOpen`: now it answered. */
  tryKeyStoreAgain: { input: nothing, output: z.strictObject({ isOpen: z.boolean() }) },
  /** Closes the app and opens it: on some systems only then a key store is asked again. */
  restart: { input: nothing, output: nothing },
  /** Goes on without what is locked; nothing is written. */
  workInMemory: { input: nothing, output: nothing },
  setPassphrase: { input: newPassphrase, output: nothing },
  removePassphrase: { input: z.strictObject({ current }), output: nothing },
  /** Lets the key store open the vault from now on. */
  addKeyStore: { input: nothing, output: nothing },
  /** Lets the passphrase alone open it from now on. */
  leaveKeyStore: { input: passphrase, output: nothing },
  /** Locks, and ends this page: what is typed in it is lost. */
  lockNow: { input: nothing, output: nothing },
  /** Whether a form holds something that is not saved; never what it is. */
  reportTyping: { input: z.strictObject({ hasTyped: z.boolean() }), output: nothing },
  /** Asks where, and writes all saved profiles into a file that this passphrase opens. */
  writeBackup: { input: newPassphrase, output: writtenBackup },
  /** Asks which file; main keeps it until `closeBackup`. */
  chooseBackup: { input: nothing, output: chosenBackup },
  /** Opens the chosen file, and tells what it would change. */
  openBackup: { input: passphrase, output: backupPreview },
  restoreBackup: { input: z.strictObject({ choice: restoreChoice }), output: restored },
  closeBackup: { input: nothing, output: nothing },
  /** Reads a command or a file that somebody received; keeps nothing of it. */
  readImport: { input: z.strictObject({ text: importText }), output: importReading },
  /**
   * Creates the profile of a draft. What its secrets lack is read from the text once more,
   * from the candidate `which`, so that no secret goes back to the page in between.
   */
  createFromImport: {
    input: z.strictObject({
      text: importText,
      which: z.number().int().min(0).lt(maxCandidates),
      draft: profileDraft,
    }),
    output: oneProfile,
  },
  /** Asks where to, and saves the settings without any secret in a file for a colleague. */
  shareProfile: { input: oneProfile, output: z.strictObject({ saved: z.boolean() }) },
  /** The share file that the system opened with this app, once. */
  takeOpenedFile: { input: nothing, output: openedFile },
  /** Starts the practice server, if it is not running, and makes a profile for it. */
  startPractice: { input: nothing, output: oneProfile },
  changeSettings: { input: appSettings, output: nothing },
  /** Returns what this desktop can do for the app. */
  getDesktop: { input: nothing, output: desktopView },
  /** Which profile the page shows; it is not told of while the user looks at it. */
  reportShown: { input: z.strictObject({ id: profileId.nullable() }), output: nothing },
  /** The rows at the top of a long list are drawn: now the others may be read. */
  reportDrawn: { input: nothing, output: nothing },
  /** Which profiles are at the top of the list, to be read first at the next start. */
  reportFirstRows: {
    input: z.strictObject({ ids: z.array(profileId).max(maxFirstRows) }),
    output: nothing,
  },
  /** What is known of new versions; `null`: nobody tells this app of any. */
  getUpdates: { input: nothing, output: knownUpdates },
  /** Asks the distributor's feed now. This and what follows are refused where there is none. */
  lookForUpdate: {
    input: nothing,
    output: z.strictObject({ result: lookResult, updates: updatesView }),
  },
  /** Says no more of a version in the window. */
  dismissUpdate: { input: z.strictObject({ version: versionText }), output: knownUpdates },
  /** Opens the page of the version that was found, in the browser. */
  openUpdatePage: { input: nothing, output: nothing },
} as const

/** What main tells the page of its own accord. */
export const events = {
  changed: z.strictObject({
    /** Rises with every change; a page keeps the higher. */
    revision: z.number().int().positive(),
    /** The profiles that changed, whole. */
    profiles: z.array(profileView),
    removed: z.array(profileId),
    /** How many profiles are still being read. */
    toCome: z.number().int().nonnegative(),
    vault: vaultView,
  }),
  /** *Lock now* was chosen in the menu, or by its key. */
  lockAsked: nothing,
  /** It was time to lock, and that could not be done; this page goes on. */
  lockRefused: z.strictObject({ error: appError }),
  /** The system has opened a share file with this app: it can be taken. */
  fileOpened: nothing,
  /** A profile was chosen outside the window, in a notification or in the tray. */
  profileAsked: oneProfile,
  /** A copy was asked for outside the window, where only the window can copy. */
  copyAsked: oneProfile,
  /** A look that came by itself, or at a click, found something. */
  updatesChanged: updatesView,
} as const

export type RequestName = keyof typeof requests
export type RequestInput<Name extends RequestName> = z.input<(typeof requests)[Name]['input']>
export type ParsedInput<Name extends RequestName> = z.output<(typeof requests)[Name]['input']>
export type RequestOutput<Name extends RequestName> = z.output<(typeof requests)[Name]['output']>
export type EventName = keyof typeof events
export type EventData<Name extends EventName> = z.output<(typeof events)[Name]>
