import type { GatewayReason } from '../../../shared/outcome.ts'

/** A mark by which a gateway, a firewall or an API-key guard shows that it refused. */
interface GatewayMark {
  readonly reason: GatewayReason
  /**
   * The product, the page or report that documents it, and the date of the look-up. *Not read*:
   * not compared with a page.
   */
  readonly seen: string
  /** Only under these statuses; left out: any refusal. */
  readonly statuses?: readonly number[]
  /** In one of the texts of the body, or in a code. */
  readonly says?: RegExp
  /** The text must not match this. */
  readonly unless?: RegExp
  /** A response header: its name in lower case, and its value. */
  readonly header?: readonly [name: string, value: RegExp]
}

/** The first that fits counts. The texts are the products' defaults. */
const marks: readonly GatewayMark[] = [
  {
    reason: 'no-route',
    seen: 'Amazon API Gateway, docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html (2026-11-30)',
    statuses: [403],
    says: /^missing authentication token$/i,
  },
  {
    // The same where the request carries an `Authorization` header of another kind.
    reason: 'no-route',
    seen: 'Amazon API Gateway, repost.aws/questions/QU4P9tucybRzG52U5OhwaT0A (2026-11-30)',
    statuses: [403],
    says: /authorization header requires '(credential|signature|signedheaders)'|not a valid key=value pair \(missing equal-sign\) in authorization header|invalid key=value pair/i,
  },
  {
    reason: 'no-route',
    seen: 'Amazon API Gateway, docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html (2026-11-30)',
    header: ['x-amzn-errortype', /^(MissingAuthenticationToken|IncompleteSignature)Exception\b/i],
  },
  {
    reason: 'network-address',
    seen: 'Amazon API Gateway, resource policies, docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html (2026-11-30)',
    statuses: [403],
    says: /is not authorized to perform: execute-api:Invoke/i,
  },
  {
    reason: 'blocked',
    seen: 'AWS WAF in front of Amazon Cognito: "Request not allowed due to WAF block." (field report, 2026-11-30)',
    says: /\bWAF\b.{0,40}\bblock|\bblocked by (?:the |our )?(?:WAF\b|web application firewall|firewall)|\bweb application firewall\b.{0,60}\bblock/i,
  },
  {
    reason: 'blocked',
    seen: 'AWS WAF, docs.aws.amazon.com/waf/latest/developerguide/waf-challenge-how-it-works.html (2026-11-30)',
    header: ['x-amzn-waf-action', /./],
  },
  {
    reason: 'api-key',
    seen: 'Amazon API Gateway, a Lambda authorizer, docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html (2026-11-30)',
    statuses: [401],
    header: ['x-amzn-errortype', /^UnauthorizedException\b/i],
  },
  {
    reason: 'blocked',
    seen: 'Amazon API Gateway, oneuptime.com/blog/post/2026-02-12-fix-api-gateway-403-forbidden-errors (2026-11-30)',
    statuses: [403],
    header: ['x-amz-apigw-id', /./],
    says: /^forbidden$/i,
  },
  {
    // An API key that is missing, a firewall and a private API look the same.
    reason: 'blocked',
    seen: 'Amazon API Gateway, oneuptime.com/blog/post/2026-02-12-fix-api-gateway-403-forbidden-errors (2026-11-30)',
    statuses: [403],
    header: ['x-amzn-errortype', /^(Forbidden|AccessDenied)Exception\b/i],
  },
  {
    reason: 'api-key',
    seen: 'Azure API Management, learn.microsoft.com/troubleshoot/azure/api-mgmt/availability/unauthorized-errors-invoke-apis (2026-11-30)',
    says: /access denied due to (?:a )?(?:missing|invalid) subscription key/i,
  },
  {
    reason: 'api-key',
    seen: 'Kong key-auth (`Key realm="kong"`), tencentcloud.com/document/product/1290/79446; Azure API Management (`AzureApiManagementKey`) (2026-11-30)',
    header: ['www-authenticate', /^(?:Key|ApiKey|API-Key|AzureApiManagementKey)\b/i],
  },
  {
    reason: 'api-key',
    seen: 'Apigee VerifyAPIKey, cloud.google.com/apigee/docs/api-platform/reference/policies/verify-api-key-policy (2026-11-30)',
    says: /^(?:steps\.)?oauth\.v2\.(?:FailedToResolveAPIKey|InvalidApiKey|InvalidApiKeyForGivenResource)$/i,
  },
  {
    reason: 'network-address',
    seen: 'Apigee AccessControl, cloud.google.com/apigee/docs/api-platform/troubleshoot/policies/runtime/access-control-runtime-errors (2026-11-30)',
    says: /^accesscontrol\.IPDeniedAccess$|access denied for client ip/i,
  },
  {
    // Zuplo, Tyk, Google Cloud Endpoints, Supabase and others say it in their own order.
    reason: 'api-key',
    seen: 'Kong key-auth ("No API key found in request"), 2026-11-30; Google Cloud Endpoints ("Please use API Key or other form of API consumer identity"; from memory, not read)',
    says: /\b(?:missing|invalid|no|without|required?|requires|provide|use|pass|include|expired|unknown)\b.{0,40}\b(?:api|subscription)[ _-]?key\b|\b(?:api|subscription)[ _-]?key\b.{0,40}\b(?:missing|invalid|required|not (?:found|provided|present|valid|authori[sz]ed|supplied|specified)|expired|unknown)\b/i,
    // Some call the client ID an API key.
    unless: /\bclient\b|\bconsumer (?:key|id)\b|\bsecret\b/i,
  },
  {
    reason: 'network-address',
    seen: 'Kong ip-restriction ("IP address not allowed"), Salesforce ("ip restricted"), github.com/forceworkbench/forceworkbench/issues/772 (2026-11-30)',
    says: /\bip(?:[ _-]?address(?:es)?)?\b.{0,60}\b(?:not (?:allowed|permitted|authori[sz]ed|whitelisted|allow-?listed)|isn't allowed|restricted|denied|disallowed|blocked|forbidden)\b|\bnot (?:in|on) the (?:ip )?(?:allow|white)[ -]?list\b|\bip_(?:not_allowed|restricted|blocked|denied|address_blocked)\b|_ip_address_blocked\b/i,
  },
  {
    reason: 'network-address',
    seen: 'Azure App Service access restrictions, learn.microsoft.com/azure/app-service/app-service-ip-restrictions (from memory, not read)',
    header: ['x-ms-forbidden-ip', /./],
  },
  {
    reason: 'blocked',
    seen: 'Cloudflare, developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response (2026-11-30)',
    header: ['cf-mitigated', /./],
  },
  {
    reason: 'blocked',
    seen: 'Cloudflare, errors 1006 to 1012 and 1020, developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors (2026-11-30)',
    says: /^error code: 10(?:0[6-9]|1[0-2]|20)$|\berror 10(?:0[6-9]|1[0-2]|20)\b|attention required! \| cloudflare|sorry, you have been blocked/i,
  },
  {
    reason: 'blocked',
    seen: 'Imperva ("Request unsuccessful. Incapsula incident ID") and other guards that number an incident (field reports, 2026-11-30)',
    says: /^request (?:was |has been )?blocked\b|\bthe request is blocked\b|\brequest unsuccessful\b.{0,20}\bincapsula\b|\bincapsula incident\b/i,
  },
  {
    reason: 'blocked',
    seen: 'F5 BIG-IP Advanced WAF, response page of my.f5.com/manage/s/article/K7825 (from memory, not read)',
    says: /the requested url was rejected\. please consult with your administrator/i,
  },
  {
    reason: 'blocked',
    seen: 'ModSecurity, Sucuri, Wordfence and Akamai, from their pages (from memory, not read)',
    says: /generated by mod_security|sucuri website firewall|generated by wordfence|blocked by (?:our )?security (?:service|polic)|errors\.edgesuite\.net/i,
  },
  {
    reason: 'blocked',
    seen: 'Envoy and Istio RBAC, istio.io/latest/docs/ops/common-problems/security-issues (from memory, not read)',
    statuses: [403],
    says: /^RBAC: access denied$/i,
  },
  {
    reason: 'blocked',
    seen: 'Kong acl ("You cannot consume this service", 2026-11-30), IBM API Connect ("Cannot pass the security checks"; from memory, not read)',
    says: /\byou cannot consume this service\b|cannot pass the security checks that are required/i,
  },
  {
    reason: 'no-route',
    seen: 'Kong ("no Route matched with those values", 2026-11-30); from memory, not read: IBM API Connect ("No resources match requested URI"), Gravitee, WSO2 (900906)',
    statuses: [400, 401, 403],
    says: /\bno route matched\b|no resources match requested uri|no context-path matches|no matching resource found|unable to identify proxy for host/i,
  },
]

interface GatewayAnswer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The code and the texts of the body. */
  readonly texts: readonly string[]
}

/**
 * Returns why a gateway in front of the server refused, if the answer bears the mark of one;
 * else `null`.
 */
export function gatewayReasonOf({ status, headers, texts }: GatewayAnswer): GatewayReason | null {
  const mark = marks.find(({ statuses, says, unless, header }) => {
    if (statuses !== undefined && !statuses.includes(status)) return false
    if (header !== undefined && !header[1].test(headers[header[0]] ?? '')) return false
    return says === undefined || texts.some((each) => says.test(each.trim()) && !unless?.test(each))
  })
  return mark?.reason ?? null
}
