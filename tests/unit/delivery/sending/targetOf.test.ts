import { describe, expect, it } from 'vitest'
import { targetOf } from '../../../../src/delivery/sending/index.ts'

/** Spellings of loopback, private, link-local and metadata addresses, and of nothing at all. */
const inside = [
  'https://127.0.0.1/',
  'https://127.0.0.1./',
  'https://127.1/',
  'https://127.0.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0x7f.0.0.1/',
  'https://0177.0.0.1/',
  'https://017700000001/',
  'https://00000177.0.0.1/',
  'https://１２７.0.0.1/',
  'https://127。0。0。1/',
  'https://⑫7.0.0.1/',
  'https://%31%32%37.0.0.1/',
  'https://127.0.0.1:443/',
  'https://127.255.255.254/',
  'https://0.0.0.0/',
  'https://0/',
  'https://0.1.2.3/',
  'https://localhost/',
  'https://LOCALHOST/',
  'https://localhost./',
  'https://ｌｏｃａｌｈｏｓｔ/',
  'https://anything.localhost/',
  'https://intranet/',
  'https://10.0.0.1/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.168.1.1/',
  'https://3232235777/',
  'https://100.64.0.1/',
  'https://169.254.169.254/',
  'https://2852039166/',
  'https://0xa9fea9fe/',
  'https://0251.0376.0251.0376/',
  'https://192.0.0.192/',
  'https://192.0.2.1/',
  'https://198.18.0.1/',
  'https://198.51.100.1/',
  'https://203.0.113.1/',
  'https://192.88.99.1/',
  'https://224.0.0.1/',
  'https://240.0.0.1/',
  'https://255.255.255.255/',
  'https://[::]/',
  'https://[::1]/',
  'https://[0:0:0:0:0:0:0:1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::ffff:a9fe:a9fe]/',
  'https://[::127.0.0.1]/',
  'https://[::ffff:0:127.0.0.1]/',
  'https://[64:ff9b::127.0.0.1]/',
  'https://[64:ff9b:1::127.0.0.1]/',
  'https://[2002:7f00:1::]/',
  'https://[2001:0:7f00:1::]/',
  'https://[fe80::1]/',
  'https://[fec0::1]/',
  'https://[fc00::1]/',
  'https://[fd00:ec2::254]/',
  'https://[ff02::1]/',
  'https://[2001:db8::1]/',
  'https://[3fff::1]/',
  'https://[100::1]/',
  'https://[5f00::1]/',
  'https://[4000::1]/',
]

const odd = [
  'http://site.example/',
  'ftp://site.example/',
  'file:///etc/passwd',
  'site.example/hook',
  '',
  'https://',
  ' https://site.example/',
  'https://site.example/\n',
  'https://user@site.example/',
  'https://user:password@site.example/',
  'https://site.example:443@127.0.0.1/',
  'https://site.example/#part',
  'https://[fe80::1%25eth0]/',
  'https://1.2.3.4.5/',
  'https://256.1.1.1/',
  'https://site.example:99999/',
  `https://site.example/${'a'.repeat(2000)}`,
]

const outside = [
  'https://site.example/hooks/citegate?of=us-en',
  'https://site.example:8443/',
  'https://site.example./',
  'https://bücher.example/',
  'https://localhost.site.example/',
  'https://93.184.215.14/',
  'https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/',
]

describe('the address of a webhook', () => {
  it.each([...inside, ...odd])('is refused: %s', (url) => {
    const result = targetOf(url, [])
    expect(result).toMatchObject({ ok: false })
    expect(result.ok ? '' : result.message).toMatch(/^\S.*\.$/)
  })

  it.each(outside)('is taken: %s', (url) => {
    expect(targetOf(url, [])).toMatchObject({ ok: true, target: { isTrusted: false } })
  })

  it('names the host as its certificate does', () => {
    const result = targetOf('https://Site.Example./hook', [])
    expect(result.ok && [result.target.host, result.target.url.href]).toEqual([
      'site.example',
      'https://site.example/hook',
    ])
  })

  it.each([
    ['127.0.0.1', 'http://127.0.0.1:8080/hook'],
    ['127.0.0.1', 'https://2130706433/hook'],
    ['127.0.0.1:8080', 'http://127.0.0.1:8080/hook'],
    ['127.0.0.1:443', 'https://127.0.0.1/hook'],
    ['localhost', 'http://localhost:3001/hook'],
    ['::1', 'http://[::1]:3001/hook'],
    ['[::1]:3001', 'http://[::1]:3001/hook'],
    ['cms.internal', 'https://cms.internal/hook'],
  ])('may be private where the operator says so: %s for %s', (host, url) => {
    expect(targetOf(url, [host])).toMatchObject({ ok: true, target: { isTrusted: true } })
  })

  it.each([
    ['127.0.0.1:8080', 'http://127.0.0.1:8081/hook'],
    ['127.0.0.1:8080', 'http://127.0.0.1/hook'],
    ['127.0.0.1', 'http://127.0.0.2/hook'],
    ['localhost', 'http://anything.localhost/hook'],
    ['localhost', 'http://user@localhost/hook'],
    ['localhost', 'ftp://localhost/hook'],
    ['site.example', 'http://other.example/hook'],
  ])('is private nowhere else: %s is not for %s', (host, url) => {
    expect(targetOf(url, [host])).toMatchObject({ ok: false })
  })
})
