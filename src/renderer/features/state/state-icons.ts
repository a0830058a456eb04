import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconClockOff,
  IconHourglassLow,
  IconLock,
  IconLogin2,
  IconWifiOff,
} from '@tabler/icons-react'
import type { ProfileState } from '../../../shared/profile-state.ts'

export const stateIcons = {
  valid: IconCircleCheck,
  'expiring-soon': IconHourglassLow,
  expired: IconClockOff,
  'no-token': IconCircleDashed,
  'needs-sign-in': IconLogin2,
  'waiting-for-network': IconWifiOff,
  failed: IconAlertTriangle,
  locked: IconLock,
} as const satisfies Record<ProfileState, unknown>
