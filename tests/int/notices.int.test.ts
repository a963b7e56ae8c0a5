import { readFile, stat } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { BasePayload, createLocalReq } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import configPromise from '../../payload.config.ts'
import type { NewLogEntry } from '../../src/domain/model/index.ts'
import { env } from '../../src/env.ts'
import { deliverMail, remindPeople } from '../../src/mail/index.ts'
import type { Notice } from '../../src/payload-types.ts'
import { toActor } from '../../src/projection/index.ts'
import { appendToLog, inTransaction } from '../../src/records/index.ts'
import type { Citegate, Person } from './support/citegate.ts'
import { password, startCitegate } from './support/citegate.ts'
import type { MailServer } from './support/mailServer.ts'
import { startMailServer } from './support/mailServer.ts'
import type { Newsroom } from './support/newsroom.ts'
import {
  claimDraft,
  liveStudy,
  newsroom,
  publishSigned,
  review,
  therapyDraft,
} from './support/newsroom.ts'
import { onMongo } from './support/settings.ts'

// The settings are read when the first file of the program is.
const port = await vi.hoisted(async () => {
  const { createServer } = await import('node:net')
  const process = await import('node:process')
  const free = await new Promise<number>((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        found(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
  })
  process.env['SMTP_URL'] = `smtp://citegate:mail-password@127.0.0.1:${String(free)}`
  process.env['MAIL_FROM'] = 'citegate@example.org'
  return free
})

let citegate: Citegate
let people: Newsroom
let server: MailServer
let study: { id: string }
let therapy: { id: string }

beforeAll(async () => {
  citegate = await startCitegate()
  people = await newsroom(citegate)
  study = await liveStudy(people.editor)
  therapy = await therapyDraft(people.editor, 'invented-therapy')
})

beforeEach(async () => {
  server = await startMailServer(port)
})

afterEach(async () => {
  // Nothing waits for the next test.
  await deliver(3 * 24 * 60)
  await server.stop()
})

afterAll(() => citegate.stop())

const claim = () => claimDraft(people.editor, therapy.id, study.id)

const submitted = async () => {
  const draft = await claim()
  await review(people.editor, 'claims', draft.id, 'submit')
  return draft
}

/** What the mail of a later moment does. */
const deliver = (minutesLater: number, payload = citegate.payload) =>
  deliverMail(payload, () => new Date(Date.now() + minutesLater * 60_000))

const mailTo = ({ user }: Person) => server.received.filter(({ to }) => to.includes(user.email))

type Said = Partial<NewLogEntry> & Pick<NewLogEntry, 'action'>

/** Writes an entry as the program would; after it, in the same transaction, whatever comes after. */
async function append(
  person: Person,
  subject: NewLogEntry['subject'],
  said: Said,
  after: () => void = () => undefined,
): Promise<void> {
  const req = await createLocalReq({}, citegate.payload)
  await inTransaction(req, async () => {
    const entry = {
      at: new Date().toISOString(),
      subject,
      contentHash: 'invented',
      actor: toActor(person.user),
      ...said,
    }
    await appendToLog(req, entry, undefined)
    after()
  })
}

const noticesAbout = async (subject: string) => {
  const { docs } = await citegate.payload.find({
    collection: 'notices',
    where: { subject: { equals: subject } },
    limit: 0,
  })
  return docs
}

const withheld = { action: 'withhold', reason: 'Its source was retracted.' } as const

describe('mail about reviews', () => {
  it('is one digest per person, whatever happened meanwhile', async () => {
    const drafts = [await submitted(), await submitted(), await submitted()]
    for (const { id } of drafts) await review(people.reviewer, 'claims', id, 'approve')
    await append(people.secondReviewer, `claim/${String(drafts[0]?.key)}`, {
      action: 'comment',
      text: 'Which pain?',
      place: 'statement',
    })
    expect(await deliver(0)).toEqual({ sent: 0, failed: 0, givenUp: 0 })
    expect(await deliver(11)).toEqual({ sent: 1, failed: 0, givenUp: 0 })
    const [mail, ...others] = mailTo(people.editor)
    expect(others).toEqual([])
    expect(server.received).toHaveLength(1)
    expect(mail?.header('Subject')).toBe('Citegate: 1 commented, 3 approved')
    expect(mail?.header('From')).toBe('Citegate <citegate@example.org>')
    expect(mail?.header('Auto-Submitted')).toBe('auto-generated')
    expect(mail?.header('Message-ID')).toMatch(/^<[0-9a-f-]{36}@feeds\.example\.org>$/)
    expect(mail?.content).toContain('Rita Reviewer approved it. Its signatures are complete.')
    expect(mail?.content).toContain('Sam Second on statement: Which pain?')
    for (const { id } of drafts) {
      expect(mail?.content).toContain(
        `  https://feeds.example.org/admin/collections/claims/${id}\n`,
      )
    }
    expect(await deliver(60)).toEqual({ sent: 0, failed: 0, givenUp: 0 })
  })

  it('asks the person who is to review, and sends a text back with the reason', async () => {
    const { id, key } = await submitted()
    await append(people.editor, `claim/${key}`, {
      action: 'assign',
      assignee: people.reviewer.user.key,
      due: '2031-05-06',
    })
    await review(people.reviewer, 'claims', id, 'request-changes', { reason: 'Say how many.' })
    await deliver(11)
    expect(mailTo(people.reviewer)[0]?.content).toContain(
      'Edda Editor asks you to review it by 2031-05-06.',
    )
    expect(mailTo(people.editor)[0]?.content).toContain(
      'Sent back to you\n\n* The invented trial found',
    )
    expect(mailTo(people.editor)[0]?.content).toContain(
      'Rita Reviewer asks for changes. Say how many.',
    )
  })

  it('tells within a minute of what was withheld and of a schedule that failed', async () => {
    const { id, key } = await claim()
    await publishSigned(people, 'claims', id)
    await deliver(11)
    server.received.length = 0
    await append(people.admin, `claim/${key}`, withheld)
    await append(people.admin, `claim/${key}`, {
      ...{ action: 'schedule', publishAt: '2031-05-06T07:00:00.000Z' },
      actor: toActor(people.editor.user),
    })
    await append(people.admin, `claim/${key}`, {
      ...{ action: 'schedule-failed', reason: 'It is withheld.' },
      actor: toActor(people.editor.user),
    })
    expect(await deliver(1)).toEqual({ sent: 2, failed: 0, givenUp: 0 })
    expect(mailTo(people.reviewer)[0]?.header('Subject')).toBe('Citegate: 1 withheld')
    expect(mailTo(people.editor)[0]?.header('Subject')).toBe(
      'Citegate: 1 withheld, 1 not published',
    )
    expect(mailTo(people.editor)[0]?.content).toContain(
      'It was to be published on 2031-05-06 at 07:00 (UTC) and was not. It is withheld.',
    )
  })

  it('says nothing of what was refused or undone', async () => {
    const { id, key } = await submitted()
    const refused = await review(people.editor, 'claims', id, 'approve')
    expect(refused.status).toBe(403)
    const undone = append(
      people.reviewer,
      `claim/${key}`,
      { action: 'comment', text: 'No.' },
      () => {
        throw new Error('The rest of the write failed.')
      },
    )
    await expect(undone).rejects.toThrow('The rest of the write failed.')
    expect(await noticesAbout(`claim/${key}`)).toEqual([])
    expect(await deliver(11)).toEqual({ sent: 0, failed: 0, givenUp: 0 })
    expect(server.received).toEqual([])
  })

  it('does not go to people without a role, nor to people who lost theirs meanwhile', async () => {
    const leaver = await citegate.person('Lena Leaver', 'reviewer')
    const { key } = await submitted()
    const ask = { action: 'assign', assignee: leaver.user.key } as const
    await append(people.editor, `claim/${key}`, ask)
    await citegate.payload.update({ collection: 'users', id: leaver.user.id, data: { roles: [] } })
    await append(people.otherEditor, `claim/${key}`, ask)
    expect(await noticesAbout(`claim/${key}`)).toHaveLength(1)
    expect(await deliver(11)).toEqual({ sent: 0, failed: 0, givenUp: 1 })
    expect(server.received).toEqual([])
  })

  it('lets no name add a header or a recipient', async () => {
    const name = 'Eve\r\nBcc: all@example.org\r\n\r\n<b>Body</b>'
    const eve = await citegate.person('Eve Example', 'reviewer')
    await citegate.payload.update({ collection: 'users', id: eve.user.id, data: { name } })
    const { key } = await submitted()
    await append(people.editor, `claim/${key}`, { action: 'assign', assignee: eve.user.key })
    await deliver(11)
    const [mail] = server.received
    expect(mail?.to).toEqual([eve.user.email])
    expect(mail?.header('Bcc')).toBeUndefined()
    expect(mail?.header('To')).toContain('<eve-example@example.org>')
    const [, html] = mail?.content.split('<!doctype html>') ?? []
    expect(html).not.toContain('<b>')
    expect(html).toContain('&lt;b&gt;Body')
  })
})

describe('mail to an address that leads nowhere', () => {
  it('goes to the outbox, which only its owner reads', async () => {
    const message = { to: 'editor@demo.test', subject: 'Invented', text: 'Invented.' }
    await citegate.payload.sendEmail(message)
    expect(server.received).toEqual([])
    const written = await readFile(env.mail.outboxFile, 'utf8')
    expect(JSON.parse(written)).toMatchObject({ ...message, from: env.mail.from })
    expect((await stat(env.mail.outboxFile)).mode & 0o777).toBe(0o600)
  })
})

describe('a mail server that does not take it', () => {
  const fromNow = (minutes: number) => Date.now() + minutes * 60_000

  it('gets it later, when it is back', async () => {
    const { id } = await submitted()
    await review(people.reviewer, 'claims', id, 'approve')
    const problem = vi.spyOn(citegate.payload.logger, 'error')
    await server.stop()
    expect(await deliver(11)).toEqual({ sent: 0, failed: 1, givenUp: 0 })
    expect(problem.mock.calls).toEqual([
      [expect.stringMatching(/^Mail could not be sent \(1 × E[A-Z]+\)\. 1 will be tried again/)],
    ])
    server = await startMailServer(port)
    expect(await deliver(11.5)).toEqual({ sent: 0, failed: 0, givenUp: 0 })
    expect(await deliver(13)).toEqual({ sent: 1, failed: 0, givenUp: 0 })
    expect(mailTo(people.editor)).toHaveLength(1)
    problem.mockRestore()
  })

  it('gets the same mail under the same Message-ID, and what is new in the next one', async () => {
    const [one, two] = [await submitted(), await submitted()]
    await review(people.reviewer, 'claims', one.id, 'approve')
    server.takes = false
    expect(await deliver(11)).toMatchObject({ failed: 1 })
    await review(people.reviewer, 'claims', two.id, 'approve')
    server.takes = true
    expect(await deliver(13)).toMatchObject({ sent: 1 })
    expect(await deliver(14)).toMatchObject({ sent: 1 })
    const ids = mailTo(people.editor).map((mail) => mail.header('Message-ID'))
    expect(ids).toHaveLength(3)
    expect(ids[1]).toBe(ids[0])
    expect(ids[2]).not.toBe(ids[0])
    const about = (id: string) =>
      mailTo(people.editor).map(({ content }) => content.includes(`/claims/${id}\n`))
    expect(about(one.id)).toEqual([true, true, false])
    expect(about(two.id)).toEqual([false, false, true])
  })

  it('is tried less and less often, and not for ever', async () => {
    const { id, key } = await submitted()
    await review(people.reviewer, 'claims', id, 'approve')
    server.takes = false
    const tries: number[] = []
    const start = Date.now()
    for (let minute = 11; minute < 400; minute += 1) {
      const now = new Date(start + minute * 60_000)
      if ((await deliverMail(citegate.payload, () => now)).failed > 0) tries.push(minute)
    }
    const waits = tries.slice(1).map((minute, n) => minute - Number(tries[n]))
    expect(waits.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
    expect(await deliver(6 * 24 * 60)).toEqual({ sent: 0, failed: 0, givenUp: 1 })
    const [notice] = await noticesAbout(`claim/${key}`)
    expect([notice?.dueAt ?? null, notice?.sentAt ?? null]).toEqual([null, null])
    server.takes = true
    expect(await deliver(7 * 24 * 60)).toEqual({ sent: 0, failed: 0, givenUp: 0 })
  })

  it('gets it from the next process when one dies over it', async () => {
    const { id, key } = await submitted()
    await review(people.reviewer, 'claims', id, 'approve')
    const dying = Object.create(citegate.payload, {
      sendEmail: { value: () => new Promise(() => undefined) },
    }) as BasePayload
    void deliver(11, dying)
    await vi.waitFor(async () => {
      expect((await noticesAbout(`claim/${key}`))[0]?.attempts).toBe(1)
    })
    expect(await deliver(14)).toMatchObject({ sent: 0 })
    expect(await deliver(17)).toMatchObject({ sent: 1 })
    const [notice] = await noticesAbout(`claim/${key}`)
    expect(mailTo(people.editor)[0]?.header('Message-ID')).toContain(notice?.digest)
    expect(new Date(notice?.sentAt ?? 0).getTime()).toBeGreaterThan(fromNow(16))
  })

  it('gets it once, of two processes that send', async () => {
    // SQLite has one process; there it is two rounds of the same one.
    const other = onMongo
      ? await new BasePayload().init({ config: configPromise })
      : citegate.payload
    for (let n = 0; n < 5; n += 1) {
      const { id } = await submitted()
      await review(people.reviewer, 'claims', id, 'approve')
      server.received.length = 0
      const later = 11 + n * 11
      const reports = await Promise.all([deliver(later), deliver(later, other)])
      expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(1)
      expect(server.received).toHaveLength(1)
    }
    if (onMongo) await other.destroy()
  })
})

describe('a reminder', () => {
  it('comes once to who signed what falls due within thirty days', async () => {
    const { id, key } = await claim()
    await publishSigned(people, 'claims', id)
    await deliver(11)
    server.received.length = 0
    const day = 24 * 60
    const in11Months = (days: number) => new Date(Date.now() + (330 + days) * day * 60_000)
    expect(await remindPeople(citegate.payload, new Date(Date.now() + 300 * day * 60_000))).toBe(0)
    expect(await remindPeople(citegate.payload, in11Months(10))).toBeGreaterThan(0)
    expect(await remindPeople(citegate.payload, in11Months(10))).toBe(0)
    expect(await remindPeople(citegate.payload, in11Months(50))).toBe(0)
    const about = (await noticesAbout(`claim/${key}`)).filter(({ kind }) => kind === 'review-due')
    expect(about.map(({ person }) => person)).toEqual([people.reviewer.user.key])
    await deliver(400 * day)
    expect(server.received).toHaveLength(1)
    expect(mailTo(people.reviewer)[0]?.content).toContain('Review due soon')
  })

  it('comes once to who has not reviewed by the day that was asked for', async () => {
    const { key } = await submitted()
    await append(people.editor, `claim/${key}`, {
      ...{ action: 'assign', assignee: people.secondReviewer.user.key, due: '2026-02-01' },
    })
    await remindPeople(citegate.payload, new Date('2026-02-01T12:00:00Z'))
    const overdue = async () =>
      (await noticesAbout(`claim/${key}`)).filter(({ kind }) => kind === 'overdue')
    expect(await overdue()).toEqual([])
    for (const day of ['2026-02-02', '2026-02-02', '2026-02-03']) {
      await remindPeople(citegate.payload, new Date(`${day}T12:00:00Z`))
    }
    expect(await overdue()).toMatchObject([{ person: people.secondReviewer.user.key }])
  })
})

describe('notices', () => {
  it('are read by whom they are for, and by nobody else', async () => {
    const { id, key } = await submitted()
    await review(people.reviewer, 'claims', id, 'approve')
    const [notice] = await noticesAbout(`claim/${key}`)
    const path = `/notices/${String(notice?.id)}`
    const own = await people.editor.get(path)
    expect(own.status).toBe(200)
    expect(own.body).toMatchObject({ kind: 'approved', subject: `claim/${key}` })
    expect(own.body).not.toHaveProperty('digest')
    for (const other of [people.otherEditor, people.reviewer, people.admin]) {
      expect((await other.get(path)).status).toBe(404)
      const query = `/notices?where[person][equals]=${people.editor.user.key}`
      expect((await other.get(query)).body['totalDocs']).toBe(0)
    }
    expect((await citegate.stranger.get(path)).status).toBe(401)
    const listed = (await people.reviewer.get('/notices?limit=0')).body['docs'] as Notice[]
    expect(new Set(listed.map(({ person }) => person))).toEqual(new Set(['rita-reviewer']))
  })

  it('are written and deleted by nobody', async () => {
    const { id, key } = await submitted()
    await review(people.reviewer, 'claims', id, 'approve')
    const [notice] = await noticesAbout(`claim/${key}`)
    const path = `/notices/${String(notice?.id)}`
    const forged = { ...notice, id: undefined, key: 'forged', person: people.editor.user.key }
    for (const person of [people.editor, people.admin]) {
      expect((await person.post('/notices', forged)).status).toBe(403)
      expect((await person.patch(path, { sentAt: new Date().toISOString() })).status).toBe(403)
      expect((await person.patch('/notices?where[id][exists]=true', { by: 'x' })).status).toBe(403)
      expect((await person.delete(path)).status).toBe(403)
    }
    const { payload } = citegate
    await expect(payload.create({ collection: 'notices', data: forged as never })).rejects.toThrow()
    await expect(
      payload.update({ collection: 'notices', id: String(notice?.id), data: { by: 'x' } }),
    ).rejects.toThrow('written by the program')
    await expect(
      payload.delete({ collection: 'notices', id: String(notice?.id) }),
    ).rejects.toThrow()
  })
})

describe('a forgotten password', () => {
  const ask = (email: string) => citegate.stranger.post('/users/forgot-password', { email })

  it('is set anew through a link to PUBLIC_URL, whatever host was asked', async () => {
    const fay = await citegate.person('Fay Forgetful', 'editor')
    const answer = await citegate.answer(
      new Request('https://evil.example.net/api/users/forgot-password', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Host: 'evil.example.net' },
        body: JSON.stringify({ email: fay.user.email }),
      }),
    )
    expect(answer.status).toBe(200)
    await vi.waitFor(() => {
      expect(mailTo(fay)).toHaveLength(1)
    })
    const [mail] = mailTo(fay)
    expect(mail?.content).not.toContain('evil')
    const [, token] =
      /https:\/\/feeds\.example\.org\/admin\/reset\/([0-9a-f]{40})\n/.exec(mail?.content ?? '') ??
      []
    const fresh = 'another correct horse battery staple'
    const reset = await citegate.stranger.post('/users/reset-password', { token, password: fresh })
    expect(reset.status).toBe(200)
    const login = (secret: string) =>
      citegate.stranger.post('/users/login', { email: fay.user.email, password: secret })
    expect((await login(fresh)).status).toBe(200)
    expect((await login(password)).status).toBe(401)
  })

  it('is answered alike for an address without an account, and mailed once a minute', async () => {
    const gus = await citegate.person('Gus Grumpy', 'editor')
    const answers = [
      await ask('nobody@example.org'),
      await ask(gus.user.email),
      await ask(gus.user.email.toUpperCase()),
    ]
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.status).toBe(200)
    await vi.waitFor(() => {
      expect(mailTo(gus)).toHaveLength(1)
    })
    await delay(500)
    expect(server.received).toHaveLength(1)
  })

  it('holds up nobody while the mail server is away, and logs a code', async () => {
    const hal = await citegate.person('Hal Hasty', 'editor')
    const problem = vi.spyOn(citegate.payload.logger, 'error')
    await server.stop()
    expect((await ask(hal.user.email)).status).toBe(200)
    expect((await claim()).id).toBeDefined()
    await vi.waitFor(() => {
      expect(problem).toHaveBeenCalledWith(
        expect.stringMatching(/^A link to a new password could not be sent \(E[A-Z]+\)\.$/),
      )
    })
    problem.mockRestore()
    server = await startMailServer(port)
  })
})
