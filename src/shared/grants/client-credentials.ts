import { z } from 'zod'

const settings = z.strictObject({ kind: z.literal('clientCredentials') })

export const clientCredentials = { settings, incomplete: settings }
