import {IncomingMessage, ServerResponse} from 'node:http'
import {Socket} from 'node:net'
import helmet from 'helmet'

/**
 * Headers that keep pages and answers safe in browsers, the same on every answer; `isSecure` where the site has an `https:` address.
 * Headers for Flash, Internet Explorer and other browsers that do not know `frame-ancestors` are left out.
 */
export function securityHeaders(isSecure: boolean): Readonly<Record<string, string>> {
  const middleware = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        scriptSrc: ["'self'"],
        connectSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ['data:'],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isSecure ? {upgradeInsecureRequests: []} : {}),
      },
    },
    crossOriginResourcePolicy: {policy: 'cross-origin'},
    strictTransportSecurity: isSecure,
    originAgentCluster: false,
    xFrameOptions: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  })
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  middleware(response.req, response, () => undefined)
  return Object.freeze(Object.fromEntries(Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)])))
}
