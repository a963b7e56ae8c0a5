import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  /** Envelope: who it was delivered to. */
  readonly to: readonly string[]
  /** A header with its lines joined; undefined when there is none. */
  readonly header: (name: string) => string | undefined
  /** All of it, with its transfer encoding undone. */
  readonly content: string
}

export interface MailServer {
  /** What it was handed, oldest first, refused mails included. */
  readonly received: ReceivedMail[]
  /** Answers each mail until told otherwise: taken, or refused for now after all of it was read. */
  takes: boolean
  readonly stop: () => Promise<void>
}

/** A mail server on this machine that keeps what it gets. */
export async function startMailServer(port: number): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const server = new SMTPServer({
    onAuth: ({ username, password }, _session, done) => {
      const isKnown = username === 'citegate' && password === 'mail-password'
      done(isKnown ? null : new Error('Wrong password.'), { user: username })
    },
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        received.push(readMail(to, Buffer.concat(chunks).toString()))
        done(mail.takes ? null : Object.assign(new Error('Later.'), { responseCode: 451 }))
      })
    },
  })
  const mail: MailServer = {
    received,
    takes: true,
    stop: () => new Promise<void>((stopped) => server.close(() => stopped())),
  }
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', () => listening()))
  return mail
}

function readMail(to: readonly string[], raw: string): ReceivedMail {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  const headers = head.split('\r\n').map((line) => /^([^:]+): ?(.*)$/.exec(line) ?? [])
  return {
    to,
    header: (name) => headers.find((line) => line[1]?.toLowerCase() === name.toLowerCase())?.[2],
    content: undoQuotedPrintable(raw),
  }
}

function undoQuotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/((?:=[0-9A-F]{2})+)/g, (encoded) =>
      Buffer.from(encoded.replaceAll('=', ''), 'hex').toString(),
    )
  return bytes.replaceAll('\r\n', '\n')
}
