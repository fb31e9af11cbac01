import type { Migration } from "@vitrina/db/core";
import manifest from "./manifest.json" with { type: "json" };
import * as core from "./0001_core.ts";
import * as users from "./0002_users.ts";
import * as auth from "./0003_auth.ts";
import * as catalog from "./0004_catalog.ts";
import * as inventory from "./0005_inventory.ts";
import * as pricing from "./0006_pricing.ts";
import * as promotions from "./0007_promotions.ts";
import * as cart from "./0008_cart.ts";
import * as orders from "./0009_orders.ts";
import * as reviews from "./0010_reviews.ts";
import * as search from "./0011_search.ts";
import * as step0012 from "./0012_allocate_held.ts";
import * as step0013 from "./0013_place_with_commit.ts";
import * as step0014 from "./0014_links.ts";
import * as step0015 from "./0015_session_ended.ts";
import * as step0016 from "./0016_throttle.ts";
import * as step0017 from "./0017_addresses.ts";
import * as step0018 from "./0018_audit.ts";
import * as step0021 from "./0021_roles.ts";
import * as step0022 from "./0022_api_keys.ts";
import * as step0023 from "./0023_invitations.ts";
import * as step0024 from "./0024_one_holder_at_a_time.ts";
import * as step0025 from "./0025_find_customers.ts";
import * as step0026 from "./0026_second_factor.ts";
import * as step0028 from "./0028_consents.ts";
import * as step0029 from "./0029_own_data.ts";
import * as step0031 from "./0031_groups.ts";
import * as step0032 from "./0032_notes_and_order_addresses.ts";
import * as step0041 from "./0041_find_by_own_phone.ts";
import * as step0042 from "./0042_products_by_staff.ts";
import * as step0046 from "./0046_category_tree.ts";
import * as step0047 from "./0047_collections.ts";
import * as step0050 from "./0050_stock_rooms.ts";
import * as step0051 from "./0051_selling_stock.ts";
import * as step0052 from "./0052_transfers.ts";
import * as step0054 from "./0054_price_lists.ts";
import * as step0055 from "./0055_lowest_price.ts";
import * as step0056 from "./0056_newest_products.ts";
import * as step0058 from "./0058_imports.ts";
import * as step0059 from "./0059_media.ts";
import * as step0060 from "./0060_import_runs.ts";
import * as step0064 from "./0064_postings.ts";
import * as step0065 from "./0065_rebuild.ts";
import * as step0066 from "./0066_category_words.ts";
import * as step0067 from "./0067_query_log.ts";
import * as step0068 from "./0068_variants_of_a_product.ts";
import * as step0070 from "./0070_offer_by_the_clock.ts";
import * as step0071 from "./0071_attribute_codes.ts";
import * as step0072 from "./0072_facets_by_choice.ts";
import * as step0073 from "./0073_moved_categories.ts";
import * as step0074 from "./0074_search_rules.ts";
import * as step0075 from "./0075_search_upkeep.ts";
import * as step0076 from "./0076_notices.ts";
import * as step0077 from "./0077_together.ts";
import * as step0078 from "./0078_product_links.ts";
import * as step0079 from "./0079_translations.ts";
import * as step0080 from "./0080_bulk_edits.ts";
import * as step0081 from "./0081_saved_views.ts";
import * as step0082 from "./0082_rates.ts";
import * as step0083 from "./0083_dated_taxes.ts";
import * as step0084 from "./0084_conversion_by_variant.ts";
import * as step0085 from "./0085_walks_by_index_alone.ts";
import * as step0086 from "./0086_misallocations.ts";
import * as step0090 from "./0090_renamed_choices.ts";
import * as step0091 from "./0091_choices_by_name.ts";
import * as step0092 from "./0092_renamed_by_chunks.ts";
import * as step0093 from "./0093_plain_postings.ts";
import * as step0094 from "./0094_members.ts";

const steps: [name: string, step: Pick<Migration, "up">][] = [
  ["0001_core", core],
  ["0002_users", users],
  ["0003_auth", auth],
  ["0004_catalog", catalog],
  ["0005_inventory", inventory],
  ["0006_pricing", pricing],
  ["0007_promotions", promotions],
  ["0008_cart", cart],
  ["0009_orders", orders],
  ["0010_reviews", reviews],
  ["0011_search", search],
  ["0012_allocate_held", step0012],
  ["0013_place_with_commit", step0013],
  ["0014_links", step0014],
  ["0015_session_ended", step0015],
  ["0016_throttle", step0016],
  ["0017_addresses", step0017],
  ["0018_audit", step0018],
  ["0021_roles", step0021],
  ["0022_api_keys", step0022],
  ["0023_invitations", step0023],
  ["0024_one_holder_at_a_time", step0024],
  ["0025_find_customers", step0025],
  ["0026_second_factor", step0026],
  ["0028_consents", step0028],
  ["0029_own_data", step0029],
  ["0031_groups", step0031],
  ["0032_notes_and_order_addresses", step0032],
  ["0041_find_by_own_phone", step0041],
  ["0042_products_by_staff", step0042],
  ["0046_category_tree", step0046],
  ["0047_collections", step0047],
  ["0050_stock_rooms", step0050],
  ["0051_selling_stock", step0051],
  ["0052_transfers", step0052],
  ["0054_price_lists", step0054],
  ["0055_lowest_price", step0055],
  ["0056_newest_products", step0056],
  ["0058_imports", step0058],
  ["0059_media", step0059],
  ["0060_import_runs", step0060],
  ["0064_postings", step0064],
  ["0065_rebuild", step0065],
  ["0066_category_words", step0066],
  ["0067_query_log", step0067],
  ["0068_variants_of_a_product", step0068],
  ["0070_offer_by_the_clock", step0070],
  ["0071_attribute_codes", step0071],
  ["0072_facets_by_choice", step0072],
  ["0073_moved_categories", step0073],
  ["0074_search_rules", step0074],
  ["0075_search_upkeep", step0075],
  ["0076_notices", step0076],
  ["0077_together", step0077],
  ["0078_product_links", step0078],
  ["0079_translations", step0079],
  ["0080_bulk_edits", step0080],
  ["0081_saved_views", step0081],
  ["0082_rates", step0082],
  ["0083_dated_taxes", step0083],
  ["0084_conversion_by_variant", step0084],
  ["0085_walks_by_index_alone", step0085],
  ["0086_misallocations", step0086],
  ["0090_renamed_choices", step0090],
  ["0091_choices_by_name", step0091],
  ["0092_renamed_by_chunks", step0092],
  ["0093_plain_postings", step0093],
  ["0094_members", step0094],
];

const checksums: Record<string, string> = manifest;

/** Every migration in order. A new one is a file, a line above, and `pnpm db seal`, which writes its checksum down. */
export const migrations: Migration[] = steps.map(([name, { up }]) => ({
  name,
  checksum: checksums[name] ?? "unsealed",
  up,
}));
