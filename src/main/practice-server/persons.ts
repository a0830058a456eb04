/** A person who can sign in. None exists. */
export interface Person {
  readonly name: string
  /** Identifies the person at this server. */
  readonly email: string
  readonly company: string
  readonly roles: readonly string[]
}

/** The first one has a password, too. */
export const persons = [
  {
    name: 'Ada Practice',
    email: 'ada@practice.example',
    company: 'Practice Company',
    roles: ['reader', 'editor'],
  },
  {
    name: 'Ben Practice',
    email: 'ben@practice.example',
    company: 'Practice Company',
    roles: ['reader'],
  },
] as const satisfies readonly Person[]

export function findPerson(email: unknown): Person | undefined {
  return persons.find((person) => person.email === email)
}
