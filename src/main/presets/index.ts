import type { Preset } from '../../shared/preset.ts'
import type { RefusalRule } from '../../shared/refusal-rule.ts'
import { anyServer } from './any-server.ts'
import { organizationApi } from './organization-api.ts'
import { semansys, semansysRefusals } from './semansys.ts'
import { socialId, socialIdRefusals } from './social-id.ts'

/** The providers, in the order in which a user chooses from them. */
export const presets: readonly Preset[] = [semansys, socialId, organizationApi, anyServer]

/** Organization API documents no errors: they are the standard's. */
const refusalRules: ReadonlyMap<string, readonly RefusalRule[]> = new Map([
  [semansys.id, semansysRefusals],
  [socialId.id, socialIdRefusals],
])

/** Returns the rules of a provider's documentation about its refusals, beyond the standard. */
export function refusalRulesOf(presetId: string): readonly RefusalRule[] {
  return refusalRules.get(presetId) ?? []
}
