import { createFileRoute, redirect } from "@tanstack/react-router";
import { roomsOf } from "#admin/rooms.ts";

export const Route = createFileRoute("/admin/")({
  beforeLoad: async ({ context: { api, queryClient, visitor } }) => {
    if (!visitor.staff) return;
    const rights = await queryClient.ensureQueryData(api.auth.staff.rights.queryOptions());
    const [room] = roomsOf(rights);
    if (room) throw redirect({ to: room.to });
  },
});
