/** How much is kept of what happened to a profile. */
export const longestActivity = 50
