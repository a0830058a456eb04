import { type Html, html } from './html.ts'
import { type PageLanguage, page } from './page.ts'
import type { PageTexts } from './page-texts.ts'
import type { Person } from './persons.ts'

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)
}

const faceOf = ({ name }: Person) =>
  html`<span class="face" aria-hidden="true">${name.slice(0, 1)}</span>`

const nameOf = (person: Person) =>
  html`<span><span>${person.name}</span><span class="mail">${person.email}</span></span>`

/** Asks who signs in. The proposed person comes first. */
export function personsPage(
  inLanguage: PageLanguage,
  persons: readonly Person[],
  proposed: Person | undefined,
): string {
  const { who } = inLanguage.texts
  const ordered = persons.toSorted(
    (one, other) => Number(other === proposed) - Number(one === proposed),
  )
  const buttons = ordered.map(
    (person) =>
      html`<button class="person" name="person" value="${person.email}">${faceOf(person)}${nameOf(person)}</button>`,
  )
  const asked =
    proposed === undefined
      ? html``
      : html`<p class="soft">${fill(who.asked, { person: proposed.name })}</p>`
  return page(
    inLanguage,
    who.title,
    html`<p class="soft">${who.hint}</p>${asked}
<form method="post">${buttons}
<button class="plain" name="refuse" value="yes">${who.refuse}</button></form>`,
  )
}

interface Consent {
  readonly person: Person
  readonly other: Person | undefined
  readonly scopes: readonly string[]
  /** The host that the browser returns to. */
  readonly returnsTo: string | undefined
}

function scopeLine(scopes: PageTexts['scopes'], scope: string): Html {
  const known = Object.entries(scopes).find(([name]) => name === scope)
  return html`<li><span>${known?.[1] ?? scope} <code>${scope}</code></span></li>`
}

/** Asks if the app may have what it asks for. */
export function consentPage(inLanguage: PageLanguage, consent: Consent): string {
  const { allow, scopes } = inLanguage.texts
  const { person, other } = consent
  const asOther =
    other === undefined
      ? html``
      : html`<button class="link" name="person" value="${other.email}">${fill(allow.other, { person: other.name })}</button>`
  const goesBack =
    consent.returnsTo === undefined
      ? html``
      : html`<p class="small">${fill(allow.goesBack, { address: consent.returnsTo })}</p>`
  return page(
    inLanguage,
    allow.title,
    html`<form method="post" class="you">${faceOf(person)}
<span class="stack"><strong>${fill(allow.you, { person: person.name })}</strong>${asOther}</span></form>
<p>${allow.asks}</p>
<ul>${consent.scopes.map((scope) => scopeLine(scopes, scope))}</ul>
<form method="post">
<button class="main" name="allow" value="yes">${allow.allow}</button>
<button name="refuse" value="yes">${allow.refuse}</button></form>${goesBack}`,
  )
}

/** The hidden half of a form of the device pages. */
interface CodeForm {
  readonly action: string
  /** Proves that the form comes from this server. */
  readonly xsrf: string
}

export type CodeProblem = Exclude<keyof PageTexts['code'], 'title' | 'hint' | 'label' | 'next'>

/** Asks for the code that another device shows (RFC 8628 §3.3). */
export function codePage(
  inLanguage: PageLanguage,
  form: CodeForm,
  problem?: { readonly kind: CodeProblem; readonly typed: string },
): string {
  const { code } = inLanguage.texts
  const shown =
    problem === undefined
      ? html``
      : html`<p class="problem" role="alert" id="problem">${code[problem.kind]}</p>`
  const marks =
    problem === undefined ? html`` : html` aria-invalid="true" aria-describedby="problem"`
  return page(
    inLanguage,
    code.title,
    html`<p class="soft">${code.hint}</p>${shown}
<form method="post" action="${form.action}">
<input type="hidden" name="xsrf" value="${form.xsrf}">
<label>${code.label}<input name="user_code" value="${problem?.typed ?? ''}" autocomplete="off" autocapitalize="characters"
 spellcheck="false" autofocus maxlength="40"${marks}></label>
<button class="main">${code.next}</button></form>`,
  )
}

/** Asks to compare the code, which another person might have sent (RFC 8628 §5.4). */
export function comparePage(inLanguage: PageLanguage, form: CodeForm, userCode: string): string {
  const { compare } = inLanguage.texts
  return page(
    inLanguage,
    compare.title,
    html`<p class="soft">${compare.hint}</p>
<p class="code">${userCode}</p>
<p class="warning">${compare.warning}</p>
<form method="post" action="${form.action}">
<input type="hidden" name="xsrf" value="${form.xsrf}">
<input type="hidden" name="user_code" value="${userCode}">
<button class="main" name="confirm" value="yes">${compare.same}</button>
<button name="abort" value="yes">${compare.different}</button></form>`,
  )
}

/** Says how a sign-in ended. */
export function endPage(inLanguage: PageLanguage, end: 'done' | 'refused' | 'over'): string {
  const { title, hint } = inLanguage.texts[end]
  const mark =
    end === 'done'
      ? html`<span class="mark" aria-hidden="true">&check;</span>`
      : html`<span class="mark no" aria-hidden="true">&ndash;</span>`
  return page(inLanguage, title, html`<p class="soft">${hint}</p>`, mark)
}

/** Shows an error that can't be sent back to the app (RFC 6749 §4.1.2.1). */
export function errorPage(
  inLanguage: PageLanguage,
  { error, description }: { readonly error: string; readonly description: string },
): string {
  const { failed } = inLanguage.texts
  return page(
    inLanguage,
    failed.title,
    html`<p class="soft">${failed.hint}</p>
<p class="problem" lang="en"><strong>${error}</strong><br>${description}</p><p class="soft">${failed.back}</p>`,
  )
}
