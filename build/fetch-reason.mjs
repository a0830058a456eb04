// Loaded before Electron's own installer, which prints no more of a failure than "fetch failed":
// the reason is one error further down.

const plainFetch = globalThis.fetch

globalThis.fetch = async (...request) => {
  try {
    return await plainFetch(...request)
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : undefined
    const reason = cause === undefined ? '' : cause.message || Reflect.get(cause, 'code')
    throw reason ? new Error(`fetch failed: ${reason}`, { cause: error }) : error
  }
}
