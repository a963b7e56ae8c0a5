// First: it names the database before anything reads the environment.
import '../support/settings.ts'
import { writeFileSync } from 'node:fs'
import { startCitegate } from '../support/citegate.ts'
import { overHttp } from '../support/overHttp.ts'

// Does everything with accounts that takes or gives a secret, and leaves its log on the standard
// output. Arguments: a word that all secrets hold, and a file for those that the program made.
const [, , marker = '', file = ''] = process.argv

const secrets: string[] = []
const citegate = await startCitegate()
const http = await overHttp(citegate)
const person = await citegate.person('Luise Loud', 'reviewer')
const admin = await citegate.person('Ada Admin', 'admin')
const headers = { 'Content-Type': 'application/json', Origin: 'https://feeds.example.org' }

const post = async (path: string, body: unknown, more: Record<string, string> = {}) => {
  const init = { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) }
  const answer = await http.fetch(path, init)
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]?.split('=')[1]
  if (cookie !== undefined) secrets.push(cookie)
  return answer
}

const { email, id } = person.user
secrets.push(person.token, admin.token)
await post('/users/login', { email, password: `${marker} wrong` })
await post('/users/login', { email: `${marker}@example.org`, password: `${marker} wrong` })
await post('/users/login', { email, password: { [marker]: marker } })
await post('/users/login', `{"password":"${marker}"`)
await post('/users/refresh-token', {}, { Cookie: `payload-token=${person.token}` })
await person.patch(`/users/${id}`, { password: `${marker} new`, currentPassword: `${marker} old` })
await admin.post('/users', { email, name: 'Twice', roles: ['editor'], password: `${marker} made` })
await admin.post('/users', {
  email: 'new@example.org',
  name: 'Nina New',
  roles: ['editor'],
  password: `${marker} made`,
})
await admin.patch(`/users/${id}`, { password: `${marker} set` })
await admin.patch(`/users/${id}`, { roles: ['editor', 'reviewer'] })
await person.post('/claims/none/review', { action: 'approve', password: `${marker} signed` })
await post('/users/reset-password', { token: `${marker}-token`, password: `${marker} reset` })
const token = await citegate.payload.forgotPassword({
  collection: 'users',
  data: { email },
  disableEmail: true,
})
secrets.push(token)
await post('/users/reset-password', { token, password: `${marker} reset` })
for (let each = 0; each < 11; each++) await post('/users/login', { email, password: marker })
await http.fetch('/studies', { headers: { Authorization: `JWT ${marker}` } })
await admin.delete(`/users/${id}`)

writeFileSync(file, JSON.stringify(secrets))
await http.stop()
await citegate.stop()
process.exit(0)
