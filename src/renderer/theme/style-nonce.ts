/** The nonce that main gave this page; without it the policy refuses every `<style>`. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}
