import type { DemoPerson } from './types.ts'

/** The five accounts. Names and credentials are invented and say so. */
export const people: readonly DemoPerson[] = [
  {
    key: 'demo-editor',
    email: 'editor@demo.test',
    name: 'Edda Example',
    credentials: 'Medical writer (invented)',
    roles: ['editor'],
    isFictitious: true,
  },
  {
    key: 'demo-editor-2',
    email: 'editor2@demo.test',
    name: 'Samuel Sample',
    credentials: 'Medical writer (invented)',
    roles: ['editor'],
    isFictitious: true,
  },
  {
    key: 'demo-reviewer',
    email: 'reviewer@demo.test',
    name: 'Dr Flora Fictitious',
    credentials: 'Specialist in spinal pain (invented)',
    roles: ['reviewer'],
    isFictitious: true,
  },
  {
    key: 'demo-reviewer-2',
    email: 'reviewer2@demo.test',
    name: 'Dr Ivo Invented',
    credentials: 'Methodologist (invented)',
    roles: ['reviewer'],
    isFictitious: true,
  },
  {
    key: 'demo-admin',
    email: 'admin@demo.test',
    name: 'Ada Placeholder',
    roles: ['admin'],
    isFictitious: true,
  },
]
