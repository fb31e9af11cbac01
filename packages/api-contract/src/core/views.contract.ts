import { Id, MOST_VIEWS, SavedView, SavedViewDraft, Version, ViewedList } from "@vitrina/domain/core";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";

const OfList = z.strictObject({ list: ViewedList });
const Named = OfList.extend({ id: Id, version: Version });
const output = z.array(SavedView).max(MOST_VIEWS);

/** Views of the back office's lists under names, one's own and shared ones; each asks for the permission of its list. */
export const viewsContract = {
  list: query({ input: OfList, output }),
  /** Refused `core.view-limit-reached`. Each change answers the views there are then. */
  add: mutation({ input: SavedViewDraft.extend(OfList.shape), output }),
  change: mutation({ input: SavedViewDraft.extend(Named.shape), output }),
  remove: mutation({ input: Named, output }),
};
