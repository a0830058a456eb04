import { z } from 'zod'

/** The address and credentials of a running practice server, including both secrets. */
export const practiceAccess = z.strictObject({
  tokenEndpoint: z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/ }),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  userName: z.string().min(1),
  password: z.string().min(1),
  scope: z.string().min(1),
})
export type PracticeAccess = z.infer<typeof practiceAccess>
