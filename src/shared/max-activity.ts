/** How much is kept of what happened to a profile. */
export const maxActivity = 50
