import type { GrantKind } from '../../../src/shared/grants/facts.ts'
import { type AnswerCase, answering, refused } from './answer-case.ts'

const fields = { access_token: 'aB-1.x', token_type: 'Bearer', expires_in: 3600 }

/** A refusal that looks like a success: under 200, or with a token in it. */
const refusal = (
  name: string,
  seen: string,
  body: object,
  kind: 'client-refused' | 'user-refused' | 'needs-sign-in' | 'scope-refused' | 'bad-request',
  oauthError: string | null,
  grantType: GrantKind = 'clientCredentials',
  status = 200,
): AnswerCase =>
  answering(name, seen, body, refused({ kind, status, oauthError }), { grantType, status })

export const refusalsWithTokens: readonly AnswerCase[] = [
  refusal(
    'an error under 200',
    'RFC 6749 §5.2 asks for 400',
    { error: 'invalid_client' },
    'client-refused',
    'invalid_client',
  ),
  refusal(
    'an error beside a token',
    'RFC 6749 §5.2',
    { ...fields, error: 'invalid_scope' },
    'scope-refused',
    'invalid_scope',
  ),
  refusal(
    'a dead refresh token beside an old token',
    'RFC 6749 §5.2',
    { ...fields, error: 'invalid_grant' },
    'needs-sign-in',
    'invalid_grant',
    'refreshToken',
  ),
  refusal(
    'a wrong password under 200',
    'RFC 6749 §5.2',
    { error: 'invalid_grant', error_description: 'Bad credentials' },
    'user-refused',
    'invalid_grant',
    'password',
  ),
  refusal(
    'an error in capitals beside a token',
    'RFC 6749 §5.2',
    { ...fields, Error: 'invalid_client' },
    'client-refused',
    'invalid_client',
  ),
  refusal(
    'an error that is true beside a token',
    'RFC 6749 §5.2',
    { ...fields, error: true },
    'bad-request',
    null,
  ),
  refusal(
    'ok: false beside a token',
    'Slack and its imitators',
    { ok: false, ...fields },
    'bad-request',
    null,
  ),
  refusal(
    'an error inside data, beside the token',
    'RFC 6749 §5.2',
    { data: { ...fields, error: 'invalid_client' } },
    'client-refused',
    'invalid_client',
  ),
  refusal(
    'a token under 400',
    'RFC 6749 §5.1 asks for 200',
    fields,
    'bad-request',
    null,
    'clientCredentials',
    400,
  ),
  refusal(
    'a token under 401',
    'RFC 6749 §5.1 asks for 200',
    fields,
    'client-refused',
    null,
    'clientCredentials',
    401,
  ),
  {
    ...refusal(
      'an error in a form under 200',
      'GitHub OAuth apps, default format',
      {},
      'needs-sign-in',
      'invalid_grant',
      'refreshToken',
    ),
    headers: { 'content-type': 'text/plain' },
    body: 'error=invalid_grant&error_description=The+refresh+token+is+dead.',
  },
]
