/** The members of an object, of which those that may be `undefined` may be absent instead. */
type Given<Members> = { [Name in keyof Members]?: Exclude<Members[Name], undefined> }

/** Returns the members that are not `undefined`: what is not set has no member. */
export function given<Members extends object>(members: Members): Given<Members> {
  const entries = Object.entries(members).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Given<Members>
}
