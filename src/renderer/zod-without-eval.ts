import { config } from 'zod/v4'

// To go faster, zod tries to compile code, which our policy forbids: each start of the page would
// be a violation. It has to be told before the first schema is made, wherever the bundler puts
// that; so this stands in the place of zod for the whole page (electron.vite.config.ts).
config({ jitless: true })

export { z } from 'zod/v4'
