/**
 * What of an item of the clipboard is used: since Electron 44 texts are written as such items, which
 * become an empty object when they are written down as JSON.
 * @typedef {{ readonly types: readonly string[], getType(type: string): Promise<Blob> }} Item
 */

/** @param {unknown} said @returns {said is Item} */
function isItem(said) {
  if (typeof said !== 'object' || said === null) return false
  return 'getType' in said && typeof said.getType === 'function' && 'types' in said
}

/** @param {Item} item @param {string} type @returns {Promise<unknown>} */
async function contentOf(item, type) {
  const content = await item.getType(type)
  return typeof content === 'string' ? content : Buffer.from(await content.arrayBuffer()).toString()
}

/**
 * Tells what is put on a clipboard: of items each type with its contents as text, of anything else what
 * it is. A part that can't be read is told as well, so that nobody takes it for clean.
 * @param {unknown} said a text, an item, or a list of either
 * @param {(found: unknown) => void} note called once for each part, for items later
 * @returns {Promise<void>} resolves when all is told
 */
export async function noteClipboard(said, note) {
  const parts = Array.isArray(said) ? said : [said]
  for (const part of parts) if (!isItem(part)) note(part)
  for (const item of parts.filter(isItem)) {
    for (const type of item.types) {
      try {
        note({ type, content: await contentOf(item, type) })
      } catch (error) {
        note({ type, unreadable: `${error}` })
      }
    }
  }
}
