/** Texts whose reading never ends, or takes all memory, in the processes of the tests. */
export const endless = 'a text that is never read to its end'
export const greedy = 'a text that takes all memory'
