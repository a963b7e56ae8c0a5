import { restoreBackup } from '../../../src/backup/index.ts'
import { withPayload } from '../../../src/start/index.ts'

// Restores a backup and is killed when some of it is written. Arguments: the backup, the database.
const [, , folder = '', url = ''] = process.argv

await withPayload(
  async (payload) => {
    let written = 0
    await restoreBackup(payload, {
      folder,
      mediaDir: `${folder}-media`,
      place: url,
      progress: (text) => {
        // All parts are checked before any is written.
        if (!text.startsWith('Checking ')) written += 1
        if (written === 4) process.kill(process.pid, 'SIGKILL')
      },
    })
  },
  { access: 'restore', url },
)
