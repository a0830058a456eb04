import { config } from 'zod'

// To go faster, zod tries to compile code, which our policy forbids: each start of the page would
// be a violation. It has to be told before the first schema is used, so this comes first of all.
config({ jitless: true })
