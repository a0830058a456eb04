import type { Preset } from '../../shared/preset.ts'
import { anyServer } from './any-server.ts'
import { organizationApi } from './organization-api.ts'
import { semansys } from './semansys.ts'
import { socialId } from './social-id.ts'

/** The providers, in the order in which a user chooses from them. */
export const presets: readonly Preset[] = [semansys, socialId, organizationApi, anyServer]
