/** The options of curl 8 that take a value, by their long names. */
const withValue: ReadonlySet<string> = new Set(
  `
  abstract-unix-socket alt-svc aws-sigv4 cacert capath cert cert-type ciphers config
  connect-timeout connect-to continue-at cookie cookie-jar create-file-mode crlfile curves data
  data-ascii data-binary data-raw data-urlencode delegation dns-interface dns-ipv4-addr
  dns-ipv6-addr dns-servers doh-url dump-header ech egd-file engine etag-compare etag-save
  expect100-timeout follow-method form form-string ftp-account ftp-alternative-to-user ftp-method
  ftp-port ftp-ssl-ccc-mode happy-eyeballs-timeout-ms haproxy-clientip header help hostpubmd5
  hostpubsha256 hsts interface ip-tos ipfs-gateway json keepalive-cnt keepalive-time key key-type
  krb libcurl limit-rate local-port login-options mail-auth mail-from mail-rcpt max-filesize
  max-redirs max-time netrc-file noproxy oauth2-bearer output output-dir parallel-max pass
  pinnedpubkey preproxy proto proto-default proto-redir proxy proxy-cacert proxy-capath
  proxy-cert proxy-cert-type proxy-ciphers proxy-crlfile proxy-header proxy-key proxy-key-type
  proxy-pass proxy-pinnedpubkey proxy-service-name proxy-tls13-ciphers proxy-tlsauthtype
  proxy-tlspassword proxy-tlsuser proxy-user proxy1.0 pubkey quote random-file range rate referer
  request request-target resolve retry retry-delay retry-max-time sasl-authzid service-name
  sigalgs socks4 socks4a socks5 socks5-gssapi-service socks5-hostname speed-limit speed-time
  stderr telnet-option tftp-blksize time-cond tls-max tls13-ciphers tlsauthtype tlspassword
  tlsuser trace trace-ascii trace-config unix-socket upload-file upload-flags url url-query user
  user-agent variable vlan-priority write-out
  `
    .trim()
    .split(/\s+/),
)

/** Options that take no value; each has an opposite that begins with `no-`. */
const withoutValue: ReadonlySet<string> = new Set(
  `
  anyauth append basic ca-native cert-status compressed compressed-ssh create-dirs crlf digest
  disable disable-eprt disable-epsv disallow-username-in-url doh-cert-status doh-insecure
  dump-ca-embed fail fail-early fail-with-body false-start form-escape ftp-create-dirs ftp-pasv
  ftp-pret ftp-skip-pasv-ip ftp-ssl-ccc ftp-ssl-control get globoff haproxy-protocol head http0.9
  http1.0 http1.1 http2 http2-prior-knowledge http3 http3-only ignore-content-length include
  insecure ipv4 ipv6 junk-session-cookies list-only location location-trusted
  mail-rcpt-allowfails manual metalink mptcp negotiate netrc netrc-optional next no-alpn
  no-buffer no-clobber no-keepalive no-npn no-progress-meter no-sessionid ntlm ntlm-wb out-null
  parallel parallel-immediate path-as-is post301 post302 post303 progress-bar proxy-anyauth
  proxy-basic proxy-ca-native proxy-digest proxy-http2 proxy-insecure proxy-negotiate proxy-ntlm
  proxy-ssl-allow-beast proxy-ssl-auto-client-cert proxy-tlsv1 proxytunnel raw remote-header-name
  remote-name remote-name-all remote-time remove-on-error retry-all-errors retry-connrefused
  sasl-ir show-error silent skip-existing socks5-basic socks5-gssapi socks5-gssapi-nec ssl
  ssl-allow-beast ssl-auto-client-cert ssl-no-revoke ssl-reqd ssl-revoke-best-effort sslv2 sslv3
  styled-output suppress-connect-headers tcp-fastopen tcp-nodelay tftp-no-options tls-earlydata
  tlsv1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 tr-encoding trace-ids trace-time use-ascii verbose
  version xattr
  `
    .trim()
    .split(/\s+/),
)

/** Short names of options. */
const letters: Readonly<Record<string, string>> = Object.fromEntries(
  `
  #=progress-bar 0=http1.0 1=tlsv1 2=sslv2 3=sslv3 4=ipv4 6=ipv6 :=next A=user-agent a=append
  B=use-ascii b=cookie C=continue-at c=cookie-jar D=dump-header d=data E=cert e=referer F=form
  f=fail G=get g=globoff H=header h=help I=head i=include J=remote-header-name
  j=junk-session-cookies K=config k=insecure L=location l=list-only M=manual m=max-time
  N=no-buffer n=netrc O=remote-name o=output P=ftp-port p=proxytunnel Q=quote q=disable
  R=remote-time r=range S=show-error s=silent T=upload-file t=telnet-option U=proxy-user u=user
  V=version v=verbose w=write-out X=request x=proxy Y=speed-limit y=speed-time Z=parallel
  z=time-cond
  `
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split('=')),
)

/** A used option: its long name, and its spelling. */
export interface CurlOption {
  readonly name: string
  readonly written: string
  /** Empty if the option takes no value, or has none. */
  readonly value: string
}

export type CurlPart =
  | ({ readonly kind: 'option' } & CurlOption)
  | { readonly kind: 'unknown'; readonly written: string }
  /**
   * Any other word, such as an address, with the option before it. A word right behind an unknown
   * option may be the value of that option.
   */
  | {
      readonly kind: 'word'
      readonly word: string
      readonly after: string
      readonly mayBeValue: boolean
    }

/** Returns the written option without an attached value. */
function longName(word: string): { readonly name: string; readonly value: string | undefined } {
  const [whole, name = ''] = /^--([a-z0-9.-]{1,40})=?/i.exec(word) ?? ['']
  const value = whole.endsWith('=') ? word.slice(whole.length) : undefined
  return {
    name,
    value: value ?? (whole.length < word.length ? word.slice(whole.length) : undefined),
  }
}

const longNames: readonly string[] = [...withValue, ...withoutValue]
const isKnown = (name: string) =>
  withValue.has(name) || withoutValue.has(name) || withoutValue.has(name.replace(/^no-/, ''))

/** Returns the option of a long name: curl accepts any unambiguous prefix. */
function wholeName(name: string): string {
  if (isKnown(name) || name.length < 3) return name
  const [only, ...more] = longNames.filter((long) => long.startsWith(name))
  return only !== undefined && more.length === 0 ? only : name
}

/**
 * Reads the words behind `curl` as it does: `-d x`, `-dx`, `-sSd x`, `--data x`, and `--data=x`,
 * which curl itself would refuse but documentation contains. An unknown option takes no value: the
 * next word may belong to it or not, and is marked so.
 */
export function curlParts(words: readonly string[]): readonly CurlPart[] {
  const parts: CurlPart[] = []
  let last = 'curl'
  let onlyWords = false
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const take = () => {
      at += 1
      return words[at] ?? ''
    }
    if (onlyWords || !word.startsWith('-') || word === '-') {
      // A value attached to an unknown option leaves the next word free.
      const mayBeValue = parts.at(-1)?.kind === 'unknown' && !/^--?[^=]+=/.test(words[at - 1] ?? '')
      parts.push({ kind: 'word', word, after: last, mayBeValue })
    } else if (word === '--') onlyWords = true
    else if (word.startsWith('--')) {
      const { name: given, value } = longName(word)
      const name = wholeName(given)
      const written = `--${given}`
      last = written
      if (withValue.has(name)) {
        parts.push({ kind: 'option', name, written, value: value ?? take() })
      } else if (isKnown(name)) {
        parts.push({ kind: 'option', name, written, value: '' })
      } else parts.push({ kind: 'unknown', written })
    } else {
      for (let letter = 1; letter < word.length; letter += 1) {
        const written = `-${word[letter]}`
        const name = letters[word[letter] ?? '']
        last = written
        if (name === undefined) {
          parts.push({ kind: 'unknown', written })
          break
        }
        const rest = word.slice(letter + 1)
        const value = withValue.has(name) ? rest || take() : ''
        parts.push({ kind: 'option', name, written, value })
        if (withValue.has(name)) break
      }
    }
  }
  return parts
}
