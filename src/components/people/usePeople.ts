import { useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useState } from 'react'
import type { Answer } from '../api/index.ts'
import type { Person } from './person.ts'
import { readPeople } from './readPeople.ts'

/** Everybody who has an account, by name; absent while they are being read, or not wanted. */
export function usePeople(isWanted = true): Answer<readonly Person[]> | undefined {
  const { config } = useConfig()
  const [people, setPeople] = useState<Answer<readonly Person[]>>()
  const url = formatAdminURL({ apiRoute: config.routes.api, path: '/users' })

  useEffect(() => {
    if (!isWanted) return
    let isShown = true
    void readPeople(url, Date.now()).then((answer) => {
      if (isShown) setPeople(answer)
    })
    return () => {
      isShown = false
    }
  }, [url, isWanted])

  return people
}

/** A person's name by their key: the key itself where there is no such account, or none can be read. */
export function usePersonName(key: string | undefined): string | undefined {
  const people = usePeople(key !== undefined)
  if (key === undefined || people === undefined) return undefined
  if (!people.ok) return key
  return people.value.find((person) => person.key === key)?.name ?? key
}
