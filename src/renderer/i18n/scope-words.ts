import type { Translate } from '../language.ts'
import type { scopes } from '../locales/en/scopes.ts'

type Known = Exclude<keyof typeof scopes, 'verb'>
type Verb = keyof typeof scopes.verb

/** Names in lower case, without the address that Google and Microsoft write before them. */
const known: ReadonlyMap<string, Known> = new Map(
  Object.entries({
    readData: ['read'],
    writeData: ['write'],
    deleteData: ['delete'],
    admin: ['admin'],
    // OpenID Connect Core §5.4 and §11
    identity: ['openid'],
    profile: ['profile', 'userinfo.profile', 'user.read'],
    email: ['email', 'userinfo.email'],
    address: ['address'],
    phone: ['phone'],
    offline: ['offline_access', 'refresh_token'],
    // Keycloak, Okta
    groups: ['groups'],
    roles: ['roles'],
    signInStrength: ['acr'],
    basics: ['basic'],
    origins: ['web-origins'],
    // Microsoft
    allGranted: ['.default'],
    asYou: ['user_impersonation'],
    filesRead: ['files.read', 'files.read.all', 'drive.readonly'],
    files: ['files.readwrite', 'files.readwrite.all', 'drive'],
    mailRead: ['mail.read', 'gmail.readonly'],
    mail: ['mail.readwrite', 'gmail.modify', 'mail.google.com/'],
    mailSend: ['mail.send', 'gmail.send'],
    calendarRead: ['calendars.read', 'calendar.readonly'],
    calendar: ['calendars.readwrite', 'calendar'],
    contactsRead: ['contacts.read', 'contacts.readonly'],
    contacts: ['contacts.readwrite', 'contacts'],
    usersBasic: ['user.readbasic.all'],
    usersRead: ['user.read.all'],
    users: ['user.readwrite.all'],
    directoryRead: ['directory.read.all'],
    directory: ['directory.readwrite.all'],
    sitesRead: ['sites.read.all'],
    sites: ['sites.readwrite.all'],
    // Google
    filesOfApp: ['drive.file'],
    sheetsRead: ['spreadsheets.readonly'],
    sheets: ['spreadsheets'],
    analyticsRead: ['analytics.readonly'],
    analytics: ['analytics', 'analytics.edit'],
    ads: ['adwords'],
    cloud: ['cloud-platform'],
    // Salesforce, Amazon Cognito
    api: ['api'],
    everything: ['full'],
    ownAccount: ['aws.cognito.signin.user.admin'],
    // Infor
    inforApi: ['infor-ionapi-all'],
    inforIon: ['infor-ion'],
    inforPortal: ['infor-mingle'],
    inforDocuments: ['infor-idm'],
    inforUsers: ['infor-ifs'],
    inforLn: ['infor-ln'],
    inforM3: ['infor-m3'],
  } satisfies Readonly<Record<Known, readonly string[]>>).flatMap(([key, names]) =>
    names.map((name) => [name, key as Known] as const),
  ),
)

/** Addresses that a service's own scopes begin with. */
const addresses =
  /^https:\/\/(?:www\.googleapis\.com\/auth\/|graph\.microsoft\.com\/|(?=mail\.google\.com\/$))/
/** `api://…/.default`, `https://…/user_impersonation`: any service's at Microsoft. */
const ofAnyService = /^(?:https|api):\/\/.*\/(\.default|user_impersonation)$/

const verbs: ReadonlyMap<string, Verb> = new Map(
  Object.entries({
    read: ['read', 'readonly', 'list'],
    write: ['write'],
    readwrite: ['readwrite'],
    create: ['create'],
    update: ['update', 'edit'],
    delete: ['delete'],
    manage: ['manage'],
    send: ['send'],
  } satisfies Readonly<Record<Verb, readonly string[]>>).flatMap(([verb, names]) =>
    names.map((name) => [name, verb as Verb] as const),
  ),
)
const words = [...verbs.keys()].join('|')
const verbFirst = new RegExp(`^(${words})[:.](.+)$`, 'i')
const verbLast = new RegExp(`^(.+)[:.](${words})(?:\\.(?:all|shared|selected|ownedby))?$`, 'i')

/** Returns the object and the action of a scope value that names both. */
function byVerb(word: string): { readonly verb: Verb; readonly what: string } | null {
  const first = verbFirst.exec(word)
  const [verb, what] = first?.slice(1) ?? verbLast.exec(word)?.slice(1).reverse() ?? []
  const known = verbs.get(verb?.toLowerCase() ?? '')
  return known === undefined || what === undefined ? null : { verb: known, what }
}

/**
 * Describes what a scope value (RFC 6749 §3.3) allows; `null` if it is not known. Each service
 * defines its own values: this knows those with a common meaning and those of widely used services.
 */
export function scopeMeaning(t: Translate, word: string): string | null {
  const bare = ofAnyService.exec(word)?.[1] ?? word.replace(addresses, '')
  const key = known.get(bare.toLowerCase())
  if (key !== undefined) return t(`scopes.${key}`)
  const action = byVerb(bare)
  return action === null ? null : t(`scopes.verb.${action.verb}`, { what: action.what })
}
