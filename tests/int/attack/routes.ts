import type { Route } from './attack.ts'
import { localWrites } from './throughLocalApi.ts'
import { closedRoutes, restWrites } from './throughRest.ts'
import { sideDoors } from './throughSideDoors.ts'
import { storedRoutes } from './throughWhatIsStored.ts'

/** Every way in. */
export const routes = {
  ...restWrites,
  ...storedRoutes,
  ...localWrites,
  ...closedRoutes,
  ...sideDoors,
} satisfies Record<string, Route>

export type RouteName = keyof typeof routes
