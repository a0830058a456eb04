import type { AnswerCase } from './answer-case.ts'
import { failure, guarded, html } from './failure-case.ts'

const text = { 'content-type': 'text/plain; charset=utf-8' } as const
const amazon = (type: string) => ({
  'content-type': 'application/json',
  'x-amzn-errortype': type,
})

const routes: readonly AnswerCase[] = [
  guarded(
    'Amazon API Gateway: no such route',
    'docs.aws.amazon.com/apigateway, gateway response types',
    403,
    { message: 'Missing Authentication Token' },
    'no-route',
  ),
  guarded(
    'Amazon API Gateway: no such route, in its header alone',
    'docs.aws.amazon.com/apigateway, gateway response types',
    403,
    '{}',
    'no-route',
    { headers: amazon('MissingAuthenticationTokenException') },
  ),
  guarded(
    'Amazon API Gateway: no such route, asked with Basic',
    'repost.aws/questions/QU4P9tucybRzG52U5OhwaT0A',
    403,
    {
      message:
        "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter.",
    },
    'no-route',
  ),
  guarded(
    'Amazon API Gateway: no such route, for a user',
    'repost.aws/questions/QU4P9tucybRzG52U5OhwaT0A',
    403,
    {
      message:
        "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): 'x'.",
    },
    'no-route',
    { grantType: 'password' },
  ),
  guarded(
    'IBM API Connect: no such route under 401',
    'ibm.com/docs/api-connect, gateway error codes',
    401,
    {
      httpCode: '401',
      httpMessage: 'Unauthorized',
      moreInformation: 'No resources match requested URI',
    },
    'no-route',
    { code: null },
  ),
]

const blocked: readonly AnswerCase[] = [
  guarded(
    'a guard that numbers the incident',
    'field report, 2026-11-30',
    403,
    { title: 'Request blocked', status: 403, security: { incidentId: 'x-1' } },
    'blocked',
  ),
  guarded(
    'AWS WAF in front of Cognito, for a user',
    'field report, 2026-11-30',
    403,
    { __type: 'ForbiddenException', message: 'Request not allowed due to WAF block.' },
    'blocked',
    {
      code: 'ForbiddenException',
      grantType: 'password',
      headers: { 'content-type': 'application/x-amz-json-1.1' },
    },
  ),
  guarded(
    'AWS WAF, which asks for a challenge',
    'docs.aws.amazon.com/waf, how the challenge action works',
    403,
    '',
    'blocked',
    { headers: { 'x-amzn-waf-action': 'challenge' } },
  ),
  guarded(
    'Amazon API Gateway: forbidden',
    'oneuptime.com/blog/post/2026-02-12-fix-api-gateway-403-forbidden-errors',
    403,
    { message: 'Forbidden' },
    'blocked',
    { headers: amazon('ForbiddenException') },
  ),
  guarded(
    'Amazon API Gateway: forbidden, for a user',
    'oneuptime.com/blog/post/2026-02-12-fix-api-gateway-403-forbidden-errors',
    403,
    { message: 'Forbidden' },
    'blocked',
    {
      grantType: 'password',
      headers: { 'content-type': 'application/json', 'x-amz-apigw-id': 'aBcD=' },
    },
  ),
  guarded(
    'Cloudflare 1020 in plain text',
    'developers.cloudflare.com, 1xxx errors',
    403,
    'error code: 1020',
    'blocked',
    {
      headers: text,
      grantType: 'password',
    },
  ),
  guarded(
    'Cloudflare, a challenge for browsers',
    'developers.cloudflare.com, detect a challenge page response',
    403,
    '<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>',
    'blocked',
    { headers: { ...html, 'cf-mitigated': 'challenge' } },
  ),
  guarded(
    'Imperva: an incident',
    'Imperva, blocked requests',
    403,
    '<html><head><title>x</title></head><body>Request unsuccessful. Incapsula incident ID: 1-2</body></html>',
    'blocked',
    { headers: html },
  ),
  guarded(
    'F5: a support ID, under 200',
    'my.f5.com, K7825',
    200,
    '<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 1</body></html>',
    'blocked',
    { headers: html },
  ),
  guarded(
    'Azure Web Application Firewall',
    'learn.microsoft.com, Web Application Firewall on Front Door',
    403,
    '<html><body>The request is blocked.</body></html>',
    'blocked',
    { headers: { ...html, 'x-azure-ref': '0abc' }, grantType: 'password' },
  ),
  guarded(
    'Istio: no rule lets it through',
    'istio.io, security problems',
    403,
    'RBAC: access denied',
    'blocked',
    {
      headers: text,
    },
  ),
  guarded(
    'Kong: a consumer that is not in the list',
    'docs.konghq.com, ACL plugin',
    403,
    { message: 'You cannot consume this service' },
    'blocked',
  ),
]

const keys: readonly AnswerCase[] = [
  guarded(
    'Azure API Management: no subscription key',
    'learn.microsoft.com, unauthorized errors (401) while invoking APIs',
    401,
    {
      statusCode: 401,
      message:
        'Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.',
    },
    'api-key',
  ),
  guarded(
    'Azure API Management: another subscription key, for a user',
    'learn.microsoft.com, unauthorized errors (401) while invoking APIs',
    401,
    {
      statusCode: 401,
      message:
        'Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.',
    },
    'api-key',
    { grantType: 'password' },
  ),
  guarded(
    'Kong: no API key',
    'docs.konghq.com, key authentication plugin',
    401,
    { message: 'No API key found in request' },
    'api-key',
    { headers: { 'content-type': 'application/json', 'www-authenticate': 'Key realm="kong"' } },
  ),
  guarded(
    'Kong: no API key, in its header alone',
    'docs.konghq.com, key authentication plugin',
    401,
    { message: 'Unauthorized' },
    'api-key',
    { headers: { 'content-type': 'application/json', 'www-authenticate': 'Key' } },
  ),
  guarded(
    'Apigee: no API key',
    'cloud.google.com/apigee, VerifyAPIKey policy',
    401,
    {
      fault: {
        faultstring: 'Failed to resolve API Key variable request.header.apikey',
        detail: { errorcode: 'steps.oauth.v2.FailedToResolveAPIKey' },
      },
    },
    'api-key',
    { code: 'steps.oauth.v2.FailedToResolveAPIKey' },
  ),
  guarded(
    'Google Cloud Endpoints: no API key',
    'cloud.google.com/endpoints, restricting access with API keys',
    401,
    {
      code: 16,
      message:
        "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
    },
    'api-key',
    { code: '16' },
  ),
  guarded('an API key in plain text', 'Zuplo and others', 403, 'API key is missing', 'api-key', {
    headers: text,
  }),
  failure(
    'a server that calls the client ID an API key',
    'RFC 6749 §5.2: the code says whose it is',
    'clientCredentials',
    401,
    { error: 'invalid_client', error_description: 'Invalid API key' },
    'client-refused',
    { code: 'invalid_client' },
  ),
]

const networks: readonly AnswerCase[] = [
  guarded(
    'Kong: a network address that is not in the list',
    'docs.konghq.com, IP restriction plugin',
    403,
    { message: 'IP address not allowed: 192.0.2.7' },
    'network-address',
  ),
  guarded(
    'Apigee: a network address that is denied',
    'cloud.google.com/apigee, AccessControl policy',
    403,
    {
      fault: {
        faultstring: 'Access Denied for client ip : 192.0.2.7',
        detail: { errorcode: 'accesscontrol.IPDeniedAccess' },
      },
    },
    'network-address',
    { code: 'accesscontrol.IPDeniedAccess', grantType: 'password' },
  ),
  guarded(
    'Salesforce: the network is restricted, for a user',
    'forceworkbench/forceworkbench issue 772',
    400,
    { error: 'invalid_grant', error_description: 'ip restricted' },
    'network-address',
    { code: 'invalid_grant', grantType: 'password' },
  ),
  guarded(
    'Salesforce: the network is restricted, at a renewal',
    'sfdx-actions/setup-sfdx issue 17',
    400,
    { error: 'invalid_grant', error_description: 'ip restricted' },
    'network-address',
    { code: 'invalid_grant', grantType: 'refreshToken' },
  ),
  guarded(
    'Amazon API Gateway: a resource policy',
    'docs.aws.amazon.com/apigateway, resource policies',
    403,
    {
      Message:
        'User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-west-1:********1234:abc/prod/POST/token',
    },
    'network-address',
  ),
  guarded(
    'a code about the network address',
    'docs.kash.bot, IP_NOT_ALLOWED',
    403,
    { code: 'IP_NOT_ALLOWED', title: 'IP not allowed' },
    'network-address',
    { code: 'IP_NOT_ALLOWED', grantType: 'password' },
  ),
  guarded(
    'Azure App Service: access restrictions',
    'learn.microsoft.com, App Service access restrictions',
    403,
    '<html><head><title>Web App - Unavailable</title></head></html>',
    'network-address',
    { headers: { ...html, 'x-ms-forbidden-ip': 'yes' } },
  ),
]

/** Refusals of what stands in front of a server: neither client nor user is in question. */
export const refusalsByGateways: readonly AnswerCase[] = [
  ...routes,
  ...blocked,
  ...keys,
  ...networks,
]
