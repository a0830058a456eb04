import { argumentsOfProcess, type ProcessWatch } from './process-watch.ts'
import type { Finding, Scanner } from './scan.ts'
import type { Recorded } from './watched-app.ts'

/** Everything that others can see of an app, or that it leaves behind. */
export interface Places {
  /** Folders by their names in findings. */
  readonly folders: Readonly<Record<string, string>>
  /** What its processes wrote to the standard output and error. */
  readonly outputs: readonly string[]
  readonly processes: readonly ProcessWatch[]
  readonly recorded: readonly Recorded[]
  /** States of the page (`pageState`). */
  readonly pages: readonly string[]
  /** What a user asked to be copied. */
  readonly copied: ReadonlySet<string>
  /** Names of secrets in the addresses that the browser is given, on Linux as an argument. */
  readonly inAddresses: ReadonlySet<string>
}

/** What a user types goes from the page to main; these are the fields for it. */
const typed: Readonly<Record<string, (input: object) => unknown>> = {
  createProfile: withoutDraftSecrets,
  updateProfile: withoutDraftSecrets,
  setPassphrase: without('passphrase', 'current'),
  removePassphrase: without('current'),
  unlock: without('passphrase'),
  leaveKeyStore: without('passphrase'),
  writeBackup: without('passphrase', 'current'),
  openBackup: without('passphrase'),
  inspectToken: without('text'),
  readImport: without('text'),
  pasteRedirect: without('text'),
  createFromImport: (input) => withoutDraftSecrets({ ...input, text: null }),
}

function without(...fields: readonly string[]) {
  const none = Object.fromEntries(fields.map((field) => [field, null]))
  return (input: object) => ({ ...input, ...none })
}

function withoutDraftSecrets(input: object): unknown {
  const draft = 'draft' in input ? input.draft : null
  return { ...input, draft: { ...(draft as object), secrets: null } }
}

/** The process that encrypts backups is given what it is to encrypt, or to decrypt, in these. */
const ofOrders = ['document', 'file', 'passphrase']

function withoutOrder(said: unknown): unknown {
  const [order] = Array.isArray(said) ? said : []
  const isOrder = typeof order === 'object' && order !== null && 'passphrase' in order
  if (!isOrder) return said
  return Object.fromEntries(Object.entries(order).filter(([name]) => !ofOrders.includes(name)))
}

/** The process that reads foreign texts is sent nothing but these, as they were pasted. */
function isTextToRead({ kind, name, said }: Recorded): boolean {
  const isForReader = kind === 'process-message' && name === 'to Import'
  return isForReader && Array.isArray(said) && said.length === 1 && typeof said[0] === 'string'
}

/** What of a message may hold no secret. */
function mustBeClean(message: Recorded): unknown {
  const { kind, said } = message
  if (isTextToRead(message)) return null
  if (kind === 'process-message') return withoutOrder(said)
  if (kind !== 'to-main' || !Array.isArray(said)) return said
  const [name, input, ...rest] = said as readonly unknown[]
  const field = typeof name === 'string' && Object.hasOwn(typed, name) ? typed[name] : undefined
  if (field === undefined || typeof input !== 'object' || input === null) return said
  return [name, field(input), ...rest]
}

const openedAddress = 'opened address'
const placeOf = ({ kind, name }: Recorded) => `${kind} ${name}`

/** The text itself where it is one, so that it is not escaped once more. */
const textOf = (said: unknown) => (typeof said === 'string' ? said : (JSON.stringify(said) ?? ''))

/** Where the secrets of `scanner` are found; each place once for each secret and encoding. */
export async function searchEverywhere(
  scanner: Scanner,
  { folders, outputs, processes, recorded, pages, copied, inAddresses }: Places,
): Promise<readonly Finding[]> {
  const inFolders = await Promise.all(
    Object.entries(folders).map(([name, folder]) => scanner.scanFolder(folder, name)),
  )
  const messages = recorded.filter(
    ({ kind, said }) => !(kind === 'clipboard' && typeof said === 'string' && copied.has(said)),
  )
  const all = [
    ...inFolders.flat(),
    ...outputs.flatMap((output) => scanner.scan('standard output or error', output)),
    ...processes.flatMap((watch) => watch.findings(scanner)),
    ...pages.flatMap((page) => scanner.scan('the page', page)),
    ...messages.flatMap((message) => [
      ...scanner.scan(placeOf(message), textOf(mustBeClean(message))),
      ...scanner.scan(`the name of a ${message.kind}`, message.name),
    ]),
  ]
  const isInAddress = ({ place, secret }: Finding) =>
    inAddresses.has(secret) && [argumentsOfProcess, openedAddress].includes(place)
  const others = all.filter((each) => !isInAddress(each))
  const once = new Map(others.map((each) => [JSON.stringify(each), each]))
  return [...once.values()]
}
