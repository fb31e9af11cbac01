export { createAllocationsRepository } from "./allocations.repository.ts";
export { createOrderedReader } from "./ordered.ts";
export { createDeliveryMethodsReader } from "./delivery-methods.ts";
export { createCheckoutRepository } from "./checkout.repository.ts";
export { createOrdersReader, createOrdersRepository } from "./orders.repository.ts";
export type { OrdersTables } from "./orders.tables.ts";
export { createPaymentsRepository } from "./payments.repository.ts";
export { ordersPersonalData } from "./personal-data.ts";
