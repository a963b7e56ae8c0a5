import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../../src/door/contentSecurityPolicy.ts'

const directives = (isDevelopment: boolean): Map<string, string> =>
  new Map(
    contentSecurityPolicy({ nonce: 'abc', isDevelopment })
      .split('; ')
      .map((directive) => {
        const [name = '', ...sources] = directive.split(' ')
        return [name, sources.join(' ')]
      }),
  )

describe('the policy of a page', () => {
  it('runs no script that this answer did not mark and that is not from here', () => {
    expect(directives(false).get('script-src')).toBe("'self' 'nonce-abc'")
  })

  it('evaluates code only while somebody develops', () => {
    expect(contentSecurityPolicy({ nonce: 'abc', isDevelopment: false })).not.toMatch(/eval|ws:/)
    expect(directives(true).get('script-src')).toContain("'unsafe-eval'")
  })

  it('names no other host, is framed by nobody and sends forms nowhere else', () => {
    const policy = directives(false)
    expect([...policy.values()].join(' ')).not.toMatch(/\*|https?:|\.[a-z]/)
    expect(policy.get('default-src')).toBe("'self'")
    expect(policy.get('object-src')).toBe("'none'")
    expect(policy.get('frame-ancestors')).toBe("'none'")
    expect(policy.get('base-uri')).toBe("'self'")
    expect(policy.get('form-action')).toBe("'self'")
  })
})
