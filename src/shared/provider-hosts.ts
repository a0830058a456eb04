import type { AddressWarning } from './import.ts'
import type { Preset } from './preset.ts'
import type { ImportedSettings } from './settings/index.ts'

/** Returns whether a host is a domain or lies below it. */
export const isWithin = (host: string, domain: string) =>
  host === domain || host.endsWith(`.${domain}`)

/** Returns whether a host is this computer. */
export const isHere = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host)

/** The settings that name the addresses to which secrets and token of a profile go. */
export interface SentTo {
  readonly about: Pick<ImportedSettings['about'], 'apiAddress'>
  readonly server: ImportedSettings['server']
}

const hostnameOf = (address: string | undefined) =>
  address !== undefined && URL.canParse(address) ? new URL(address).hostname : undefined

/** Lists the hosts that secrets or token of a profile go to, each once. */
export function hostsOf(settings: SentTo): readonly string[] {
  const hosts = [...Object.values(settings.server), settings.about.apiAddress].map(hostnameOf)
  return [...new Set(hosts.filter((host) => host !== undefined))]
}

/**
 * Lists the hosts that secrets or token of a profile go to and that are not known to be its
 * provider's. None where every customer has a server of their own.
 */
export function hostsElsewhere(
  { domains }: Pick<Preset, 'domains'>,
  settings: SentTo,
): readonly string[] {
  if (domains.length === 0) return []
  return hostsOf(settings).filter(
    (host) => !isHere(host) && !domains.some((domain) => isWithin(host, domain)),
  )
}

/** Returns the host that the token goes to, if another one hands it out. */
export function serviceElsewhere(settings: SentTo): string | undefined {
  const host = hostnameOf(settings.about.apiAddress)
  return host === hostnameOf(settings.server.tokenEndpoint) ? undefined : host
}

/** Returns what to warn of in the addresses of a profile that comes from others. */
export function addressWarningsFor(
  { domains }: Pick<Preset, 'domains'>,
  settings: SentTo,
): readonly AddressWarning[] {
  if (hostsElsewhere({ domains }, settings).length > 0) return ['other-address']
  const isUnknown = domains.length === 0 && serviceElsewhere(settings) !== undefined
  return isUnknown ? ['service-elsewhere'] : []
}
