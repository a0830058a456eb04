import { config } from 'zod/v4'

// zod compiles code for speed, which the content security policy forbids: each start of the page
// would report a violation. The switch must come before the first schema, wherever the bundler
// puts that, so this module replaces zod in the whole page (electron.vite.config.ts).
config({ jitless: true })

export { z } from 'zod/v4'
