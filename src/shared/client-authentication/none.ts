import { z } from 'zod'

/** A public client: at most its ID, and no secret (RFC 6749 §2.1). */
export const none = z.strictObject({ method: z.literal('none') })
