import type { Meaning } from './vendor-errors.ts'

/** The numbers of Microsoft Entra ID (AADSTS…), by what they speak of. */
const entra: readonly (readonly [Meaning, readonly number[]])[] = [
  ['client-refused', [50012, 70001, 70002, 700016, 700025, 700027]],
  ['client-refused', [7000112, 7000215, 7000216, 7000218, 7000222]],
  // A user's name, password or account
  ['the-grant', [50020, 50034, 50053, 50055, 50056, 50057, 50064, 50126, 50135, 50144]],
  ['the-grant', [50197, 51004, 80012]],
  // A refresh token that is at its end
  ['the-grant', [50089, 50132, 50133, 50139, 50173, 70000, 70008, 70043, 700082, 700084]],
  // A second factor, a registered device, a consent, a policy
  ['more-than-the-grant', [16000, 50005, 50014, 50058, 50072, 50074, 50076, 50078, 50079, 50085]],
  ['more-than-the-grant', [50097, 50105, 50125, 50127, 50129, 50131, 50140, 50155, 50158, 50187]],
  ['more-than-the-grant', [50199, 53000, 53001, 53002, 53003, 53004, 65001, 65004]],
  ['more-than-the-grant', [90008, 90072, 90094, 530003]],
  ['grant-not-allowed', [70003, 700038, 9001023]],
  ['scope-refused', [65005, 70011, 1002012]],
  ['bad-request', [50001, 50049, 50059, 50128, 500011, 650052, 650057, 90002, 90004, 90009]],
  ['bad-request', [90013, 90014, 90019, 90023, 90100, 90102, 900023, 900144, 901002, 9002313]],
  ['rate-limited', [50166, 50196, 90055]],
  ['server-trouble', [40008, 40010, 50000, 50033, 50087, 70012, 80001, 80002, 80005, 80007]],
  ['server-trouble', [90006, 90012, 90024, 90033, 90036, 90090, 90091]],
]

/** Those of Azure AD B2C (AADB2C…). */
const b2c: readonly (readonly [Meaning, readonly number[]])[] = [
  ['the-grant', [90053, 90054, 90080, 90088, 90129, 90225]],
  ['client-refused', [90081, 90082, 90085]],
  ['scope-refused', [90055, 90117]],
  ['rate-limited', [90229]],
]

const byMark = (mark: string, table: typeof entra) =>
  table.flatMap(([meaning, numbers]) =>
    numbers.map((number) => [`${mark}${number}`, meaning] as const),
  )

const meanings: ReadonlyMap<string, Meaning> = new Map([
  ...byMark('AADSTS', entra),
  ...byMark('AADB2C', b2c),
])

/**
 * What the first number that Microsoft put into a text means: it says more than the
 * `error` beside it, which is `invalid_grant` for a wrong password, a missing consent
 * and an expired token alike.
 */
export function meaningOfMicrosoftNumber(text: string): Meaning | null {
  const marks = text.match(/\bAAD(?:STS|B2C)\d{4,8}/g) ?? []
  return marks.map((mark) => meanings.get(mark)).find((meaning) => meaning !== undefined) ?? null
}
