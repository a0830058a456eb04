import type { Language } from '../../../src/shared/language.ts'
import type { Sentences } from './sentences.ts'

/** Words and turns of phrase that a native speaker would not use here, each with the usual one. */
const unidiomatic: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/\b(?:on paper|papers)\b/i, 'what your provider sent you'],
    [/\banew\b/i, 'again'],
    [/\b(?:by itself|of its own accord)\b/i, 'automatically'],
    [/\b(?:whoever|whom|those who)\b/i, 'the people who'],
    // “Sign in as somebody else” is the fixed name of a button.
    [/\b(?:somebody(?! else\b)|anybody)\b/i, 'someone, anyone'],
    [/\bnobody (?:said|knows|told|touches)\b/i, 'the server didn’t say'],
    [/\bperhaps\b/i, 'maybe, or may'],
    [/\b(?:is|are|was|were) (?:not )?told\b/i, 'is informed'],
    [/\bends\b(?! in \/)|\bend unknown\b/i, 'expires'],
    [/\bended\b/i, 'expired'],
    [/\bmend(?:s|ed)?\b/i, 'fix'],
    [/\bthe same once more\b/i, 'repeat'],
    [/\bfresh(?:en)?\b/i, 'new, or renew'],
    [/\brefresh(?:es|ed|ing)?\b(?! (?:tokens?|URL|endpoint)\b)/i, 'renew'],
    [/\bbesides?\b/i, 'next to'],
    [/\bstands?\b/i, 'is, or appears'],
    [/\bin all\b/i, 'in total'],
    [/\bother \S+ than here\b/i, 'different'],
    [/\b(?:any more|no longer any)\b/i, 'no longer'],
    [/\bdoes not yet count\b/i, 'is not valid yet'],
    [/\bgo on without\b/i, 'continue without'],
    [/\bword of its own\b|\bown word\b/i, 'error code'],
    [/\bhand(?:s|ed)? (?:out|over)\b/i, 'issue, give'],
  ],
  nl: [
    [/\bpapier(?:en)?\b/i, 'wat je aanbieder je stuurde'],
    [/\b(?:vanzelf|uit zichzelf)\b/i, 'automatisch'],
    [/\bniemand (?:zei|weet)\b/i, 'de server gaf niet aan'],
    [/\b(?:wie|degene die) (?:de server|je netwerk|deze computer) beheert\b/i, 'de beheerders van'],
    [/\bwie je (?:deze|de) gegevens gaf\b/i, 'de mensen die je de gegevens gaven'],
    [/\bvernieuw(?!en\.$)\p{L}*/iu, 'verlengen'],
    [/\bgeldig houden\b/i, 'automatisch verlengen'],
    [/\bop slot\b/i, 'vergrendeld'],
    [/\bnam\b.*\baan$/i, 'accepteerde'],
    [/\bde tijd is om\b/i, 'verlopen'],
    [/\bhet woord van de server\b/i, 'foutcode van de server'],
    [/\bbewaker\b/i, 'iets vóór de server'],
  ],
  'pt-BR': [
    [/\b(?:seus|os|nos|dos) documentos\b|\bpapéis\b/i, 'o que seu provedor enviou'],
    [/(?<!\p{L})sozinh[oa]s?(?!\p{L})/iu, 'automaticamente'],
    [/(?<!\p{L})ninguém (?:disse|sabe|mexe)/iu, 'o servidor não informou'],
    [/(?<!\p{L})quem (?:cuida|deu estes|deu os dados a você pode)/iu, 'as pessoas que'],
    [/\bmanter o token válido\b/i, 'renovar automaticamente'],
    [/\bfim desconhecido\b/i, 'sem data de expiração'],
    [/\bo tempo acabou\b/i, 'expirado'],
    [/\ba palavra do\b/i, 'código de erro do servidor'],
    [/\bum guarda\b/i, 'algo na frente do servidor'],
    [/\bmais uma vez$/i, 'repita'],
    [/\bsem mudança\b/i, 'sem alteração'],
  ],
}

/** Returns the sentences that read as translated, each with its key and what to say instead. */
export function translatedWords(texts: Sentences, language: Language): readonly string[] {
  return [...texts].flatMap(([key, text]) =>
    unidiomatic[language]
      .filter(([pattern]) => pattern.test(text))
      .map(([pattern, better]) => `${key}: ${pattern.exec(text)?.[0]} → ${better}`),
  )
}
