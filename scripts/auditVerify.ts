import type { AuditReport } from '../src/domain/audit/index.ts'
import { breaksInWords } from './breaksInWords.ts'
import { CalledWrongly, runCommand } from './command.ts'
import type { CommandInput } from './command.ts'

const flags = {
  export: {
    type: 'string',
    value: 'DIR',
    about: 'write audit.jsonl (the log, an entry a line) and audit.txt (a table) into a folder',
  },
  file: {
    type: 'string',
    value: 'FILE',
    about: 'check an exported audit.jsonl instead, with no database',
  },
} as const

await runCommand({
  name: 'audit:verify',
  about:
    'Proves the review log and what rests on it: the chain of its entries, the texts of record, that every live text is the one that was published, and that it has its signatures. Only reads, also while the server runs. Exits 1 when anything is broken.',
  flags,
  run: async (input) => {
    const { file, export: folder } = input.flags
    if (file !== undefined && folder !== undefined) {
      throw new CalledWrongly('--file reads an export and --export writes one. Give one of them.')
    }
    return file === undefined ? verifyDatabase(folder, input) : verifyFile(file, input)
  },
})

async function verifyDatabase(
  folder: string | undefined,
  { say, progress }: CommandInput<typeof flags>,
): Promise<0 | 1> {
  progress('Opening the database …')
  // Loaded here, so that a setting that cannot be used is told like any other failure.
  const { withPayload } = await import('../src/start/index.ts')
  const { auditDatabase, exportLog } = await import('../src/audit/index.ts')
  const now = new Date()
  const { report, files } = await withPayload(
    async (payload) => {
      const written = folder === undefined ? undefined : await exportLog(folder)
      try {
        const onEntry = written === undefined ? {} : { onEntry: written.add }
        const audited = await auditDatabase(payload, { now, progress, ...onEntry })
        await written?.finish(audited, now)
        return { report: audited, files: written?.files }
      } catch (error) {
        await written?.discard()
        throw error
      }
    },
    { access: 'read' },
  )
  for (const line of breaksInWords(report.breaks)) say(line.text, line.data)
  const { entries, texts, live, releases } = report.counts
  const counts = [
    counted(entries, 'entry', 'entries'),
    counted(texts, 'text of record', 'texts of record'),
    counted(live, 'live text', 'live texts'),
    counted(releases, 'release', 'releases'),
  ].join(', ')
  const verdict = report.ok
    ? `The log is whole, and the content bears it out: ${counts}.`
    : `${counted(report.breaks.length, 'break', 'breaks')} in ${counts}.`
  const { breaks: _told, ...data } = report
  say([verdict, ...headInWords(report), ...filesInWords(files)].join('\n'), {
    ...data,
    ...(files && { files }),
  })
  return report.ok ? 0 : 1
}

async function verifyFile(
  file: string,
  { say, progress }: CommandInput<typeof flags>,
): Promise<0 | 1> {
  progress('Reading …')
  const { auditFile } = await import('../src/audit/index.ts')
  const { breaks, ...report } = await auditFile(file)
  for (const line of breaksInWords(breaks)) say(line.text, line.data)
  const entries = counted(report.counts.entries, 'entry', 'entries')
  const verdict = report.ok
    ? `The export is whole: ${entries}.`
    : `${counted(breaks.length, 'break', 'breaks')} in ${entries}.`
  say([verdict, ...headInWords(report)].join('\n'), { ...report })
  return report.ok ? 0 : 1
}

function headInWords({ head }: Pick<AuditReport, 'head'>): readonly string[] {
  return head === null
    ? []
    : [
        `It ends with entry ${head.sequence}, hash ${head.hash}. Keep that elsewhere: a log that is cut later shows by it.`,
      ]
}

function filesInWords(files: readonly string[] = []): readonly string[] {
  return files.length === 0 ? [] : [`Exported to ${files.join(' and ')}.`]
}

function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
