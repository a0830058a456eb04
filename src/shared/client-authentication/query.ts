import { z } from 'zod'

/** `client_id` and `client_secret` in the query string, which no standard allows. */
export const query = z.strictObject({ method: z.literal('query') })
