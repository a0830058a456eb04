// Loaded before Electron's own installer, which prints no more of a failure than "fetch failed":
// the reason is the innermost of its errors.

const plainFetch = globalThis.fetch

/** @param {unknown} error @returns {string} '' where there is nothing below */
function innermost(error) {
  if (!(error instanceof Error) || !(error.cause instanceof Error)) return ''
  const { cause } = error
  return innermost(cause) || cause.message || String(Reflect.get(cause, 'code') ?? '')
}

globalThis.fetch = async (...request) => {
  try {
    return await plainFetch(...request)
  } catch (error) {
    const reason = innermost(error)
    throw reason === '' ? error : new Error(`fetch failed: ${reason}`, { cause: error })
  }
}
