import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from "kysely";
import type {
  Addressed,
  Attribute,
  AttributeType,
  AttributeValue,
  BulkChange,
  BulkFields,
  BulkOutcome,
  BulkReason,
  BulkState,
  CollectionRule,
  FaultReason,
  ImportState,
  LinkKind,
  Offer,
  Product,
  ProductOption,
  ProductState,
  ProductStatus,
  PublishBlocker,
  TermsChange,
  Translatable,
  TranslatedField,
  Variant,
} from "@vitrina/domain/catalog";
import type { Locale, LocalizedText } from "@vitrina/domain/core";

type Json<Value extends object> = JSONColumnType<Value>;
type WithDefault<Column> =
  Column extends ColumnType<infer Select, infer Insert, infer Update>
    ? ColumnType<Select, Insert | undefined, Update>
    : never;

export interface CatalogTables {
  "catalog.category": {
    id: string;
    parentId: string | null;
    slug: string;
    source: string;
    pathKey: string;
    name: Json<LocalizedText>;
    position: Generated<number>;
    ancestorIds: string[];
    version: Generated<number>;
  };
  "catalog.collection": {
    id: string;
    slug: string;
    name: Json<LocalizedText>;
    description: WithDefault<Json<LocalizedText>>;
    rule: JSONColumnType<CollectionRule | null, string | null, string | null>;
    visible: boolean;
    version: number;
    createdAt: Date;
  };
  "catalog.collectionPick": { collectionId: string; productId: string; pickedAt: Date };
  "catalog.collectionTerm": {
    collectionId: string;
    branch: number;
    condition: number;
    needed: number;
    term: string;
    span: string | null;
  };
  "catalog.formerSlug": { kind: Addressed; slug: string; targetId: string };
  "catalog.attribute": {
    code: string;
    name: Json<LocalizedText>;
    unit: ColumnType<LocalizedText | null, string | null | undefined, string | null>;
    type: AttributeType;
    position: Generated<number>;
    choices: WithDefault<Json<Attribute["choices"]>>;
    filterable: boolean | null;
    version: Generated<number>;
  };
  "catalog.productType": { id: string; code: string; name: Json<LocalizedText>; version: Generated<number> };
  "catalog.productTypeAttribute": {
    typeId: string;
    attributeCode: string;
    position: number;
    required: boolean;
    perVariant: boolean;
  };
  "catalog.product": {
    id: string;
    slug: string;
    source: string;
    externalId: string;
    model: Product["model"];
    brand: Product["brand"];
    status: Generated<ProductStatus>;
    name: Json<LocalizedText>;
    description: WithDefault<Json<LocalizedText>>;
    attributes: WithDefault<Json<Record<string, AttributeValue>>>;
    options: WithDefault<Json<ProductOption[]>>;
    taxClass: Generated<string>;
    primaryCategoryId: string | null;
    featured: Generated<boolean>;
    contentHash: Buffer | null;
    releasedAt: Date | null;
    typeId: string | null;
    publishAt: Date | null;
    unpublishAt: Date | null;
    createdAt: Date;
    updatedAt: Date;
    version: Generated<number>;
  };
  "catalog.productLink": {
    productId: string;
    kind: LinkKind;
    targetId: string;
    position: number;
    mutual: Generated<boolean>;
  };
  "catalog.translation": {
    kind: Translatable;
    target: string;
    field: TranslatedField;
    locale: Locale;
    staleSince: Date | null;
  };
  "catalog.linkList": { productId: string; version: number };
  "catalog.productCategory": { productId: string; categoryId: string };
  "catalog.variant": {
    id: string;
    productId: string;
    sku: Variant["sku"];
    position: Generated<number>;
    optionValues: WithDefault<Json<Variant["optionValues"]>>;
    gtins: Generated<string[]>;
    attributes: WithDefault<Json<Record<string, AttributeValue>>>;
    mediaId: string | null;
    archivedAt: Date | null;
  };
  "catalog.picture": {
    location: string;
    width: number;
    height: number;
    colour: string;
    actorId: string;
    uploadedAt: Date;
  };
  "catalog.import": {
    id: string;
    fileName: string;
    storageKey: string | null;
    format: "csv" | "jsonl";
    feed: Generated<boolean>;
    headers: WithDefault<JSONColumnType<string[]>>;
    samples: WithDefault<JSONColumnType<string[][]>>;
    lease: string | null;
    leasedUntil: Date | null;
    source: string;
    columns: WithDefault<JSONColumnType<(string | null)[]>>;
    stock: Generated<number>;
    state: ImportState;
    bytes: number;
    position: Generated<number>;
    rows: Generated<number>;
    created: Generated<number>;
    changed: Generated<number>;
    unchanged: Generated<number>;
    rejected: Generated<number>;
    notices: Generated<number>;
    lastRow: Generated<number>;
    actorId: string | null;
    createdAt: Date;
    updatedAt: Date;
    version: Generated<number>;
  };
  "catalog.importFault": {
    importId: string;
    id: GeneratedAlways<number>;
    row: number;
    field: string;
    reason: FaultReason;
    detail: string | null;
    externalId: string | null;
    rejected: boolean;
  };
  "catalog.importSeen": { importId: string; key: string; row: number };
  "catalog.importChange": {
    importId: string;
    productId: string;
    before: JSONColumnType<ProductState> | null;
    terms: WithDefault<JSONColumnType<TermsChange[]>>;
    versionAfter: number;
    undone: "restored" | "archived" | "refused" | null;
  };
  "catalog.bulkEdit": {
    id: string;
    change: JSONColumnType<BulkChange>;
    state: BulkState;
    products: number;
    actorId: string;
    lease: string | null;
    leasedUntil: Date | null;
    createdAt: Date;
    updatedAt: Date;
    version: Generated<number>;
  };
  "catalog.bulkEditRow": {
    editId: string;
    productId: string;
    outcome: Generated<BulkOutcome>;
    reason: BulkReason | null;
    blockers: WithDefault<JSONColumnType<PublishBlocker[]>>;
    before: WithDefault<JSONColumnType<BulkFields>>;
    after: WithDefault<JSONColumnType<BulkFields>>;
  };
  "catalog.media": {
    id: string;
    productId: string;
    position: Generated<number>;
    kind: "local" | "remote";
    location: string;
    alt: WithDefault<Json<LocalizedText>>;
    width: Generated<number>;
    height: Generated<number>;
  };
  /** A view, published to the rooms above. */
  "catalog.offer": Offer;
}
