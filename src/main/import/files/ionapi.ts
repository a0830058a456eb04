import { z } from 'zod'
import type { Details } from '../details.ts'
import { leaveOut } from '../request/pasted-request.ts'

/**
 * Credentials of an authorized app in Infor OS: `pu` followed by `ot` is the token endpoint, `ci`
 * and `cs` are the client, `saak` and `sask` the service account of the password grant.
 */
const ionApi = z.object({
  ci: z.string().min(1),
  cs: z.string().optional(),
  pu: z.string().min(1),
  ot: z.string().min(1),
  cn: z.string().optional(),
  ti: z.string().optional(),
  saak: z.string().optional(),
  sask: z.string().optional(),
  sc: z.array(z.string()).max(50).optional(),
})

/** Known members that a profile has no use for. */
const idle = ['iu', 'oa', 'or', 'ru', 'dt', 'ev', 'v']

/** Returns the details in an `.ionapi` file, or in an environment with the same names. */
export function detailsOfIonApi(members: Readonly<Record<string, unknown>>): Details | undefined {
  const parsed = ionApi.safeParse(members)
  if (!parsed.success) return undefined
  const { ci, cs, pu, ot, cn, ti, saak, sask, sc } = parsed.data
  const isWhole = /^https?:\/\//i.test(ot)
  const url = isWhole ? ot : `${pu.replace(/\/+$/, '')}/${ot.replace(/^\/+/, '')}`
  const name = [cn ?? '', ti === undefined ? '' : `(${ti})`].join(' ').trim()
  return {
    title: name,
    name,
    // Infor writes the port of https out.
    url: url.replace(/^(https:\/\/[^/:]+):443\//i, '$1/'),
    grantType: 'password',
    authentication: 'basic',
    clientId: ci,
    clientSecret: cs ?? '',
    userNameField: 'username',
    userName: saak ?? '',
    password: sask ?? '',
    scope: sc?.join(' '),
    leftOut: Object.keys(members)
      .filter((member) => idle.includes(member))
      .map((member) => leaveOut(member, 'not-needed')),
  }
}
