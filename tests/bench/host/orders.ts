import { z } from 'zod'

/** What the host inside Electron is asked to do. */
export const order = z.discriminatedUnion('name', [
  /** Makes the vault of a data folder, with profiles whose tokens are alive or just over. */
  z.strictObject({
    name: z.literal('fill'),
    dataFolder: z.string(),
    count: z.number().int().positive(),
    tokens: z.enum(['alive', 'counting', 'over']),
    tokenEndpoint: z.string(),
    /** So many folders, and tokens that end at different times; none if it is left out. */
    folders: z.number().int().positive().optional(),
  }),
  /** Gets tokens, by the engine and by bare requests. */
  z.strictObject({
    name: z.literal('token'),
    dataFolder: z.string(),
    tokenEndpoint: z.string(),
    rounds: z.number().int().positive(),
  }),
  /** Saves one profile of each data folder in turn. */
  z.strictObject({
    name: z.literal('save'),
    dataFolders: z.tuple([z.string(), z.string()]),
    rounds: z.number().int().positive(),
  }),
  /** Reads a token, with our reader and with jose's. */
  z.strictObject({ name: z.literal('read-token'), rounds: z.number().int().positive() }),
  z.strictObject({ name: z.literal('version') }),
  /** Opens, saves and renews in each data folder in turn. */
  z.strictObject({
    name: z.literal('grow'),
    dataFolders: z.array(z.string()),
    rounds: z.number().int().positive(),
  }),
])
export type Order = z.infer<typeof order>

/** Milliseconds of two kinds of work that took turns. */
export const twoKinds = z.strictObject({
  ones: z.array(z.number()),
  others: z.array(z.number()),
})
export type TwoKinds = z.infer<typeof twoKinds>

/** Milliseconds of one data folder. */
const grown = z.strictObject({
  open: z.array(z.number()),
  save: z.array(z.number()),
  renew: z.array(z.number()),
})
export type Grown = z.infer<typeof grown>
/** One for each data folder. */
export const allGrown = z.array(grown)

export const answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('done'), value: z.unknown().optional() }),
  z.strictObject({ kind: z.literal('failed'), message: z.string() }),
])
export type Answer = z.infer<typeof answer>
