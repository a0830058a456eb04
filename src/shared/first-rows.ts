/** So many rows fill the list of the tallest window, and a few more. */
export const maxFirstRows = 60
