import { authorizationServerAt } from '../../shared/authorization-servers.ts'
import { Failure } from '../../shared/errors.ts'
import type { ExtraParameter } from '../../shared/extra.ts'
import { grants } from '../../shared/grants/facts.ts'
import { grantSchemas } from '../../shared/grants/index.ts'
import { type ProfileSettings, profileSettings } from '../../shared/settings/index.ts'
import type { Remedy } from '../../shared/sign-in.ts'

type Request = ProfileSettings['request']

/** Adds parameters for sign-ins, each in the place of one with its name. */
function withParameters(
  request: Request,
  parameters: readonly (readonly [name: string, value: string])[],
): Request {
  const added = parameters.map(
    ([name, value]): ExtraParameter => ({ secret: false, name, value, sentWith: 'authorizing' }),
  )
  const names = new Set(parameters.map(([name]) => name))
  const others = request.extraParameters.filter(
    ({ name, sentWith }) => !names.has(name) || sentWith !== 'authorizing',
  )
  return { ...request, extraParameters: [...others, ...added] }
}

function withScope(request: Request, scope: string | undefined): Request {
  const words = (request.scope ?? '').split(' ').filter((word) => word !== '')
  if (scope === undefined || words.includes(scope)) return request
  return { ...request, scope: [...words, scope].join(' ') }
}

const hasSetting = ({ grant }: ProfileSettings, name: string) =>
  name in grantSchemas[grant.kind].settings.shape

function withLongerAccess(settings: ProfileSettings) {
  const { grant, server, request } = settings
  if (grants[grant.kind].renewal !== 'needs-person') return null
  const address = server.authorizationEndpoint ?? server.deviceAuthorizationEndpoint
  const { scope, parameters = [], prompt } = authorizationServerAt(address).longerAccess
  const isPrompted = prompt !== undefined && hasSetting(settings, 'prompt')
  return {
    ...settings,
    request: withScope(withParameters(request, parameters), scope),
    grant: isPrompted ? { ...grant, prompt } : grant,
  }
}

/** `null`: the remedy is for other grants. */
const remedied: {
  readonly [Each in Remedy]: (settings: ProfileSettings) => object | null
} = {
  'send-origin': (settings) => {
    if (!hasSetting(settings, 'sendsOrigin')) return null
    return { ...settings, grant: { ...settings.grant, sendsOrigin: true } }
  },
  'ask-for-longer-access': withLongerAccess,
}

/**
 * Returns the settings after a change that a click makes. Throws `request-refused` if they have no
 * place for it.
 */
export function withRemedy(settings: ProfileSettings, remedy: Remedy): ProfileSettings {
  const changed = profileSettings.safeParse(remedied[remedy](settings))
  if (!changed.success) throw new Failure({ code: 'request-refused', reason: 'input' })
  return changed.data
}
