/**
 * Limits of the structure and the prose of the sources, which tests/unit/build and
 * tests/e2e/click-path.spec.ts assert. They may only be lowered.
 */
export const limits = /** @type {const} */ ({
  /**
   * Files under `smallLines` lines with exactly one importer. A grant is a file of its own in
   * `shared/grants` and `oauth/grants` however short it is: authorization codes and device codes
   * brought three, so that this was raised from 29.
   */
  smallFiles: 32,
  smallLines: 45,
  /** Lines of the longest file. */
  maxLines: 350,
  /** Share of files with at most `usualLines` lines. */
  minUsualShare: 0.9,
  usualLines: 200,
  /** Files that one click on *Get token* passes through; click-path.mjs states the rule. */
  clickPath: 69,
  /** Forbidden sentence openings and words in comments; prose.mjs lists them. */
  openings: 0,
  words: 0,
})
