import { Failure } from '../../shared/errors.ts'
import { grants } from '../../shared/grants/facts.ts'
import { grantSchemas } from '../../shared/grants/index.ts'
import { withLongerAccess } from '../../shared/longer-access.ts'
import { type ProfileSettings, profileSettings } from '../../shared/settings/index.ts'
import type { Remedy } from '../../shared/sign-in.ts'

const hasSetting = ({ grant }: ProfileSettings, name: string) =>
  name in grantSchemas[grant.kind].settings.shape

/** `null`: the remedy is for other grants. */
const remedied: {
  readonly [Each in Remedy]: (settings: ProfileSettings) => object | null
} = {
  'send-origin': (settings) => {
    if (!hasSetting(settings, 'sendsOrigin')) return null
    return { ...settings, grant: { ...settings.grant, sendsOrigin: true } }
  },
  'ask-for-longer-access': (settings) =>
    grants[settings.grant.kind].renewal === 'needs-person' ? withLongerAccess(settings) : null,
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
