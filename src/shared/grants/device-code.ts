import { z } from 'zod'

const settings = z.strictObject({ kind: z.literal('deviceCode') })

export const deviceCode = { settings, incomplete: settings }
