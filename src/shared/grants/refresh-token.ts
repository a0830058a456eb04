import { z } from 'zod'

const settings = z.strictObject({ kind: z.literal('refreshToken') })

export const refreshToken = { settings, incomplete: settings }
