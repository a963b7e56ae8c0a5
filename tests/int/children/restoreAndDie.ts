import { vaultOf } from '../../../src/database/index.ts'
import { restoreBackup } from '../../../src/backup/index.ts'
import { withPayload } from '../../../src/start/index.ts'

// Restores a backup and is killed when half of it is written. Arguments: the backup, the database.
const [, , folder = '', url = ''] = process.argv

await withPayload(
  async (payload) => {
    let told = 0
    const half = vaultOf(payload).parts.length
    await restoreBackup(payload, {
      folder,
      mediaDir: `${folder}-media`,
      place: url,
      progress: () => {
        told += 1
        // As many lines come from checking the parts; then they are written.
        if (told > half * 1.5) process.kill(process.pid, 'SIGKILL')
      },
    })
  },
  { access: 'restore', url },
)
