import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { WorkerLine } from './reports.ts'

/** A process that works until it is killed. */
export class WorkingProcess {
  readonly lines: WorkerLine[] = []
  private readonly child: ChildProcess
  private readonly ended: Promise<string | null>
  private said = ''
  private wake: () => void = () => undefined

  constructor(settings: Readonly<Record<string, string>>, seed: number) {
    const file = fileURLToPath(new URL('children/newsroomAtWork.ts', import.meta.url))
    this.child = spawn(process.execPath, [file, String(seed)], {
      env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'test', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.child.stderr?.on('data', (chunk: Buffer) => (this.said += chunk.toString()))
    if (this.child.stdout !== null) {
      createInterface({ input: this.child.stdout }).on('line', (line) => {
        // A line that the kill cut off says nothing.
        if (line.startsWith('{') && line.endsWith('}')) this.take(JSON.parse(line) as WorkerLine)
        else this.said += `${line}\n`
      })
    }
    this.ended = new Promise((resolve, reject) => {
      this.child.once('error', reject)
      this.child.once('close', (_, signal) => {
        resolve(signal)
        this.wake()
      })
    })
  }

  private take(line: WorkerLine): void {
    this.lines.push(line)
    this.wake()
  }

  /**
   * Waits until a line of some kind has come so many times.
   *
   * @throws when the process ends before, with what it said
   */
  async until(isWanted: (line: WorkerLine) => boolean, times = 1): Promise<WorkerLine> {
    for (;;) {
      const found = this.lines.filter(isWanted).at(times - 1)
      if (found !== undefined) return found
      if (this.child.exitCode !== null || this.child.signalCode !== null) {
        throw new Error(
          `The process ended by itself (${String(this.child.exitCode)}). ${this.said}`,
        )
      }
      await new Promise<void>((resolve) => {
        this.wake = resolve
      })
    }
  }

  /** Ends it for good. */
  async dismiss(): Promise<void> {
    this.child.kill('SIGTERM')
    await this.ended
  }

  /** Ends it as a power cut would, and waits until all that it said has arrived. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL')
    const signal = await this.ended
    if (signal !== 'SIGKILL') throw new Error(`The process ended by itself. ${this.said}`)
  }
}
