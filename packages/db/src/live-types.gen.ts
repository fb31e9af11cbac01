// Written by `pnpm db diagram` from a freshly migrated database; database.test.ts holds the rooms' table types against it.

/** Any JSON but null. */
export type Json = object | string | number | boolean;
/** A view's column: PostgreSQL does not know whether it may be null. */
export type OfView<T> = T | null | undefined;

export interface LiveTables {
  "auth.apiKey": {
    id: string;
    ownerId: string;
    name: string;
    hint: string;
    hash: Buffer;
    scopes: string[];
    createdAt: Date;
    expiresAt: Date;
    lastUsedAt: Date | null;
    revokedAt: Date | null;
  };
  "auth.challenge": {
    hash: Buffer;
    userId: string;
    av: number;
    expiresAt: Date;
  };
  "auth.credential": {
    userId: string;
    passwordHash: string;
    changedAt: Date;
  };
  "auth.factor": {
    userId: string;
    secretSealed: string;
    begunAt: Date;
    confirmedAt: Date | null;
    lastStep: number | null;
  };
  "auth.invitation": {
    id: string;
    email: string;
    emailCanonical: string;
    role: string;
    roleId: string | null;
    invitedBy: string;
    createdAt: Date;
    expiresAt: Date;
  };
  "auth.link": {
    id: string;
    purpose: string;
    userId: string | null;
    hash: Buffer;
    email: string;
    emailCanonical: string;
    av: number | null;
    subject: string;
    createdAt: Date;
    expiresAt: Date;
    consumedAt: Date | null;
  };
  "auth.recoveryCode": {
    userId: string;
    hash: Buffer;
    usedAt: Date | null;
  };
  "auth.refreshToken": {
    id: string;
    sessionId: string;
    hash: Buffer;
    parentId: string | null;
    createdAt: Date;
    usedAt: Date | null;
    succSealed: Buffer | null;
    sealUntil: Date | null;
    replays: number;
  };
  "auth.session": {
    id: string;
    userId: string;
    realm: string;
    createdAt: Date;
    lastUsedAt: Date;
    idleExpiresAt: Date;
    absoluteExpiresAt: Date;
    authTime: Date;
    amr: string[];
    uaLabel: string;
    ipPrefix: string;
    revokedAt: Date | null;
    reason: string | null;
  };
  "cart.cart": {
    id: string;
    userId: string | null;
    secretHash: Buffer | null;
    state: string;
    currency: string;
    version: number;
    createdAt: Date;
    updatedAt: Date;
    expiresAt: Date;
  };
  "cart.code": {
    cartId: string;
    code: string;
    addedAt: Date;
    position: number;
  };
  "cart.line": {
    cartId: string;
    variantId: string;
    quantity: number;
    addedAt: Date;
    seenAmount: number | null;
    position: number;
  };
  "catalog.attribute": {
    code: string;
    name: Json;
    unit: Json | null;
    type: string;
    position: number;
    choices: Json;
    filterable: boolean | null;
    version: number;
  };
  "catalog.bulkEdit": {
    id: string;
    change: Json;
    state: string;
    products: number;
    actorId: string;
    lease: string | null;
    leasedUntil: Date | null;
    createdAt: Date;
    updatedAt: Date;
    version: number;
  };
  "catalog.bulkEditRow": {
    editId: string;
    productId: string;
    outcome: string;
    reason: string | null;
    blockers: Json;
    before: Json;
    after: Json;
  };
  "catalog.category": {
    id: string;
    parentId: string | null;
    slug: string;
    source: string;
    pathKey: string;
    name: Json;
    position: number;
    ancestorIds: string[];
    version: number;
  };
  "catalog.collection": {
    id: string;
    slug: string;
    name: Json;
    description: Json;
    rule: Json | null;
    visible: boolean;
    version: number;
    createdAt: Date;
  };
  "catalog.collectionPick": {
    collectionId: string;
    productId: string;
    pickedAt: Date;
  };
  "catalog.collectionTerm": {
    collectionId: string;
    branch: number;
    condition: number;
    needed: number;
    term: string;
    span: string | null;
  };
  "catalog.formerSlug": {
    kind: string;
    slug: string;
    targetId: string;
  };
  "catalog.import": {
    id: string;
    fileName: string;
    storageKey: string | null;
    format: string;
    source: string;
    columns: Json;
    stock: number;
    state: string;
    bytes: number;
    position: number;
    rows: number;
    created: number;
    changed: number;
    unchanged: number;
    rejected: number;
    notices: number;
    lastRow: number;
    actorId: string | null;
    createdAt: Date;
    updatedAt: Date;
    version: number;
    feed: boolean;
    headers: Json;
    samples: Json;
    lease: string | null;
    leasedUntil: Date | null;
  };
  "catalog.importChange": {
    importId: string;
    productId: string;
    before: Json | null;
    terms: Json;
    versionAfter: number;
    undone: string | null;
  };
  "catalog.importFault": {
    importId: string;
    id: number;
    row: number;
    field: string;
    reason: string;
    detail: string | null;
    externalId: string | null;
    rejected: boolean;
  };
  "catalog.importSeen": {
    importId: string;
    key: string;
    row: number;
  };
  "catalog.linkList": {
    productId: string;
    version: number;
  };
  "catalog.media": {
    id: string;
    productId: string;
    position: number;
    kind: string;
    location: string;
    alt: Json;
    width: number;
    height: number;
  };
  "catalog.offer": {
    variantId: OfView<string>;
    productId: OfView<string>;
    slug: OfView<string>;
    sku: OfView<string>;
    name: OfView<Json>;
    optionNames: OfView<Json>;
    picture: OfView<Json>;
    taxClass: OfView<string>;
    published: OfView<boolean>;
  };
  "catalog.picture": {
    location: string;
    width: number;
    height: number;
    colour: string;
    actorId: string;
    uploadedAt: Date;
  };
  "catalog.product": {
    id: string;
    slug: string;
    source: string;
    externalId: string;
    model: string | null;
    brand: string | null;
    status: string;
    name: Json;
    description: Json;
    attributes: Json;
    options: Json;
    taxClass: string;
    primaryCategoryId: string | null;
    featured: boolean;
    contentHash: Buffer | null;
    releasedAt: Date | null;
    createdAt: Date;
    updatedAt: Date;
    version: number;
    typeId: string | null;
    publishAt: Date | null;
    unpublishAt: Date | null;
  };
  "catalog.productCategory": {
    productId: string;
    categoryId: string;
  };
  "catalog.productLink": {
    productId: string;
    kind: string;
    targetId: string;
    position: number;
    mutual: boolean;
  };
  "catalog.productType": {
    id: string;
    code: string;
    name: Json;
    version: number;
  };
  "catalog.productTypeAttribute": {
    typeId: string;
    attributeCode: string;
    position: number;
    required: boolean;
    perVariant: boolean;
  };
  "catalog.translation": {
    kind: string;
    target: string;
    field: string;
    locale: string;
    staleSince: Date | null;
  };
  "catalog.variant": {
    id: string;
    productId: string;
    sku: string;
    position: number;
    optionValues: Json;
    gtins: string[];
    mediaId: string | null;
    attributes: Json;
    archivedAt: Date | null;
  };
  "core.audit": {
    id: number;
    at: Date;
    actorKind: string;
    actorId: string | null;
    action: string;
    subjectKind: string;
    subjectId: string;
    before: Json | null;
    after: Json | null;
    reason: string | null;
    requestId: string | null;
    network: string | null;
  };
  "core.bucket": {
    key: string;
    hits: number;
    freeAt: Date;
    drainedAt: Date;
  };
  "core.idempotency": {
    principal: string;
    operation: string;
    keyHash: string;
    requestHash: string;
    answer: Buffer | null;
    createdAt: Date;
  };
  "core.mail": {
    id: number;
    messageId: string;
    recipient: string;
    subject: string;
    bodyText: string;
    bodyHtml: string;
    sentAt: Date;
  };
  "core.outbox": {
    id: number;
    dedupKey: string;
    topic: string;
    payload: Json;
    createdAt: Date;
    dispatchedAt: Date | null;
  };
  "core.savedView": {
    id: string;
    ownerId: string;
    list: string;
    name: string;
    search: Json;
    shared: boolean;
    createdAt: Date;
    version: number;
  };
  "inventory.allocation": {
    holderId: OfView<string>;
    variantId: OfView<string>;
    locationId: OfView<string>;
    quantity: OfView<number>;
  };
  "inventory.availability": {
    variantId: OfView<string>;
    available: OfView<number>;
    onShelf: OfView<number>;
    backOrder: OfView<number>;
    expectedOn: OfView<string>;
  };
  "inventory.drift": {
    variantId: string;
    locationId: string;
    onHand: number;
    moved: number;
    reserved: number;
    held: number;
    foundAt: Date;
  };
  "inventory.held": {
    holderId: OfView<string>;
    variantId: OfView<string>;
    quantity: OfView<number>;
  };
  "inventory.hold": {
    holderId: string;
    variantId: string;
    locationId: string;
    quantity: number;
    kind: string;
    expiresAt: Date | null;
    since: Date;
    expectedOn: string | null;
  };
  "inventory.imbalance": {
    variantId: OfView<string>;
    locationId: OfView<string>;
    onHand: OfView<number>;
    moved: OfView<number>;
    reserved: OfView<number>;
    held: OfView<number>;
  };
  "inventory.level": {
    variantId: string;
    locationId: string;
    onHand: number;
    reserved: number;
  };
  "inventory.location": {
    id: string;
    code: string;
    name: Json;
    priority: number;
    kind: string;
    countries: string[];
    closed: boolean;
    removed: boolean;
    version: number;
  };
  "inventory.movement": {
    id: number;
    variantId: string;
    locationId: string;
    delta: number;
    reason: string;
    reference: string | null;
    actor: string;
    createdAt: Date;
    note: string | null;
  };
  "inventory.notice": {
    id: string;
    variantId: string;
    userId: string | null;
    email: string;
    emailCanonical: string;
    stopHash: Buffer;
    locale: string;
    textVersion: string;
    askedAt: Date;
    confirmedAt: Date | null;
    confirmHash: Buffer | null;
    expiresAt: Date;
  };
  "inventory.policy": {
    variantId: string;
    safetyStock: number;
    mode: string;
    most: number | null;
    until: Date | null;
    expectedOn: string | null;
    version: number;
  };
  "inventory.promise": {
    holderId: string;
    variantId: string;
    quantity: number;
    expectedOn: string | null;
  };
  "inventory.transfer": {
    id: string;
    fromId: string;
    toId: string;
    state: string;
    note: string | null;
    sentAt: Date;
    receivedAt: Date | null;
    version: number;
  };
  "inventory.transferLine": {
    transferId: string;
    variantId: string;
    sent: number;
    received: number | null;
  };
  "orders.deliveryMethod": {
    code: string;
    name: Json;
    countries: string[];
    prices: Json;
    freeFrom: Json;
    minDays: number;
    maxDays: number;
    position: number;
  };
  "orders.event": {
    id: number;
    orderId: string;
    type: string;
    actor: string;
    details: Json;
    at: Date;
  };
  "orders.line": {
    orderId: string;
    position: number;
    currency: string;
    productId: string;
    variantId: string;
    sku: string;
    name: Json;
    optionNames: Json;
    picture: string | null;
    quantity: number;
    unitAmount: number;
    discountAmount: number;
    taxAmount: number;
    totalAmount: number;
  };
  "orders.misallocation": {
    holderId: string;
    variantId: string;
    foundAt: Date;
  };
  "orders.order": {
    id: string;
    number: string;
    cartId: string;
    userId: string | null;
    accessHash: Buffer;
    quoteHash: string;
    email: string;
    locale: string;
    currency: string;
    state: string;
    paymentState: string;
    fulfilmentState: string;
    itemsAmount: number;
    discountAmount: number;
    deliveryAmount: number;
    taxAmount: number;
    taxIncluded: boolean;
    totalAmount: number;
    delivery: Json;
    address: Json;
    promotions: Json;
    consent: Json;
    placedAt: Date;
    version: number;
    rates: Json;
  };
  "orders.payment": {
    id: string;
    orderId: string;
    currency: string;
    provider: string;
    providerRef: string | null;
    state: string;
    amount: number;
    createdAt: Date;
  };
  "orders.shownLine": {
    orderId: OfView<string>;
    position: OfView<number>;
    currency: OfView<string>;
    productId: OfView<string>;
    variantId: OfView<string>;
    sku: OfView<string>;
    name: OfView<Json>;
    optionNames: OfView<Json>;
    picture: OfView<string>;
    quantity: OfView<number>;
    unitAmount: OfView<number>;
    discountAmount: OfView<number>;
    taxAmount: OfView<number>;
    totalAmount: OfView<number>;
    slug: OfView<string>;
    promised: OfView<number>;
    expectedOn: OfView<string>;
  };
  "orders.toShip": {
    holderId: OfView<string>;
    variantId: OfView<string>;
    orderId: OfView<string>;
    quantity: OfView<number>;
  };
  "orders.unbalanced": {
    holderId: OfView<string>;
    variantId: OfView<string>;
  };
  "pricing.countryTax": {
    country: OfView<string>;
    taxClass: OfView<string>;
    rateBasisPoints: OfView<number>;
    included: OfView<boolean>;
    region: OfView<string>;
    validFrom: OfView<Date>;
    validTo: OfView<Date>;
  };
  "pricing.datedPrice": {
    variantId: OfView<string>;
    currency: OfView<string>;
    amount: OfView<number>;
    compareAt: OfView<number>;
    validFrom: OfView<Date>;
    validTo: OfView<Date>;
  };
  "pricing.due": {
    id: number;
    variantId: string;
  };
  "pricing.listEntry": {
    id: string;
    listId: string;
    variantId: string;
    currency: string;
    minQuantity: number;
    amount: number;
    validFrom: Date;
    validTo: Date;
  };
  "pricing.listTerm": {
    id: string;
    listId: string;
    groupId: string | null;
    country: string | null;
    priority: number;
    validFrom: Date;
    validTo: Date;
  };
  "pricing.price": {
    id: string;
    variantId: string;
    currency: string;
    amount: number;
    compareAt: number | null;
    validFrom: Date;
    validTo: Date;
    rateId: string | null;
  };
  "pricing.priceList": {
    id: string;
    name: Json;
    version: number;
    createdAt: Date;
  };
  "pricing.rate": {
    id: string;
    currency: string;
    base: string;
    unitCost: number;
    ending: string;
    holdDays: number;
    validFrom: Date;
    validTo: Date;
    cancelled: boolean;
  };
  "pricing.rateBook": {
    currency: string;
    version: number;
    fillAfter: string | null;
  };
  "pricing.taxBook": {
    sole: boolean;
    version: number;
  };
  "pricing.taxRate": {
    id: string;
    country: string;
    taxClass: string;
    rateBasisPoints: number;
    included: boolean;
    region: string;
    validFrom: Date;
    validTo: Date;
  };
  "promotions.code": {
    code: string;
    promotionId: string;
    used: number;
    maxUses: number | null;
    perCustomer: number | null;
  };
  "promotions.customerUse": {
    code: OfView<string>;
    customerKey: OfView<string>;
    uses: OfView<number>;
  };
  "promotions.imbalance": {
    code: OfView<string>;
    used: OfView<number>;
    uses: OfView<number>;
  };
  "promotions.promotion": {
    id: string;
    name: Json;
    kind: string;
    basisPoints: number;
    minimums: Json;
    priority: number;
    status: string;
    startsAt: Date;
    endsAt: Date;
    version: number;
    groupId: string | null;
  };
  "promotions.redemption": {
    id: string;
    code: string;
    orderId: string;
    customerKey: string;
    slot: number | null;
    amount: number;
    currency: string;
    redeemedAt: Date;
  };
  "promotions.terms": {
    code: OfView<string>;
    promotionId: OfView<string>;
    name: OfView<Json>;
    basisPoints: OfView<number>;
    minimums: OfView<Json>;
    priority: OfView<number>;
    paused: OfView<boolean>;
    startsAt: OfView<Date>;
    endsAt: OfView<Date>;
    usedUp: OfView<boolean>;
    perCustomer: OfView<number>;
    groupId: OfView<string>;
  };
  "reviews.aggregate": {
    productId: string;
    stars1: number;
    stars2: number;
    stars3: number;
    stars4: number;
    stars5: number;
  };
  "reviews.review": {
    id: string;
    productId: string;
    userId: string | null;
    author: string | null;
    orderId: string | null;
    source: string;
    rating: number;
    title: string;
    body: string;
    locale: string;
    status: string;
    createdAt: Date;
  };
  "search.categoryCount": {
    categoryId: string;
    total: number;
    inStock: number;
  };
  "search.categoryWord": {
    word: string;
    categoryId: string;
    stem: string;
  };
  "search.collectionFill": {
    collectionId: string;
    after: string;
  };
  "search.dirty": {
    id: number;
    productId: string;
    markedAt: Date;
    patient: boolean;
  };
  "search.due": {
    id: number;
    productId: string;
    at: Date;
  };
  "search.facetMenu": {
    categoryId: string;
    code: string;
    place: number;
    termIds: number[];
  };
  "search.listing": {
    productId: string;
    slug: string;
    card: Json;
    prices: Json;
    categoryIds: string[];
    inStock: boolean;
    featured: boolean;
    reduced: boolean;
    prominence: number;
    publishedAt: Date;
    score: number;
    codes: string[];
    document: string;
    nextChangeAt: Date | null;
    ordinal: number;
    terms: number[];
    sales: number;
  };
  "search.menuDue": {
    categoryId: string;
    madeAt: Date;
    due: boolean;
  };
  "search.missed": {
    productId: string;
  };
  "search.moved": {
    categoryId: string;
  };
  "search.placement": {
    categoryId: string;
    productId: string;
    priceRub: number | null;
    priceEur: number | null;
    priceUsd: number | null;
    inStock: boolean;
    prominence: number;
    publishedAt: Date;
    score: number;
    ordinal: number;
    sales: number;
  };
  "search.popularQuery": {
    query: string;
    asked: number;
  };
  "search.posting": {
    termId: number;
    chunk: number;
    bits: string;
  };
  "search.queryLog": {
    day: string;
    query: string;
    asked: number;
    found: number;
  };
  "search.queryRule": {
    id: string;
    query: string;
    words: string;
    key: string;
    pinned: string[];
    buried: string[];
    version: number;
  };
  "search.rebuild": {
    startedAt: Date;
    lastDirty: number;
  };
  "search.renamed": {
    attributeCode: string;
    choiceCode: string;
    id: number;
    nextChunk: number;
  };
  "search.sold": {
    productId: string;
    pieces: number;
  };
  "search.synonym": {
    id: string;
    kind: string;
    language: string | null;
    phrases: string[];
    version: number;
  };
  "search.synonymTerm": {
    synonymId: string;
    role: string;
    language: string;
    phrase: string;
    key: string;
  };
  "search.term": {
    id: number;
    kind: string;
    code: string;
    key: string;
    label: Json;
    swatch: string | null;
    place: number | null;
  };
  "search.word": {
    word: string;
    letters: string;
    products: number;
  };
  "users.address": {
    id: string;
    userId: string;
    fullName: string;
    phone: string;
    country: string;
    region: string;
    city: string;
    postcode: string;
    street: string;
    flat: string;
    place: number;
  };
  "users.addressBook": {
    userId: string;
    shippingId: string;
    billingId: string;
  };
  "users.changedPerson": {
    id: number;
    userId: string;
  };
  "users.consent": {
    id: number;
    userId: string;
    purpose: string;
    channel: string;
    granted: boolean;
    textVersion: string;
    source: string;
    at: Date;
    requestId: string | null;
  };
  "users.customerGroup": {
    id: string;
    code: string;
    name: Json;
    rule: Json | null;
    version: number;
    createdAt: Date;
  };
  "users.customerNote": {
    id: string;
    userId: string;
    authorId: string;
    text: string;
    createdAt: Date;
  };
  "users.dataExport": {
    userId: string;
    id: string;
    askedAt: Date;
    archive: Buffer | null;
    expiresAt: Date | null;
  };
  "users.groupMembership": {
    id: string;
    groupId: string;
    userId: string;
    startsAt: Date;
    endsAt: Date;
  };
  "users.purchase": {
    orderId: string;
    userId: string;
    currency: string;
    amount: number;
    placedAt: Date;
  };
  "users.rights": {
    userId: OfView<string>;
    name: OfView<string>;
    role: OfView<string>;
    status: OfView<string>;
    av: OfView<number>;
    roleId: OfView<string>;
    roleName: OfView<string>;
    permissions: OfView<string[]>;
  };
  "users.role": {
    id: string;
    name: string;
    permissions: string[];
    version: number;
    createdAt: Date;
  };
  "users.roleHolder": {
    userId: string;
    roleId: string;
  };
  "users.roleName": {
    roleId: OfView<string>;
    name: OfView<string>;
  };
  "users.standing": {
    userId: OfView<string>;
    role: OfView<string>;
    status: OfView<string>;
    av: OfView<number>;
  };
  "users.user": {
    id: string;
    email: string;
    emailCanonical: string;
    name: string;
    locale: string;
    role: string;
    status: string;
    emailVerifiedAt: Date | null;
    av: number;
    version: number;
    createdAt: Date;
    phone: string | null;
    currency: string | null;
    eraseAt: Date | null;
  };
}

export interface RequiredColumns {
  "auth.apiKey": "id" | "ownerId" | "name" | "hint" | "hash" | "scopes" | "createdAt" | "expiresAt";
  "auth.challenge": "hash" | "userId" | "av" | "expiresAt";
  "auth.credential": "userId" | "passwordHash" | "changedAt";
  "auth.factor": "userId" | "secretSealed" | "begunAt";
  "auth.invitation": "id" | "email" | "emailCanonical" | "role" | "invitedBy" | "createdAt" | "expiresAt";
  "auth.link": "id" | "purpose" | "hash" | "email" | "emailCanonical" | "subject" | "createdAt" | "expiresAt";
  "auth.recoveryCode": "userId" | "hash";
  "auth.refreshToken": "id" | "sessionId" | "hash" | "createdAt";
  "auth.session": "id" | "userId" | "realm" | "createdAt" | "lastUsedAt" | "idleExpiresAt" | "absoluteExpiresAt" | "authTime" | "amr" | "uaLabel" | "ipPrefix";
  "cart.cart": "id" | "currency" | "createdAt" | "updatedAt" | "expiresAt";
  "cart.code": "cartId" | "code" | "addedAt";
  "cart.line": "cartId" | "variantId" | "quantity" | "addedAt";
  "catalog.attribute": "code" | "name" | "type";
  "catalog.bulkEdit": "id" | "change" | "state" | "products" | "actorId" | "createdAt" | "updatedAt";
  "catalog.bulkEditRow": "editId" | "productId";
  "catalog.category": "id" | "slug" | "source" | "pathKey" | "name" | "ancestorIds";
  "catalog.collection": "id" | "slug" | "name" | "visible" | "version" | "createdAt";
  "catalog.collectionPick": "collectionId" | "productId" | "pickedAt";
  "catalog.collectionTerm": "collectionId" | "branch" | "condition" | "needed" | "term";
  "catalog.formerSlug": "kind" | "slug" | "targetId";
  "catalog.import": "id" | "fileName" | "format" | "source" | "state" | "bytes" | "createdAt" | "updatedAt";
  "catalog.importChange": "importId" | "productId" | "versionAfter";
  "catalog.importFault": "importId" | "row" | "field" | "reason" | "rejected";
  "catalog.importSeen": "importId" | "key" | "row";
  "catalog.linkList": "productId" | "version";
  "catalog.media": "id" | "productId" | "kind" | "location";
  "catalog.picture": "location" | "width" | "height" | "colour" | "actorId" | "uploadedAt";
  "catalog.product": "id" | "slug" | "source" | "externalId" | "name" | "createdAt" | "updatedAt";
  "catalog.productCategory": "productId" | "categoryId";
  "catalog.productLink": "productId" | "kind" | "targetId" | "position";
  "catalog.productType": "id" | "code" | "name";
  "catalog.productTypeAttribute": "typeId" | "attributeCode" | "position" | "required" | "perVariant";
  "catalog.translation": "kind" | "target" | "field" | "locale";
  "catalog.variant": "id" | "productId" | "sku";
  "core.audit": "actorKind" | "action" | "subjectKind" | "subjectId";
  "core.bucket": "key" | "hits" | "freeAt" | "drainedAt";
  "core.idempotency": "principal" | "operation" | "keyHash" | "requestHash";
  "core.mail": "messageId" | "recipient" | "subject" | "bodyText" | "bodyHtml";
  "core.outbox": "dedupKey" | "topic" | "payload";
  "core.savedView": "id" | "ownerId" | "list" | "name" | "search" | "shared" | "createdAt";
  "inventory.drift": "variantId" | "locationId" | "onHand" | "moved" | "reserved" | "held" | "foundAt";
  "inventory.hold": "holderId" | "variantId" | "locationId" | "quantity" | "kind";
  "inventory.level": "variantId" | "locationId" | "onHand";
  "inventory.location": "id" | "code" | "name";
  "inventory.movement": "variantId" | "locationId" | "delta" | "reason" | "actor";
  "inventory.notice": "id" | "variantId" | "email" | "emailCanonical" | "stopHash" | "locale" | "textVersion" | "askedAt" | "expiresAt";
  "inventory.policy": "variantId";
  "inventory.promise": "holderId" | "variantId" | "quantity";
  "inventory.transfer": "id" | "fromId" | "toId" | "sentAt";
  "inventory.transferLine": "transferId" | "variantId" | "sent";
  "orders.deliveryMethod": "code" | "name" | "countries" | "prices" | "minDays" | "maxDays";
  "orders.event": "orderId" | "type" | "actor" | "at";
  "orders.line": "orderId" | "position" | "currency" | "productId" | "variantId" | "sku" | "name" | "optionNames" | "quantity" | "unitAmount" | "discountAmount" | "taxAmount" | "totalAmount";
  "orders.misallocation": "holderId" | "variantId" | "foundAt";
  "orders.order": "id" | "number" | "cartId" | "accessHash" | "quoteHash" | "email" | "locale" | "currency" | "state" | "paymentState" | "fulfilmentState" | "itemsAmount" | "discountAmount" | "deliveryAmount" | "taxAmount" | "taxIncluded" | "totalAmount" | "delivery" | "address" | "promotions" | "consent" | "placedAt";
  "orders.payment": "id" | "orderId" | "currency" | "provider" | "state" | "amount" | "createdAt";
  "pricing.due": "variantId";
  "pricing.listEntry": "id" | "listId" | "variantId" | "currency" | "minQuantity" | "amount" | "validFrom";
  "pricing.listTerm": "listId" | "priority" | "validFrom";
  "pricing.price": "id" | "variantId" | "currency" | "amount";
  "pricing.priceList": "id" | "name" | "version" | "createdAt";
  "pricing.rate": "id" | "currency" | "base" | "unitCost" | "ending" | "holdDays" | "validFrom";
  "pricing.rateBook": "currency";
  "pricing.taxBook": never;
  "pricing.taxRate": "id" | "country" | "taxClass" | "rateBasisPoints" | "included";
  "promotions.code": "code" | "promotionId";
  "promotions.promotion": "id" | "name" | "kind" | "basisPoints";
  "promotions.redemption": "id" | "code" | "orderId" | "customerKey" | "amount" | "currency" | "redeemedAt";
  "reviews.aggregate": "productId";
  "reviews.review": "id" | "productId" | "rating" | "body" | "locale" | "createdAt";
  "search.categoryCount": "categoryId" | "total" | "inStock";
  "search.categoryWord": "word" | "categoryId" | "stem";
  "search.collectionFill": "collectionId" | "after";
  "search.dirty": "productId";
  "search.due": "productId" | "at";
  "search.facetMenu": "categoryId" | "code" | "place" | "termIds";
  "search.listing": "productId" | "slug" | "card" | "prices" | "categoryIds" | "inStock" | "featured" | "reduced" | "prominence" | "publishedAt" | "score" | "codes" | "document";
  "search.menuDue": "categoryId";
  "search.missed": "productId";
  "search.moved": "categoryId";
  "search.placement": "categoryId" | "productId" | "inStock" | "prominence" | "publishedAt" | "score" | "ordinal";
  "search.popularQuery": "query" | "asked";
  "search.posting": "termId" | "chunk" | "bits";
  "search.queryLog": "day" | "query" | "asked" | "found";
  "search.queryRule": "id" | "query" | "words" | "pinned" | "buried";
  "search.rebuild": "startedAt" | "lastDirty";
  "search.renamed": "attributeCode" | "choiceCode";
  "search.sold": "productId" | "pieces";
  "search.synonym": "id" | "kind" | "phrases";
  "search.synonymTerm": "synonymId" | "role" | "language" | "phrase";
  "search.term": "kind" | "code" | "key" | "label";
  "search.word": "word";
  "users.address": "id" | "userId" | "fullName" | "phone" | "country" | "region" | "city" | "postcode" | "street" | "flat";
  "users.addressBook": "userId" | "shippingId" | "billingId";
  "users.changedPerson": "userId";
  "users.consent": "userId" | "purpose" | "channel" | "granted" | "textVersion" | "source" | "at";
  "users.customerGroup": "id" | "code" | "name" | "version" | "createdAt";
  "users.customerNote": "id" | "userId" | "authorId" | "text" | "createdAt";
  "users.dataExport": "userId" | "id" | "askedAt";
  "users.groupMembership": "groupId" | "userId" | "startsAt";
  "users.purchase": "orderId" | "userId" | "currency" | "amount" | "placedAt";
  "users.role": "id" | "name" | "permissions" | "version" | "createdAt";
  "users.roleHolder": "userId" | "roleId";
  "users.user": "id" | "email" | "emailCanonical" | "name" | "locale" | "createdAt";
}
