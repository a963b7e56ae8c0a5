/**
 * Where the delivery of an event stands. `superseded`: a later release reached the same webhook
 * first, and brings with it whatever this one had to tell. `dead`: nobody tries again by himself.
 */
export const deliveryStates = ['pending', 'delivered', 'superseded', 'dead'] as const

export type DeliveryState = (typeof deliveryStates)[number]
