/**
 * Renders nothing. Stands where Payload would show its own publish and unpublish buttons: reviewed
 * collections are published and withdrawn from the review panel, which asks for what has to be said.
 */
export function Nothing(): null {
  return null
}
