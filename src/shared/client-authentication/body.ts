import { z } from 'zod'

/** `client_id` and `client_secret` in the body. */
export const body = z.strictObject({ method: z.literal('body') })
