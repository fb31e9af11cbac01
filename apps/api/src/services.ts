import { createHmac, hash, randomUUIDv7 } from "node:crypto";
import type { Database } from "@vitrina/db";
import {
  createApiKeyRepository,
  createChallengeRepository,
  createCredentialsRepository,
  createFactorRepository,
  createInvitationRepository,
  createLinkRepository,
  createSessionRepository,
  authPersonalData,
} from "@vitrina/db/auth";
import { cartPersonalData, createCartRepository } from "@vitrina/db/cart";
import {
  createAttributesRepository,
  createCatalogRepository,
  createCategoriesRepository,
  createImportsReader,
  createImportsRepository,
  createTranslationsReader,
  createTranslationsRepository,
  createBulkEditsRepository,
  createLinksReader,
  createLinksRepository,
  createMediaReader,
  createMediaRepository,
  createCollectionsRepository,
  createProductsRepository,
} from "@vitrina/db/catalog";
import {
  type Circumstances,
  corePersonalData,
  createAudit,
  createAuditReader,
  createBucketRepository,
  createIdempotencyRepository,
  createOutbox,
  createSavedViewsRepository,
  createTransact,
} from "@vitrina/db/core";
import {
  createDriftRepository,
  createLocationsRepository,
  createNoticesRepository,
  createStockRepository,
  createStockRoomRepository,
  createTransfersRepository,
  inventoryPersonalData,
} from "@vitrina/db/inventory";
import {
  createAllocationsRepository,
  createCheckoutRepository,
  createDeliveryMethodsReader,
  createOrderedReader,
  createOrdersRepository,
  createPaymentsRepository,
  ordersPersonalData,
} from "@vitrina/db/orders";
import {
  createConversionRepository,
  createPriceBookRepository,
  createPriceListRepository,
  createPriceRepository,
  createRatesRepository,
  createTaxBookRepository,
} from "@vitrina/db/pricing";
import { createPromotionRepository, promotionsPersonalData } from "@vitrina/db/promotions";
import { createReviewsRepository, reviewsPersonalData } from "@vitrina/db/reviews";
import {
  createAsOfReader,
  createCollectionContents,
  createListingRefresher,
  createQueryLogRepository,
  createSearchRepository,
  createTuningRepository,
} from "@vitrina/db/search";
import {
  createAddressRepository,
  createConsentRepository,
  createDataExportRepository,
  createCustomersReader,
  createGroupsRepository,
  createNotesRepository,
  createRolesRepository,
  createStaffRepository,
  createUsersRepository,
  usersPersonalData,
} from "@vitrina/db/users";
import {
  createAccountService,
  createApiKeyService,
  createAuthService,
  createErasureService,
  createInvitationService,
  createRolesService,
  createStaffService,
  networkOf,
} from "@vitrina/domain/auth";
import { createCartService } from "@vitrina/domain/cart";
import {
  createAttributesService,
  createBulkEditsService,
  createCatalogService,
  createCategoriesService,
  createImportsService,
  createLinksService,
  createTranslationsService,
  createMediaService,
  createCollectionsService,
  createProductsService,
  createProductTypesService,
  createPublishingService,
  createVariantsService,
} from "@vitrina/domain/catalog";
import {
  type Clock,
  createAuditTrail,
  createIdempotencyService,
  createSavedViewsService,
  createThrottle,
} from "@vitrina/domain/core";
import {
  createInventoryService,
  createLocationsService,
  createNoticesService,
  createReconcileService,
  createSafetyStocks,
  createStockRoomService,
  createTransfersService,
} from "@vitrina/domain/inventory";
import {
  createAllocationsService,
  createCheckoutService,
  createClaimService,
  createDeliveryService,
  createOrdersService,
  createPaymentService,
  payOnDelivery,
} from "@vitrina/domain/orders";
import {
  createConversionService,
  createPriceBookService,
  createPriceListService,
  createPriceShifts,
  createPricingService,
  createRatesService,
  createTaxBookService,
  HOME_COUNTRY,
  saleFactsOf,
} from "@vitrina/domain/pricing";
import { createPromotionsService } from "@vitrina/domain/promotions";
import { createReviewsService } from "@vitrina/domain/reviews";
import { createAsOfService, createQueryLog, createSearchService, createTuningService } from "@vitrina/domain/search";
import {
  canonicalEmail,
  createAddressService,
  createConsentService,
  createDataExportService,
  createCustomersService,
  createGroupsService,
  createNotesService,
  createProfileService,
  createUsersService,
} from "@vitrina/domain/users";
import type { Kysely } from "kysely";
import { createArgon2PasswordHasher, type Pepper } from "#auth/argon2-password-hasher.ts";
import { createDeviceMarks } from "#auth/device-marks.ts";
import { createJoseTokenSigner } from "#auth/jose-token-signer.ts";
import { tokenBox } from "#auth/sealed-token-box.ts";
import { openKeyring } from "#auth/keyring.ts";
import { ensureSigningKeys } from "#auth/signing-keys.ts";
import { createSecretBox } from "#auth/secret-box.ts";
import { createTotpCodes } from "#auth/totp-codes.ts";
import { createZxcvbnPasswordStrength } from "#auth/zxcvbn-password-strength.ts";
import { createSharpPictureMaker } from "#catalog/sharp-picture-maker.ts";
import { createLetterSeal } from "#core/letter-seal.ts";
import { currentAct } from "#core/act.ts";
import { remembered } from "#core/remembered.ts";
import { type StorageEnv, storageOf } from "#storage.ts";
import { createNoticeTokens } from "#inventory/notice-tokens.ts";
import { createStockWatch } from "#inventory/stock-watch.ts";
import { createOrderTokens } from "#orders/order-tokens.ts";
import { formOf } from "#users/address-forms.ts";
import { packArchive } from "#users/archive.ts";
import { createUnsubscribeTokens } from "#users/unsubscribe-tokens.ts";
import { readPhone } from "#users/phones.ts";
import { bulkTermsOf, createBulkJobs } from "#shop/bulk-jobs.ts";
import { createImportJobs } from "#shop/import-jobs.ts";
import type { Env } from "#env.ts";

interface Ingredients {
  db: Kysely<Database>;
  env: Pick<Env, "APP_ENV" | "AUTH_KEYS_FILE" | "ORDER_TOKEN_KEY" | "PASSWORD_PEPPER" | "PUBLIC_URL"> & StorageEnv;
  now: Clock;
}

/** The shop's days begin here. */
const TIME_ZONE = "Europe/Moscow";
/** What authenticator apps show beside the codes. */
const SHOP = "Vitrina";

/** For counts that nobody misses when the process ends or the database is away. */
const inAWhile = (work: () => Promise<void>) => void setTimeout(() => void work().catch(() => {}), 10_000).unref();

/** What the trail says of the request behind an act; nothing of a job's or a command's. */
function circumstances(): Circumstances {
  const act = currentAct.getStore();
  return { requestId: act?.requestId ?? null, network: act ? networkOf(act.ip) : null };
}

const repositoriesOn = (db: Kysely<Database>) => ({
  audit: createAudit(db, circumstances),
  idempotency: createIdempotencyRepository(db),
  outbox: createOutbox(db),
  views: createSavedViewsRepository(db),
  users: createUsersRepository(db),
  addresses: createAddressRepository(db),
  groups: createGroupsRepository(db),
  notes: createNotesRepository(db),
  exports: createDataExportRepository(db),
  consents: createConsentRepository(db, () => currentAct.getStore()?.requestId ?? null),
  roles: createRolesRepository(db),
  staff: createStaffRepository(db),
  credentials: createCredentialsRepository(db),
  sessions: createSessionRepository(db),
  links: createLinkRepository(db),
  factors: createFactorRepository(db),
  challenges: createChallengeRepository(db),
  keys: createApiKeyRepository(db),
  invitations: createInvitationRepository(db),
  catalog: createCatalogRepository(db),
  imports: createImportsRepository(db),
  categories: createCategoriesRepository(db),
  products: createProductsRepository(db),
  bulk: createBulkEditsRepository(db),
  media: createMediaRepository(db),
  productLinks: createLinksRepository(db),
  translations: createTranslationsRepository(db),
  attributes: createAttributesRepository(db),
  collections: createCollectionsRepository(db),
  stock: createStockRepository(db),
  locations: createLocationsRepository(db),
  room: createStockRoomRepository(db),
  transfers: createTransfersRepository(db),
  drifts: createDriftRepository(db),
  notices: createNoticesRepository(db),
  prices: createPriceRepository(db),
  priceBook: createPriceBookRepository(db),
  priceLists: createPriceListRepository(db),
  rates: createRatesRepository(db),
  taxBook: createTaxBookRepository(db),
  conversions: createConversionRepository(db),
  promotions: createPromotionRepository(db),
  carts: createCartRepository(db),
  checkout: createCheckoutRepository(db),
  orders: createOrdersRepository(db),
  allocations: createAllocationsRepository(db),
  payments: createPaymentsRepository(db),
  reviews: createReviewsRepository(db),
  search: createSearchRepository(db),
  listings: createListingRefresher(db),
  queries: createQueryLogRepository(db),
  tuning: createTuningRepository(db),
});

/** What the rooms keep about people; the person themselves last, whom the others refer to. */
const personalDataOn = (db: Kysely<Database>) => [
  ordersPersonalData(db),
  reviewsPersonalData(db),
  promotionsPersonalData(db),
  cartPersonalData(db),
  inventoryPersonalData(db),
  corePersonalData(db),
  authPersonalData(db),
  usersPersonalData(db),
];

/** The one place where the domains meet their tables and adapters. */
export async function createServices({ db, env, now }: Ingredients) {
  if (env.APP_ENV !== "production") await ensureSigningKeys(env.AUTH_KEYS_FILE, now());
  const common = { clock: now, newId: () => randomUUIDv7() };
  const keyring = openKeyring(env.AUTH_KEYS_FILE, { now });
  const reading = repositoriesOn(db);
  const transact = createTransact(db, repositoriesOn);
  const orderTokens = createOrderTokens(env.ORDER_TOKEN_KEY);
  const deviceMarks = createDeviceMarks(env.PASSWORD_PEPPER);
  const throttle = createThrottle({
    buckets: createBucketRepository(db),
    hash: (text) => createHmac("sha256", env.PASSWORD_PEPPER).update(`throttle:${text}`).digest("base64url"),
    clock: now,
  });

  const peppers: [Pepper] = [{ version: "1", key: env.PASSWORD_PEPPER }];
  const passwordWork = {
    passwords: createArgon2PasswordHasher({ peppers }),
    strength: createZxcvbnPasswordStrength(),
  };

  const users = createUsersService({ users: reading.users });
  const profiles = createProfileService({ transact, readPhone });
  const addresses = createAddressService({
    ...common,
    transact,
    addresses: reading.addresses,
    rules: { formOf, readPhone },
  });
  const consents = createConsentService({
    ...common,
    transact,
    users: reading.users,
    consents: reading.consents,
    tokens: createUnsubscribeTokens(env.PASSWORD_PEPPER),
  });
  const exports = createDataExportService({
    ...common,
    transact,
    users: reading.users,
    exports: reading.exports,
    rooms: personalDataOn(db).toReversed(),
    pack: packArchive,
  });
  const auth = createAuthService({
    ...common,
    transact,
    users: reading.users,
    credentials: reading.credentials,
    sessions: reading.sessions,
    links: reading.links,
    factors: reading.factors,
    challenges: reading.challenges,
    ...passwordWork,
    tokens: createJoseTokenSigner({ issuer: env.PUBLIC_URL, keyring }),
    box: tokenBox,
    totp: createTotpCodes({ issuer: SHOP }),
    secrets: createSecretBox({ keys: peppers }),
    throttle,
    marks: deviceMarks,
    letterSeal: createLetterSeal(env.PASSWORD_PEPPER),
  });
  const roles = createRolesService({ ...common, transact, roles: reading.roles });
  const keys = createApiKeyService({ ...common, transact, keys: reading.keys, staff: reading.staff, box: tokenBox });
  const staff = createStaffService({ ...common, transact, staff: reading.staff });
  const invitations = createInvitationService({
    ...common,
    ...passwordWork,
    transact,
    invitations: reading.invitations,
    users: reading.users,
    letterLinks: auth.letterLinks,
    sessions: auth,
  });
  const catalog = createCatalogService({ ...common, transact, catalog: reading.catalog, tree: reading.search });
  const storage = storageOf(env);
  const media = createMediaService({
    ...common,
    transact,
    storage,
    media: createMediaReader(db),
    maker: createSharpPictureMaker(),
  });
  const translations = createTranslationsService({
    transact,
    translations: createTranslationsReader(db),
    clock: now,
  });
  const links = createLinksService({ transact, links: createLinksReader(db) });
  const categories = createCategoriesService({ ...common, transact, categories: reading.categories });
  const collections = createCollectionsService({
    ...common,
    transact,
    collections: reading.collections,
    contents: createCollectionContents(db),
  });
  const inventory = createInventoryService({ transact, stock: reading.stock });
  const pricing = createPricingService({ transact, prices: reading.prices, now });
  const products = createProductsService({
    ...common,
    transact,
    products: reading.products,
    isOrdered: createOrderedReader(db),
  });
  const variants = createVariantsService({ ...common, transact });
  const attributes = createAttributesService({ transact, attributes: reading.attributes });
  const productTypes = createProductTypesService({ ...common, transact, attributes: reading.attributes });
  const publishing = createPublishingService({
    transact,
    products: reading.products,
    clock: now,
    saleFactsOf: saleFactsOf(pricing),
  });
  const priceShifts = createPriceShifts({ priceBook: reading.priceBook, transact, clock: now });
  const safetyStocks = createSafetyStocks({ room: reading.room, transact });
  const bulkEdits = createBulkEditsService({
    ...common,
    transact,
    bulk: reading.bulk,
    terms: bulkTermsOf({ pricing, priceShifts, safetyStocks }),
  });
  const bulkJobs = createBulkJobs({ bulkEdits, now });
  const imports = createImportsService({ ...common, transact, imports: createImportsReader(db) });
  const importJobs = createImportJobs({ db, services: { catalog, pricing, inventory }, storage, now });
  const promotions = createPromotionsService({ transact, promotions: reading.promotions });
  const priceLists = createPriceListService({ ...common, transact, priceLists: reading.priceLists });
  const rates = createRatesService({ ...common, transact, rates: reading.rates });
  const taxBook = createTaxBookService({ ...common, transact, taxBook: reading.taxBook });
  const conversions = createConversionService({ ...common, transact, conversions: reading.conversions });
  const groups = createGroupsService({
    ...common,
    transact,
    groups: reading.groups,
    usesOf: async (groupId, limit) =>
      [
        ...(await promotions.listForGroup(groupId, limit)).map((use) => ({ kind: "promotion" as const, ...use })),
        ...(await priceLists.listForGroup(groupId, limit)).map((use) => ({ kind: "price-list" as const, ...use })),
      ].slice(0, limit),
  });
  const notes = createNotesService({ ...common, transact, notes: reading.notes });
  const queries = createQueryLog({ queries: reading.queries, clock: now, later: inAWhile });
  const tuning = createTuningService({ ...common, transact, tuning: reading.tuning, search: reading.search });
  const search = createSearchService({ transact, search: reading.search, clock: now });
  const priceBook = createPriceBookService({
    ...common,
    transact,
    priceBook: reading.priceBook,
    findProducts: async (q) =>
      (await search.list({ q, currency: "RUB", page: 1 })).rows.map(({ productId }) => productId),
  });
  const asOf = createAsOfService({ asOf: createAsOfReader(db), clock: now });
  const readMethods = createDeliveryMethodsReader(db);
  const delivery = createDeliveryService({
    methodsOf: remembered((currency) => readMethods(HOME_COUNTRY[currency]), { milliseconds: 60_000, now }),
    clock: now,
    timeZone: TIME_ZONE,
  });
  const cart = createCartService({
    ...common,
    transact,
    carts: reading.carts,
    freeDeliveryFrom: delivery.freeFrom,
  });
  const checkout = createCheckoutService({
    ...common,
    transact,
    inventory,
    addresses,
    consents,
    tokens: orderTokens,
    hash: (text) => hash("sha256", text),
    guestKey: (email) => createHmac("sha256", env.ORDER_TOKEN_KEY).update(`guest:${email}`).digest("hex"),
    timeZone: TIME_ZONE,
  });
  const orders = createOrdersService({
    transact,
    checkout,
    inventory,
    orders: reading.orders,
    tokens: orderTokens,
    clock: now,
  });
  const allocations = createAllocationsService({ ...common, transact, allocations: reading.allocations, inventory });
  const claims = createClaimService({ transact, users: reading.users, orders: reading.orders });
  const erasure = createErasureService({
    ...common,
    transact,
    letterLinks: auth.letterLinks,
    sessions: auth,
    openOrders: orders.listOpen,
    rooms: personalDataOn(db),
  });
  const customers = createCustomersService({
    transact,
    users: reading.users,
    customers: createCustomersReader(db),
    buyers: {
      findBuyers: orders.findBuyers,
      findPhone: async (userId) => (await orders.lastAddress(userId))?.phone ?? null,
    },
  });
  const accounts = createAccountService({ ...common, transact, sessions: reading.sessions, refuse: auth.refuse });
  const locations = createLocationsService({ ...common, transact, locations: reading.locations });
  const stockRoom = createStockRoomService({
    ...common,
    transact,
    room: reading.room,
    availabilityOf: inventory.availabilityOf,
    findProducts: async (q) =>
      (await search.list({ q, currency: "RUB", page: 1 })).rows.map(({ productId }) => productId),
    namesOf: customers.namesOf,
  });
  const transfers = createTransfersService({ ...common, transact, transfers: reading.transfers });
  const reconcile = createReconcileService({ ...common, transact, drifts: reading.drifts });
  const notices = createNoticesService({
    ...common,
    transact,
    notices: reading.notices,
    findPerson: reading.users.find,
    keyOf: canonicalEmail,
    stopTokenOf: createNoticeTokens(env.PASSWORD_PEPPER),
    box: tokenBox,
    letterSeal: createLetterSeal(env.PASSWORD_PEPPER),
    throttle,
  });
  const stockWatch = createStockWatch({ read: inventory.availabilityOf });
  const audit = createAuditTrail({ trail: createAuditReader(db), namesOf: customers.namesOf });
  const payments = createPaymentService({
    transact,
    payments: reading.payments,
    providers: { "on-delivery": payOnDelivery },
    clock: now,
  });
  const views = createSavedViewsService({ ...common, transact, views: reading.views });
  const reviews = createReviewsService({
    ...common,
    transact,
    reviews: reading.reviews,
    purchased: reading.orders.findDelivered,
    nameOf: async (userId) => (await users.profile(userId)).name,
  });
  const idempotency = createIdempotencyService(transact, reading.idempotency);
  return {
    addresses,
    asOf,
    accounts,
    allocations,
    attributes,
    audit,
    auth,
    bulkEdits,
    bulkJobs,
    claims,
    consents,
    erasure,
    exports,
    customers,
    cart,
    delivery,
    deviceMarks,
    groups,
    throttle,
    catalog,
    categories,
    collections,
    idempotency,
    inventory,
    invitations,
    keyring,
    keys,
    links,
    translations,
    locations,
    media,
    imports,
    importJobs,
    notes,
    notices,
    orders,
    payments,
    priceBook,
    priceLists,
    pricing,
    rates,
    taxBook,
    conversions,
    products,
    productTypes,
    profiles,
    promotions,
    publishing,
    reviews,
    roles,
    search,
    queries,
    staff,
    stockRoom,
    storage,
    stockWatch,
    transfers,
    tuning,
    reconcile,
    users,
    variants,
    views,
  };
}
export type Services = Awaited<ReturnType<typeof createServices>>;
